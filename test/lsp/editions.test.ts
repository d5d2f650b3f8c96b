import { afterEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { compareRequest, type MigrateAnswer, migrateRequest } from '../../server/src/protocol/editions';
import { seed } from '../service/harness';
import { connect, FOLDER } from './harness';

const files = new Map([
  ...['2019', '2021'].map(
    (year) => [`${FOLDER}/${year}.yaoqiu.yaml`, seed(`requirements/${year}.yaoqiu.yaml`)] as const,
  ),
  ...['lanling', 'qinshui'].map(
    (name) => [`${FOLDER}/${name}.zhibiao.yaml`, seed(`as-printed/${name}/${name}.zhibiao.yaml`)] as const,
  ),
  [`${FOLDER}/broken.zhibiao.yaml`, '- 甲\n'] as const,
]);
const EDITION = '市县法治政府建设示范指标体系（2021年版）';

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

describe('the request to move a file to another edition', () => {
  async function ask(name: string, edition = EDITION): Promise<MigrateAnswer | null> {
    client = await connect(files);
    return client.sendRequest(migrateRequest.method, { uri: `${FOLDER}/${name}.zhibiao.yaml`, edition });
  }

  it('is answered with the new text and a report', async () => {
    const answer = await ask('lanling');
    if (!answer || 'refusal' in answer) throw new Error('refused');
    expect(answer.text).toContain(`\n依据: ${EDITION}\n`);
    expect(answer.report).toContain('| 2019年版序号 | 2021年版序号 |');
    expect(answer.doubts).toBe(answer.text.match(/# 待核：/g)?.length);
  });

  it.each([
    ['qinshui', EDITION, { refusal: 'same-edition' }],
    ['broken', EDITION, { refusal: 'unreadable' }],
    ['lanling', '2035年版', { refusal: 'no-edition' }],
    ['nobody', EDITION, null],
  ])('is refused for %s to %s', async (name, edition, answer) => {
    expect(await ask(name, edition)).toEqual(answer);
  });
});

describe('the request to compare counties', () => {
  async function ask(...names: string[]): Promise<string | null> {
    client = await connect(files);
    const uris = names.map((name) => `${FOLDER}/${name}.zhibiao.yaml`);
    return client.sendRequest(compareRequest.method, { uris, onlyDifferences: true });
  }

  it('is answered with a page that lets nothing in', async () => {
    const table = await ask('qinshui', 'lanling');
    expect(table).toContain('<h1>沁水县、兰陵县指标对照表</h1>');
    const heads = [...(table ?? '').matchAll(/<th scope="col">(.*?)<\/th>/g)].map(([, text]) => text);
    expect(heads).toEqual(['序号', '指标', '项目', '沁水县', '兰陵县']);
    expect(table).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  });

  it('has no answer for fewer than two files', async () => {
    expect(await ask('qinshui', 'nobody')).toBeNull();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/%E5%8E%BF.zhibiao.yaml`;
const registryUri = `${FOLDER}/x.danwei.yaml`;
const text = `标题: 表
县区: 某县
年度: 2022
单位名录: ./x.danwei.yaml
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号：1
        内容: 做第一件事
        责任单位: [县财政局]
        完成时限: 5月31前
`;
const registry = '县区: 某县\n单位:\n  - 名称: 县财政局\n';

const PULL = { textDocument: { diagnostic: {} } };

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

async function start(
  capabilities = {},
  content = new Map<string, string | Uint8Array>([[registryUri, registry]]),
  settings = {},
) {
  client = await connect(content, capabilities, settings);
  return client;
}

function open(connection: ProtocolConnection, at = uri, content = text) {
  return connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: at, languageId: 'zhibiao', version: 1, text: content },
  });
}

function change(connection: ProtocolConnection, version: number, content: string) {
  return connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text: content }],
  });
}

async function pull(connection: ProtocolConnection, at = uri): Promise<Diagnostic[]> {
  const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri: at },
  });
  return report.items;
}

/** Collects pushed diagnostics and waits until `enough` holds for the newest. */
function pushes(connection: ProtocolConnection) {
  const seen: PublishDiagnosticsParams[] = [];
  const waiting: (() => void)[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    seen.push(params);
    for (const wake of waiting.splice(0)) wake();
  });
  return {
    seen,
    async until(enough: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
      for (;;) {
        const last = seen.at(-1);
        if (last && enough(last)) return last;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}

describe('diagnostics', () => {
  it('answers a client that pulls, with code, link and exact ranges', async () => {
    const connection = await start(PULL);
    await open(connection);
    const items = await pull(connection);
    expect(
      items.map(({ code, range, severity }) => [
        code,
        range.start.line,
        range.start.character,
        range.end.character,
        severity,
      ]),
    ).toEqual([
      ['yaml-fullwidth', 7, 10, 11, 1],
      ['deadline-format', 10, 16, 18, 1],
    ]);
    expect(items[0]?.source).toBe('zhibiao');
    expect(items[0]?.codeDescription?.href).toBe('file:///docs/yaml-fullwidth.md');
    expect(items[1]?.message).toBe('完成时限「5月31前」缺「日」，应为「5月31日前」。');
  });

  it('pushes to a client that cannot pull, and takes the diagnostics back when the file is closed', async () => {
    const connection = await start();
    const pushed = pushes(connection);
    await open(connection);
    const first = await pushed.until(({ diagnostics }) => diagnostics.length === 2);
    expect(first).toMatchObject({ uri, version: 1 });
    await change(connection, 2, text.replace('：1', ': 1'));
    await pushed.until(({ version, diagnostics }) => version === 2 && diagnostics.length === 1);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await pushed.until(({ diagnostics }) => diagnostics.length === 0);
  });

  it('says nothing of a file that is not open', async () => {
    expect(await pull(await start(PULL))).toEqual([]);
  });

  it('finds the same after incremental changes as after opening the final text', async () => {
    const connection = await start(PULL);
    await open(connection);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start: { line: 7, character: 10 }, end: { line: 7, character: 11 } }, text: ': ' }],
    });
    const incremental = await pull(connection);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await open(connection, uri, text.replace('：1', ': 1'));
    expect(incremental).toEqual(await pull(connection));
    expect(incremental).toHaveLength(1);
  });

  it('sees a registry that changes on disk, and one that is edited without being saved', async () => {
    const content = new Map<string, string | Uint8Array>([[registryUri, registry]]);
    const connection = await start(PULL, content);
    await open(connection, uri, text.replace('：1', ': 1').replace('5月31前', '5月31日前'));
    expect(await pull(connection)).toEqual([]);
    content.set(registryUri, '县区: 某县\n单位:\n  - 名称: 县教育局\n');
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: registryUri, type: 2 }] });
    expect((await pull(connection)).map(({ code }) => code)).toEqual(['unit-unknown']);
    await open(connection, registryUri, registry);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: registryUri, version: 2 },
      contentChanges: [{ text: registry }],
    });
    await expect.poll(() => pull(connection)).toEqual([]);
    content.delete(registryUri);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: registryUri } });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: registryUri, type: 3 }] });
    expect((await pull(connection)).map(({ code }) => code)).toEqual(['registry']);
  });

  it('obeys the settings of the client', async () => {
    const capabilities = { ...PULL, workspace: { configuration: true } };
    const connection = await start(capabilities, undefined, {
      rules: { 'deadline-format': 'off', 'yaml-fullwidth': 'hint' },
    });
    await open(connection);
    await expect
      .poll(async () => (await pull(connection)).map(({ code, severity }) => [code, severity]))
      .toEqual([['yaml-fullwidth', 4]]);
  });
});

describe('code actions', () => {
  async function actions(connection: ProtocolConnection, line: number, only?: string[]): Promise<CodeAction[]> {
    const range = { start: { line, character: 0 }, end: { line, character: 30 } };
    const diagnostics = (await pull(connection)).filter((one) => one.range.start.line === line);
    return connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, ...(only && { only }) },
    });
  }

  it('offers the fix of a finding, bound to its diagnostic', async () => {
    const connection = await start(PULL);
    await open(connection);
    const [first] = await actions(connection, 10, ['quickfix']);
    expect(first?.isPreferred).toBe(true);
    expect(first?.diagnostics?.[0]?.code).toBe('deadline-format');
    expect(first?.edit?.changes?.[uri]).toEqual([
      { range: { start: { line: 10, character: 17 }, end: { line: 10, character: 18 } }, newText: '1日' },
    ]);
  });

  it('offers to silence a rule with a reason', async () => {
    const connection = await start(PULL);
    await open(connection);
    const titles = (await actions(connection, 10)).map(({ title }) => title);
    expect(titles).toContain('在此处不再提示（deadline-format），并写明理由');
  });

  it('speaks English on demand', async () => {
    client = await connect(new Map([[registryUri, registry]]), PULL, {}, { locale: 'en' });
    await open(client);
    const found = await pull(client);
    expect(found.find(({ code }) => code === 'deadline-format')?.message).toBe(
      '完成时限 「5月31前」 lacks 「日」. It should be 「5月31日前」.',
    );
    const titles = (await actions(client, 10)).map(({ title }) => title);
    expect(titles).toContain('Change to 「5月31日前」');
    expect(titles).toContain('Ignore it here (deadline-format), giving a reason');
  });

  it('fixes all at once', async () => {
    const connection = await start(PULL);
    await open(connection);
    const [action] = await actions(connection, 0, ['source.fixAll']);
    expect(action?.kind).toBe('source.fixAll.zhibiao');
    const edits = action?.edit?.changes?.[uri] ?? [];
    const lines = text.split('\n');
    for (const { range, newText } of [...edits].reverse())
      lines.splice(range.start.line, range.end.line - range.start.line, ...newText.split('\n').slice(0, -1));
    expect(lines.join('\n')).toBe(text.replace('：1', ': 1').replace('5月31前', '5月31日前'));
  });
});

describe('hostile clients and texts', () => {
  it('makes room for a text before it reads it', async () => {
    const lengths: number[] = [];
    const makeRoom = (length: number) => lengths.push(length);
    client = await connect(new Map(), PULL, {}, undefined, [FOLDER], undefined, { makeRoom });
    await open(client);
    await pull(client);
    expect(lengths).toEqual([text.length]);
  });

  it('lives through broken texts and requests for unknown files', async () => {
    const connection = await start(PULL);
    for (const [i, content] of [
      '',
      '\u0000\ufffd',
      '['.repeat(10_000),
      'a: &a [*a]',
      '<<<<<<< x\n',
      '标题: "',
    ].entries()) {
      await open(connection, `${FOLDER}/${i}.zhibiao.yaml`, content);
      expect(Array.isArray(await pull(connection, `${FOLDER}/${i}.zhibiao.yaml`))).toBe(true);
    }
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: `${FOLDER}/none.yaml` } });
    await open(connection);
    expect((await pull(connection)).length).toBeGreaterThan(0);
  });
});

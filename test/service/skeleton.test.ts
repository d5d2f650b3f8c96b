import { describe, expect, it } from 'vitest';
import type { IndicatorFile } from '../../server/src/model/types';
import { skeleton } from '../../server/src/service/skeleton';
import { open, seed, uriOf } from './harness';

const options = { county: '沁水县', year: 2022, registryPath: './q.danwei.yaml' };

describe.each(['2021年版', '2019年版'])('the skeleton of %s', (edition) => {
  async function made(lineBreak = '\n') {
    const { project } = await open({ 'q.danwei.yaml': seed('as-printed/qinshui/qinshui.danwei.yaml') });
    const corpora = await project.corporaFor(uriOf('a.zhibiao.yaml'));
    const corpus = corpora.find(({ names }) => names.includes(edition));
    if (!corpus) throw new Error('no such corpus');
    const text = skeleton(corpus, { ...options, lineBreak });
    return { corpus, text, checked: await project.check(uriOf('a.zhibiao.yaml'), text) };
  }

  it('is checked without a word', async () => {
    const { checked } = await made();
    expect(checked.findings.map(({ rule, span }) => [rule, span])).toEqual([]);
  });

  it('holds every item of the edition with its text and an empty list of units', async () => {
    const { checked, corpus } = await made();
    const model = checked.document.model as IndicatorFile;
    const shape = (file: IndicatorFile) =>
      file.items.map(({ number, content, section }) => [
        number?.value,
        content?.value.trim(),
        section?.title?.value.trim(),
      ]);
    expect(shape(model)).toEqual(shape(corpus.file));
    expect(model.extras.map(({ key, items }) => [key, items.length])).toEqual(
      corpus.file.extras.map(({ key, items }) => [key, items.length]),
    );
    expect(model.items.every(({ units }) => units.length === 1 && units[0]?.units.length === 0)).toBe(true);
    expect([model.county?.value, model.year?.value, model.registryPath?.value]).toEqual(Object.values(options));
  });

  it('says first where its text comes from', async () => {
    const { text, corpus } = await made();
    const said = corpus.file.note?.value.trim() ?? '';
    expect(said).toMatch(/非官方文本|不是官方文本/);
    expect(text.split('标题:')[0]).toBe(`# 要求原文的来源：${said}\n`);
  });

  it('keeps to the line breaks that are asked for', async () => {
    const { text } = await made('\r\n');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

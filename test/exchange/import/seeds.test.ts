import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understand, writeDraft } from '../../../server/src/exchange/import/index';
import { readText } from '../../../server/src/exchange/source/text';
import { createCorpus } from '../../../server/src/model/corpus';
import { readDocument } from '../../../server/src/model/document';
import type { Indicator, IndicatorFile } from '../../../server/src/model/types';

const root = join(import.meta.dirname, '..', '..', '..');

function imported(name: string): IndicatorFile[] {
  const text = readFileSync(join(root, 'test', 'fixtures', 'exchange', 'texts', `${name}.txt`), 'utf8');
  const { files } = writeDraft(understand(readText(`${name}.txt`, text)), { stem: name });
  return files.filter((file) => file.name.includes('.zhibiao.')).map((file) => read(file.name, file.text));
}

function read(name: string, text: string): IndicatorFile {
  const document = readDocument(`file:///${name}`, 'zhibiao', text);
  expect(document.faults).toEqual([]);
  expect(document.violations).toEqual([]);
  if (document.model.kind !== 'zhibiao') throw new Error('not an indicator file');
  return document.model;
}

function asPrinted(path: string): IndicatorFile {
  return read(path, readFileSync(join(root, 'seeds', 'as-printed', path), 'utf8'));
}

function rowOf(item: Indicator) {
  return {
    number: item.number?.value,
    name: item.name?.value,
    text: item.content?.value,
    units: item.units.map(({ role, units }) => [role, units.map(({ value }) => value)]),
    deadlines: item.deadlines.map(({ text }) => text.value),
  };
}

const allItems = (file: IndicatorFile) => [...file.items, ...file.extras.flatMap(({ items }) => items)];
const rows = (file: IndicatorFile) => allItems(file).map(rowOf);
const labelOf = (item: Indicator) => `${item.extra ?? ''}${item.number?.value}`;
const evidence = (file: IndicatorFile) =>
  Object.fromEntries(allItems(file).map((item) => [labelOf(item), item.evidence.map(({ value }) => value)]));
const places = (file: IndicatorFile) =>
  Object.fromEntries(
    file.items.map((item) => [
      labelOf(item),
      [item.section?.parent?.title?.value, item.section?.title?.value].filter(Boolean),
    ]),
  );
const groups = (file: IndicatorFile) =>
  file.groups.map(({ targets, evidence: entries }) => [targets?.targets, entries.map(({ value }) => value)]);
const head = ({ title, county, documentNumber, issuer, issued, year, numbering }: IndicatorFile) => ({
  title: title?.value,
  county: county?.value,
  documentNumber: documentNumber?.value,
  issuer: issuer?.value,
  issued: issued?.value,
  year: year?.value,
  numbering,
});

/** What a person put right from the context, and no program can from the table. */
interface Judgement {
  readonly evidence?: Record<string, string[]>;
  readonly places?: Record<string, string[]>;
  readonly withoutGroups?: readonly number[];
}

const tables: Record<string, Judgement> = {
  lanling: {
    places: {
      // Characters that the page breaks lost were put in from the context.
      ...Object.fromEntries(
        [66, 67, 68, 69].map((n) => [
          n,
          ['五、行政权力制约监督科学有效', '1. 自觉接受党内监督、人大监督、察监督、民主、监督、司法、监'],
        ]),
      ),
      ...Object.fromEntries([70, 71, 72].map((n) => [n, ['五、行政权力制约监督科学有效', '2. 加强行政监督和审计监']])),
      ...Object.fromEntries(
        [89, 90].map((n) => [
          n,
          ['七、政府工作人员法治思维和依法行政能力全面提高', '2. 强化对政府工作人员的治教育培训和考查。'],
        ]),
      ),
    },
  },
  // 59-60 share a merged cell, which this export shows as an empty one, like those that are empty.
  shapotou: { withoutGroups: [59] },
  // 57 and 58 share a merged cell; 63 and 64 look the same and do not.
  qinshui: { evidence: { 58: [] } },
};

describe.each(Object.entries(tables))('the table of %s', (name, judged) => {
  const [got, ...others] = imported(name);
  const wanted = asPrinted(`${name}/${name}.zhibiao.yaml`);
  if (!got) throw new Error('nothing was imported');

  it('has the items as printed', () => {
    expect(others).toEqual([]);
    expect(rows(got)).toEqual(rows(wanted));
  });

  it('has the head as printed', () => {
    expect(head(got)).toEqual(head(wanted));
  });

  it('has the sections as printed', () => {
    expect(places(got)).toEqual({ ...places(wanted), ...judged.places });
  });

  it('has the evidence as printed', () => {
    expect(evidence(got)).toEqual({ ...evidence(wanted), ...judged.evidence });
  });

  it('has the merged evidence as printed', () => {
    const without = judged.withoutGroups ?? [];
    expect(groups(got)).toEqual(groups(wanted).filter(([targets]) => !without.includes((targets as number[])[0] ?? 0)));
  });
});

describe('the standard of zhashui', () => {
  const [got] = imported('zhashui');
  const wanted = asPrinted('zhashui/zhashui.zhibiao.yaml');
  if (!got) throw new Error('nothing was imported');

  it('has the items, the head and the sections as printed', () => {
    expect(rows(got)).toEqual(rows(wanted));
    expect(head(got)).toEqual(head(wanted));
    expect(places(got)).toEqual(places(wanted));
  });
});

describe('the plan and the scheme of baofeng, in running text', () => {
  const files = imported('baofeng');
  const wanted = ['plan', 'scheme'].map((name) => asPrinted(`baofeng/${name}.zhibiao.yaml`));

  it('has the items, the heads and the sections as printed', () => {
    expect(files.map(rows)).toEqual(wanted.map(rows));
    expect(files.map(head)).toEqual(wanted.map(head));
    expect(files.map(places)).toEqual(wanted.map(places));
  });

  it('has how it is assessed as printed', () => {
    const assessment = ({ methods, grades, totalScore, extras }: IndicatorFile) => ({
      methods: methods.map(({ name, content }) => [name?.value, content?.value]),
      grades: grades.map(({ value }) => value),
      total: totalScore?.value,
      limits: extras.map(({ key, limit }) => [key, limit?.value]),
    });
    expect(files.map(assessment)).toEqual(wanted.map(assessment));
  });

  it('keeps the rest as 说明, as printed but for empty lines and what the head holds', () => {
    const lines = (file: IndicatorFile) => file.note?.value.split('\n').filter((line) => line.trim() !== '');
    expect(files.map(lines)).toEqual(
      wanted.map((file, index) => (index === 0 ? lines(file)?.toSpliced(1, 0, '宝发〔2022〕9号') : lines(file))),
    );
  });
});

describe('the corpus that a table follows', () => {
  const corpora = ['2019', '2021'].flatMap((year) => {
    const path = join(root, 'seeds', 'requirements', `${year}.yaoqiu.yaml`);
    const { model, lines } = readDocument(`file:///${year}.yaoqiu.yaml`, 'yaoqiu', readFileSync(path, 'utf8'));
    return model.kind === 'yaoqiu' ? (createCorpus(`file:///${year}.yaoqiu.yaml`, model, lines) ?? []) : [];
  });

  it.each([
    ['lanling', '市县法治政府建设示范指标体系（2019年版）'],
    ['shapotou', '市县法治政府建设示范指标体系（2021年版）'],
    ['qinshui', '市县法治政府建设示范指标体系（2021年版）'],
    ['zhashui', undefined],
  ])('is told by its items: %s', (name, basis) => {
    const path = join(root, 'test', 'fixtures', 'exchange', 'texts', `${name}.txt`);
    const { documents } = understand(readText(name, readFileSync(path, 'utf8')), { corpora });
    expect(documents.map((document) => document.basis)).toEqual([basis]);
  });
});

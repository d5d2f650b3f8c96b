import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../server/src/exchange/import-document';
import { readSource } from '../../server/src/exchange/source/index';
import { readDocument } from '../../server/src/model/document';
import type { Indicator, IndicatorFile, Section } from '../../server/src/model/types';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, 'test', 'fixtures', 'exchange', 'tables');

function modelOf(text: string): IndicatorFile {
  const { faults, model } = readDocument('file:///a.zhibiao.yaml', 'zhibiao', text);
  expect(faults).toEqual([]);
  if (model.kind !== 'zhibiao') throw new Error('no indicator file');
  return model;
}

const unitsOf = ({ units }: Indicator, key: string) =>
  units.filter(({ role }) => role === key).flatMap((list) => list.units.map(({ value }) => value));

/** All that a table says of an item. */
function told(item: Indicator) {
  return {
    extra: item.extra,
    number: item.number?.value,
    text: item.content?.value.replace(/<\/?p>/g, ''),
    lead: unitsOf(item, '牵头单位'),
    answer: unitsOf(item, '责任单位'),
    deadlines: item.deadlines.map(({ text }) => text?.value),
    evidence: item.evidence.map(({ value }) => value),
  };
}

function outline(sections: readonly Section[]): unknown[] {
  return sections.map(({ title, items, sections: inner }) => [title?.value, items.length, outline(inner)]);
}

function contentOf(file: IndicatorFile) {
  const items = [...file.items, ...file.extras.flatMap(({ items: entries }) => entries)];
  return {
    title: file.title?.value,
    documentNumber: file.documentNumber?.value,
    outline: outline(file.sections),
    items: items.map((item) => told(item)),
    groups: file.groups.map(({ evidence, targets }) => [targets, evidence.map(({ value }) => value)]),
  };
}

describe.each(['lanling', 'shapotou', 'qinshui', 'zhashui'])('the table of %s', (county) => {
  const printed = modelOf(readFileSync(join(root, 'seeds', 'as-printed', county, `${county}.zhibiao.yaml`), 'utf8'));

  it.each(['docx', 'xlsx', 'html'])('as %s gives what the bundled file says', async (kind) => {
    const name = `${county}.${kind}`;
    const source = await readSource(readFileSync(join(fixtures, name)), name);
    const { files, report } = importDocument(source, { stem: county });
    expect(files.map((file) => file.name)[0]).toBe(`${county}.zhibiao.yaml`);
    expect(contentOf(modelOf(files[0]?.text ?? ''))).toEqual(contentOf(printed));
    expect(report.remarks.filter((remark) => remark.kind === 'left-out')).toEqual([]);
  });
});

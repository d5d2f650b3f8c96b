import { describe, expect, test } from 'vitest';
import { viewMessages } from '../../../client/src/views/messages';
import { progressOf, sortUnits, taskLook, unitTree } from '../../../client/src/views/unitTree';
import type { ItemOfUnits, UnitOfFile, UnitsOfFile, UnitTask } from '../../../server/src/protocol/units';

const { chinese, english } = viewMessages;
const place = { line: 0, character: 0 };

function task(role: UnitTask['role'], item: number): UnitTask {
  return { role, item, range: { start: { line: item, character: 4 }, end: { line: item, character: 8 } } };
}

const items: ItemOfUnits[] = [
  { number: 1, text: '甲事项', place, deadline: '5月31日前', day: '2022-05-31', daysLeft: -3 },
  { number: 2, text: '乙事项', place, deadline: '6月底前', day: '2022-06-30', daysLeft: 27 },
  { number: 3, text: '丙事项', place, deadline: '长期坚持' },
  { number: 1, extra: '加分项', text: '', place },
];
const units: UnitOfFile[] = [
  {
    name: '县司法局',
    known: true,
    entry: { uri: 'file:///x.danwei.yaml', range: { start: place, end: place } },
    nextDay: '2022-06-30',
    tasks: [task('牵头单位', 0), task('责任单位', 0), task('责任单位', 1), task('责任单位', 2)],
  },
  { name: '县财政局', known: true, nextDay: '2022-06-10', tasks: [task('配合单位', 1)] },
  { name: '不明单位', known: false, tasks: [task('责任单位', 2), task('责任单位', 3)] },
];
const answer: UnitsOfFile = { title: '沁水县', hasRegistry: true, items, units };
const tree = unitTree(answer, 'registry', 'f');
const look = (index: number, messages = chinese) => {
  const root = tree.roots[index];
  return root && tree.look(root, messages);
};

describe('unitTree', () => {
  test('unit → what it is to its items → items', () => {
    const [first] = tree.roots;
    const roles = first ? tree.children(first) : [];
    expect(roles.map((role) => tree.look(role, chinese).label)).toEqual(['牵头', '责任']);
    const tasks = roles.flatMap((role) => tree.children(role));
    expect(tasks.map((one) => [one.id, tree.look(one, chinese).label])).toEqual([
      ['f/县司法局/牵头单位/0', '1. 甲事项'],
      ['f/县司法局/责任单位/0', '1. 甲事项'],
      ['f/县司法局/责任单位/1', '2. 乙事项'],
      ['f/县司法局/责任单位/2', '3. 丙事项'],
    ]);
    expect(tasks.flatMap((one) => tree.children(one))).toEqual([]);
    expect(tasks[0]?.parent).toBe(roles[0]);
  });

  test.each([
    ['长期坚持', `7. ${'长'.repeat(7)}…`],
    [undefined, `7. ${'长'.repeat(40)}`],
  ])('leaves room for the deadline %s behind a long text', (deadline, label) => {
    const item = { number: 7, text: '长'.repeat(40), place, ...(deadline && { deadline }) };
    const long = unitTree({ ...answer, items: [item] }, 'registry', 'f');
    const [first] = long.roots.flatMap(long.children).flatMap(long.children);
    const shown = first && long.look(first, chinese);
    expect(shown?.label).toBe(label);
    expect(shown?.tooltip).toContain('长'.repeat(40));
  });

  test('says counts, progress by date and the next deadline', () => {
    expect(look(0)).toMatchObject({
      label: '县司法局',
      description: '牵头 1 · 责任 3 · 下一时限 2022-06-30 · 已过 1/2',
      icon: 'organization',
      spoken: '县司法局，牵头 1，责任 3，下一时限 2022-06-30，已过 1/2',
      context: 'unit registered',
    });
    expect(look(0, english)?.description).toBe(
      'Leads 1 · Responsible 3 · next deadline 2022-06-30 · 1/2 deadlines passed',
    );
  });

  test('marks a unit that the registry lacks, unless there is no registry', () => {
    expect(look(2)).toMatchObject({ description: '不在名录中 · 责任 2', icon: 'warning', context: 'unit' });
    const without = unitTree({ ...answer, hasRegistry: false }, 'registry', 'f');
    const [, , stray] = without.roots;
    expect(stray && without.look(stray, chinese)).toMatchObject({ description: '责任 2', icon: 'organization' });
  });

  test('finds the unit that is named at the cursor', () => {
    const at = (line: number, character: number) => tree.at({ line, character })?.id;
    expect(at(0, 6)).toBe('f/县司法局');
    expect(at(3, 8)).toBe('f/不明单位');
    expect(at(3, 9)).toBeUndefined();
  });
});

describe('sortUnits', () => {
  test.each([
    ['registry', ['县司法局', '县财政局', '不明单位']],
    ['name', ['不明单位', '县财政局', '县司法局']],
    ['items', ['县司法局', '不明单位', '县财政局']],
    ['deadline', ['县财政局', '县司法局', '不明单位']],
  ] as const)('%s', (order, names) => {
    expect(sortUnits(units, order).map(({ name }) => name)).toEqual(names);
  });
});

test('an item counts once in the progress, whatever the unit is to it', () => {
  expect(units.map((unit) => progressOf(unit, items))).toEqual([
    { passed: 1, total: 2 },
    { passed: 0, total: 1 },
    { passed: 0, total: 0 },
  ]);
});

test.each([
  [0, '1. 甲事项', '2022-05-31 · 已过3天', 'history'],
  [1, '2. 乙事项', '2022-06-30 · 还有27天', 'watch'],
  [2, '3. 丙事项', '长期坚持', 'circle-small'],
  [3, '加分项 1. （没有内容）', '', 'circle-small'],
])('item %i in a list', (index, label, description, icon) => {
  expect(taskLook(items[index], chinese)).toMatchObject({ label, description, icon });
});

test('a day far off is not marked', () => {
  expect(taskLook({ text: '丁', place, day: '2022-12-31', daysLeft: 31 }, chinese)).toMatchObject({ icon: 'calendar' });
  expect(taskLook({ text: '丁', place, day: '2022-03-01', daysLeft: 0 }, chinese).description).toBe(
    '2022-03-01 · 今天到期',
  );
});

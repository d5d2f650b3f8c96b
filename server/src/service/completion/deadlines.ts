import { CompletionItemKind } from 'vscode-languageserver-types';
import { daysInMonth } from '../../domain/calendar';
import { findDates, parseDeadline } from '../../domain/deadline';
import type { IndicatorFile } from '../../model/types';
import { findLate, pastOf } from '../../rules/deadline-text';
import { boundsOf, isCrossed } from '../../rules/deadline-window';
import { deadlinesOf, whenOf } from '../../rules/shared/deadlines';
import { ENTRY } from './context';
import { completionPhrases } from './phrases';
import type { Proposal } from './proposal';
import { extraKey, lastKey, type Scene, targetOf } from './scene';

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
/** So many of a file's own deadlines are offered. */
const MOST_USED = 12;
/** What is typed of a day: a year or 每年, the month, the day. */
const TYPED_DAY = /^(每年|\d{4}年)?(\d{1,2})(?:(月)(?:(\d{1,2})日?前?|[底上中下].{0,2})?)?$/;

/**
 * Deadlines: of the merged group and the item's own text, those that this file uses most, those of the same item elsewhere,
 * then the usual forms. None that a rule would refuse: malformed ones, days outside 创建周期, later than the item's own text.
 */
export function deadlineProposals(scene: Scene): Proposal[] {
  const { context, model } = scene;
  if (extraKey(context.path) === '否决项') return [];
  const given = model?.year?.value;
  const year = given ?? Number(scene.workspace.today.slice(0, 4));
  const isAllowed = judge(scene, given);
  const described = new Map<string, string | undefined>();
  const add = (text: string, description?: string) => {
    if (!described.has(text) && isAllowed(text)) described.set(text, description);
  };
  for (const text of ofGroup(scene)) add(text);
  for (const text of ofContent(scene, given)) add(text, scene.render(completionPhrases.dateInText));
  for (const [text, count] of mostUsed(model)) add(text, scene.render(completionPhrases.usedHere, { count }));
  for (const { text, county } of ofOthers(scene)) add(text, scene.render(completionPhrases.sameItem, { county }));
  // Without 年度 a deadline has to name its year.
  const dated = (text: string) => (given === undefined ? `${year}年${text}` : text);
  for (const text of typedForms(context.typed.trim(), year)) add(/^(?:每年|\d{4}年)/.test(text) ? text : dated(text));
  for (const text of ['6月底前', '9月底前', '11月底前']) add(dated(text));
  add(`${year}年12月31日前`);
  add(given === undefined ? `${year}年底前` : '年底前');
  add('每年3月1日前');
  add('每季度末');
  for (const month of MONTHS) add(dated(`${month}月底前`));
  for (const text of ['第一季度', '上半年', '第三季度末前']) add(dated(text));
  for (const text of ['每年1月底前', '每半年', '每月底前', '长期坚持', '持续推进', '常态化']) add(text);
  return [...described].map(([text, description], order) => ({
    label: text,
    kind: CompletionItemKind.Value,
    newText: text,
    order,
    ...(description !== undefined && { description }),
  }));
}

/** True where a deadline is to be written. */
export function isDeadlinePlace({ context }: Scene): boolean {
  const { path } = context;
  const key = lastKey(path);
  if (context.place === 'key') return false;
  if (key === '完成时限') return true;
  return key === '时间' && path.at(-1) !== ENTRY;
}

/** What no rule would say a word against, hints aside. */
function judge({ model, item }: Scene, year: number | undefined): (text: string) => boolean {
  const bounds = model ? boundsOf(model) : [];
  const past = model ? pastOf(model) : '';
  const content = item?.content;
  return (text) => {
    const reading = parseDeadline(text, year);
    if (!reading.ok || (reading.yearless && year === undefined)) return false;
    const when = whenOf({ text: { value: text }, reading });
    if (when?.calendar === 'known' && bounds.some((bound) => isCrossed(bound, when))) return false;
    return !content || !findLate(content, [{ text: { value: text, node: content.node }, reading }], past);
  };
}

function ofGroup({ model, item }: Scene): string[] {
  const number = item?.number?.value;
  const group =
    number === undefined ? undefined : model?.groups.find(({ targets }) => targets?.targets.includes(number));
  const numbers = new Set(group?.targets?.targets);
  return (model?.items ?? []).flatMap((one) =>
    one !== item && one.number && numbers.has(one.number.value)
      ? one.deadlines.map(({ text }) => text.value.trim())
      : [],
  );
}

function ofContent({ item }: Scene, year: number | undefined): string[] {
  const text = item?.content?.value ?? '';
  return findDates(text, year).map(({ span }) => {
    const phrase = text
      .slice(span.start, span.end)
      .replace(/\s/g, '')
      .replace(/[之以]前$/, '前');
    return phrase.endsWith('底') ? `${phrase}前` : phrase;
  });
}

const counted = new WeakMap<IndicatorFile, readonly (readonly [string, number])[]>();

/** The deadlines that a file uses, the most frequent first. */
function mostUsed(model: IndicatorFile | undefined): readonly (readonly [string, number])[] {
  if (!model) return [];
  const earlier = counted.get(model);
  if (earlier) return earlier;
  const counts = new Map<string, number>();
  for (const { entry } of deadlinesOf(model)) {
    const text = entry.text.value.trim();
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_USED);
  counted.set(model, sorted);
  return sorted;
}

/** Deadlines of the same item in other files; a year of theirs is not ours. */
function ofOthers(scene: Scene): { text: string; county: string }[] {
  const { corpus, workspace, file } = scene;
  const number = targetOf(scene)?.number?.value;
  if (!corpus || number === undefined) return [];
  return workspace.index
    .elsewhere(corpus.name, number, file.uri)
    .flatMap(({ file: other, item }) =>
      item.deadlines.flatMap((text) => (/\d{4}/.test(text) ? [] : [{ text: text.trim(), county: other.county ?? '' }])),
    );
}

/** Deadlines that begin with what is typed. */
function typedForms(typed: string, year: number): string[] {
  const day = TYPED_DAY.exec(typed);
  if (day) {
    const [, head = '', number = '', unit, date] = day;
    const months = MONTHS.filter((month) => (unit ? month === Number(number) : String(month).startsWith(number)));
    return months.flatMap((month) => {
      const last = daysInMonth(month, head.startsWith('每') ? undefined : year);
      if (date !== undefined) {
        const days = Array.from({ length: last }, (_, i) => i + 1).filter((one) => String(one).startsWith(date));
        return days.map((one) => `${head}${month}月${one}日前`);
      }
      return ['底', `${last}日`, '15日', '上旬', '中旬', '1日'].map((part) => `${head}${month}月${part}前`);
    });
  }
  if (/^20\d{0,2}$/.test(typed) || /^\d{4}年$/.test(typed)) {
    const years = /^\d{4}/.test(typed) ? [Number(typed.slice(0, 4))] : [year, year + 1];
    return years.flatMap((one) => [`${one}年12月31日前`, `${one}年底前`, `${one}年6月底前`, `${one}年上半年`]);
  }
  if (typed.startsWith('每年')) return MONTHS.map((month) => `每年${month}月底前`);
  return [];
}

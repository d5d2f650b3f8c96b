import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import pc from 'picocolors';
import { parseGroup } from '../../domain/reference';
import { type CountyComparison, compareCounties } from '../../exchange/compare/compare';
import { ASPECT_WORDS, comparisonPrintout, NO_ITEM, select } from '../../exchange/compare/table';
import { FORMATS, TEXT_FORMATS, write } from '../../exchange/export';
import { wantsColor } from '../color';
import { type Context, EXIT, Failure } from '../context';
import { openDocument } from '../documents';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { shownPath } from '../paths';
import { reportFile } from '../report-file';
import { cut, sideBySide } from '../table';
import { displayWidth } from '../width';
import { writeAtomically } from '../write';

/** Options of `compare` as commander hands them over. */
export interface CompareOptions {
  readonly to?: string;
  readonly output?: string;
  readonly item?: string;
  readonly onlyDifferences?: boolean;
  readonly force?: boolean;
  readonly color?: boolean;
}

type Colors = ReturnType<typeof pc.createColors>;

/** Columns of a terminal that does not say how wide it is. */
const COLUMNS = 100;
const NARROWEST = 12;
const ASPECT_COLUMNS = 8;

/**
 * `zhibiao compare`: the items of several counties side by side, on the terminal or as a document.
 * @returns the exit code of contract section 7
 * @throws Failure for files that cannot be read or written, and wrong options
 */
export async function compare(
  context: Context,
  engine: Engine,
  files: readonly string[],
  options: CompareOptions,
): Promise<number> {
  const { cwd, stdout } = context;
  if (files.length < 2) throw new Failure('比较要有两个以上文件');
  const format = options.to === undefined ? undefined : formatNamed(options.to);
  const selection = { onlyDifferences: options.onlyDifferences ?? false, ...itemsOf(options.item) };
  const target = options.output === undefined ? undefined : reportFile(options.output, cwd);
  if (target !== undefined && format === undefined) throw new Failure('--output 要与 --to 一起用');
  if (target !== undefined && existsSync(target) && !options.force) {
    throw new Failure(`${visible(shownPath(cwd, target))} 已经存在，要覆盖请加 --force`);
  }
  const project = engine.openProject({});
  const documents = [];
  for (const file of files) documents.push(await openDocument(context, engine, project, file));
  const whole = compareCounties(
    documents.map(({ checked }) => checked),
    documents.map(({ file }) => basename(file)),
  );
  const comparison = select(whole, selection);
  if (format === undefined) {
    const colors = pc.createColors(wantsColor(options.color, stdout, context.env));
    for (const line of terminalLines(comparison, stdout.columns || COLUMNS, colors)) stdout.write(`${line}\n`);
    return EXIT.clean;
  }
  const bytes = await write(comparisonPrintout(comparison), format);
  if (target !== undefined) {
    writeAtomically(target, [bytes], shownPath(cwd, target));
    stdout.write(`已写入 ${visible(shownPath(cwd, target))}\n`);
  } else if (TEXT_FORMATS.has(format)) stdout.write(new TextDecoder().decode(bytes));
  else throw new Failure(`${format} 不是文本格式，请用 --output 写明文件`);
  return EXIT.clean;
}

function formatNamed(text: string) {
  const found = FORMATS.find((format) => format === text);
  if (!found) throw new Failure(`没有格式「${visible(text)}」，可以用：${FORMATS.join('、')}`);
  return found;
}

/** 5-8, 5、8, 5. */
function itemsOf(text: string | undefined): { items?: ReadonlySet<number> } {
  if (text === undefined) return {};
  const group = parseGroup(text);
  if (!group) throw new Failure(`--item 要写成 5-8 或者 5、8 的样子，不能是「${visible(text)}」`);
  return { items: new Set(group.targets) };
}

function* terminalLines(comparison: CountyComparison, columns: number, colors: Colors): Generator<string> {
  const { counties, basis, items, others } = comparison;
  const share = Math.floor((columns - ASPECT_COLUMNS - 2 * counties.length) / counties.length);
  const width = Math.max(NARROWEST, share);
  const row = (aspect: string, cells: readonly string[], tint: (text: string) => string) =>
    sideBySide([
      { text: aspect, columns: ASPECT_COLUMNS, tint: colors.dim },
      ...cells.map((text) => ({ text, columns: width, tint })),
    ]);
  if (basis) yield colors.dim(visible(`按${basis}的序号排列`));
  yield* row('', counties.map(visible), colors.bold);
  for (const { label, text, aspects, present } of items) {
    const title = `第${label}项`;
    yield '';
    yield `${colors.underline(title)} ${cut(visible(text), columns - displayWidth(title) - 1)}`;
    if (present.includes(false))
      yield* row(
        '',
        present.map((has) => (has ? '' : NO_ITEM)),
        colors.yellow,
      );
    for (const { aspect, entries, differs } of aspects) {
      const cells = entries.map((entry) =>
        visible(entry.join(aspect === 'departure' || aspect === 'threshold' ? '；' : '、')),
      );
      yield* row(ASPECT_WORDS[aspect], cells, differs ? colors.yellow : (cell) => cell);
    }
  }
  for (const [index, rest] of others.entries()) {
    if (rest.length === 0) continue;
    yield '';
    yield colors.bold(visible(`${counties[index] ?? ''}另有${rest.length}项没有对应：`));
    for (const { label, text } of rest) yield cut(`  ${visible(label)} ${visible(text)}`, columns);
  }
  yield '';
  const differing = items.filter((item) => item.present.includes(false) || item.aspects.some(({ differs }) => differs));
  yield `共${items.length}项，${differing.length}项不一致`;
}

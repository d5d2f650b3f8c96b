import { VOCABULARY } from '../../model/keys';
import { pathAt } from '../../model/locate';
import type { LineIndex } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { type LineTokens, tokensOf } from '../completion/line-tokens';
import { ancestorsOf, isOpenValue } from '../completion/line-tree';

const STEP = 2;
/** Keys whose value is a list, beside those whose lists hold names or texts. */
const LISTS: ReadonlySet<string> = new Set([
  ...['一级指标', '二级指标', '三级指标', '条目', '阶段', '考核方式', '合并报送', '单位', '覆盖', '资料', '报送资料'],
  ...['牵头单位', '责任单位', '配合单位', '成员', '别名', '曾用名', '承继', '要求库', '忽略'],
]);
/** Whose entries are texts of one line; those of 完成时限 may be. */
const isTextList = (key: string) =>
  VOCABULARY.textLists.has(key) || VOCABULARY.nameLists.has(key) || key === '完成时限';

/**
 * What the new line begins with: the next dash of a list, the column of the next key, or what is below a key. Behind an entry
 * without text the list ends, and its dash goes. Only where nothing but blanks, or a dash that the editor has added, follows.
 */
export function afterEnter({ document: { lines, tree } }: Checked, offset: number): TextEdit[] {
  const { line } = lines.positionAt(offset);
  const { start, end } = lines.lineSpan(line);
  const present = lines.text.slice(start, end);
  if (line === 0 || !/^ *(?:- *)?$/.test(present)) return [];
  const above = lines.lineSpan(line - 1);
  const text = lines.text.slice(above.start, above.end);
  if (isBlankOrComment(text) || isInside(tree.root, lines, line - 1)) return [];
  const tokens = tokensOf(text);
  const ended = endOfList(lines, line - 1, text, tokens);
  if (ended !== undefined) return [{ span: { start: above.start, end }, newText: ended }];
  const wanted = beginning(lines, line - 1, text, tokens);
  // A dash that the editor has added for a reason of its own stays.
  if (wanted === undefined || wanted === present || (present.includes('-') && !wanted.includes('-'))) return [];
  return [{ span: { start, end }, newText: wanted }];
}

function isBlankOrComment(text: string): boolean {
  return /^[ \t]*(?:#.*)?$/.test(text);
}

/** True where a line is part of a text over several lines, or ends within brackets: then what follows is, too. */
function isInside(root: Parameters<typeof pathAt>[0], lines: LineIndex, line: number): boolean {
  const { start, end } = lines.lineSpan(line);
  const last = start + lines.text.slice(start, end).trimEnd().length;
  return pathAt(root, last).some((step) => {
    const node = step.kind === 'element' ? step.node : step.entry.value;
    if (!node || node.place.start >= last) return false;
    const { place } = node;
    if (node.kind === 'scalar') {
      const isBlock = node.style === 'literal' || node.style === 'folded';
      return isBlock ? place.start < start : place.start < start || place.end > end;
    }
    return (node.kind === 'mapping' || node.kind === 'sequence') && node.flow && place.end > end;
  });
}

/** The indentation of the key whose list ends with an entry without text; undefined where the line is something else. */
function endOfList(
  lines: LineIndex,
  line: number,
  text: string,
  { dashes, key, body }: LineTokens,
): string | undefined {
  const [dash] = dashes;
  if (dash === undefined || dashes.length > 1 || key || text.slice(body).trim() !== '') return undefined;
  for (let above = line - 1; above >= 0; above--) {
    const { start, end } = lines.lineSpan(above);
    const row = lines.text.slice(start, end);
    if (isBlankOrComment(row)) continue;
    const tokens = tokensOf(row);
    if (tokens.column > dash || tokens.dashes[0] === dash) continue;
    return tokens.key ? ' '.repeat(tokens.column) : undefined;
  }
  return undefined;
}

function beginning(lines: LineIndex, line: number, text: string, tokens: LineTokens): string | undefined {
  const { dashes, key, column, body } = tokens;
  const [first, dash = first] = [dashes[0], dashes.at(-1)];
  const list = first === undefined ? undefined : ancestorsOf(lines, line, first, true)?.at(-1);
  // A text may well begin like a key: 资料：…
  if (dash !== undefined && list !== undefined && isTextList(list) && (!key || key.isOdd)) {
    return text.slice(body).trim() === '' ? undefined : `${' '.repeat(dash)}- `;
  }
  if (!key) return undefined;
  const value = text.slice(key.value);
  if (/^[|>][-+0-9]*[ \t]*$/.test(value)) return ' '.repeat(column + STEP);
  if (!isOpenValue(value)) return ' '.repeat(column);
  return ' '.repeat(column + STEP) + (LISTS.has(key.name) ? '- ' : '');
}

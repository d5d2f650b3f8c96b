import { type Context, context, ENTRY, type Line, pathOf, siblingsOf } from './context';
import { type Flow, flowAt, otherEntries, otherKeys } from './flow';
import { tokensOf } from './line-tokens';

/** In the brackets of a flow list or mapping, which may have been opened on a line above. */
export function flowContext(line: Line, cursor: number): Context | undefined {
  const opened = openedFlow(line, cursor);
  if (!opened) return undefined;
  const { flow, path: base } = opened;
  const { text } = line.lines;
  const path = [...base];
  for (const frame of flow.frames) {
    if (frame.kind === 'list') path.push(ENTRY);
    else if (frame.key !== undefined) path.push(frame.key);
  }
  const frame = flow.frames.at(-1);
  if (!frame) return undefined;
  const start = Math.min(Math.max(frame.start, line.start), cursor);
  const ending = text.slice(cursor).search(flow.quote ? /["'\r\n]/ : /[,，\]}］｝\r\n]|[:：](?=\s|$)|\s#/);
  const end = cursor + Math.max(0, ending);
  const hasColon = /^\s*[:：]/.test(text.slice(end));
  const isList = frame.kind === 'list';
  const isKey = frame.kind === 'mapping' && frame.key === undefined;
  return {
    ...context(line, start - line.start, text.slice(cursor, end).trimEnd().length + line.at, {
      place: isList ? 'entry' : isKey ? 'key' : 'value',
      path,
      flow: true,
      quote: flow.quote,
      entries: isList ? otherEntries(text, frame, cursor) : [],
      siblings: isKey ? new Map(otherKeys(text, frame, cursor).map((key) => [key, ''])) : opened.siblings,
      hasColon: isKey && hasColon,
    }),
  };
}

/** Lines above the cursor that are searched for the bracket that opens a value. */
const MAX_FLOW_LINES = 40;

function openedFlow(
  { lines, number }: Line,
  cursor: number,
): { flow: Flow; path: readonly string[]; siblings: ReadonlyMap<string, string> } | undefined {
  for (let at = number; at >= Math.max(0, number - MAX_FLOW_LINES); at--) {
    const { start, end } = lines.lineSpan(at);
    const text = lines.text.slice(start, end);
    const tokens = tokensOf(text);
    const value = tokens.key ? tokens.key.value : tokens.body;
    if (/^[[{［｛]/.test(text.slice(value)) && start + value < cursor) {
      const flow = flowAt(lines.text, start + value, cursor);
      if (!flow) return undefined;
      const line: Line = { lines, number: at, start, text, at: text.length, tokens };
      const path = pathOf(line, tokens, tokens.column);
      if (!path) return undefined;
      const own = tokens.key ? [...path, tokens.key.name] : path;
      return { flow, path: own, siblings: siblingsOf(line, tokens.key?.name ?? '') };
    }
    // A line of a flow value ends with a comma or has no key.
    if (tokens.dashes.length > 0 || (tokens.key && !/[,，]\s*$/.test(text))) return undefined;
    if (text.trim() === '' && at < number) return undefined;
  }
  return undefined;
}

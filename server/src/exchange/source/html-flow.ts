import { shownLine } from './html-text';
import { attribute, type HtmlElement, type HtmlNode, isBlock, isElement, isHidden, isUnseen, walk } from './html-tree';

export interface Flow {
  /** A line as shown; never empty. */
  line(text: string): void;
  /** @returns true: the table was seen to; false: its text flows on like any other */
  table(table: HtmlElement): boolean;
  /** Text that the page holds but does not show. */
  hidden(text: string): void;
}

/** Hands on the lines of text below a node in their order. @param keepsBreaks see {@link shownLine} */
export function flowText(root: HtmlNode, keepsBreaks: boolean, to: Flow): void {
  let pieces: string[] = [];
  let preformatted = 0;
  const flush = () => {
    const text = shownLine(pieces.join(''), keepsBreaks);
    pieces = [];
    if (text !== '') to.line(text);
  };
  const flushLines = (text: string) => {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      pieces.push(line);
      if (index < lines.length - 1) flush();
    }
  };
  walk(root, {
    enter(node) {
      if ('value' in node) {
        if (preformatted > 0) flushLines(node.value);
        else pieces.push(node.value);
      }
      if (!isElement(node) || isUnseen(node) || isNoteMark(node)) return false;
      if (isHidden(node)) {
        to.hidden(textOf(node, keepsBreaks));
        return false;
      }
      if (isBlock(node)) flush();
      if (node.tagName === 'table' && to.table(node)) return false;
      if (node.tagName === 'pre') preformatted++;
      return true;
    },
    leave(node) {
      if (!isElement(node)) return;
      if (isBlock(node)) flush();
      if (node.tagName === 'pre') preformatted--;
    },
  });
  flush();
}

/** All text below a node in one line, whether the page shows it or not. */
export function textOf(root: HtmlNode, keepsBreaks: boolean): string {
  const pieces: string[] = [];
  walk(root, {
    enter(node) {
      if ('value' in node) pieces.push(node.value);
      if (!isElement(node) || isUnseen(node)) return false;
      if (isBlock(node)) pieces.push(' ');
      return true;
    },
    leave: () => undefined,
  });
  return shownLine(pieces.join(''), keepsBreaks);
}

/** The [1] of a footnote, and the arrow back to it, as Word and mammoth write them. */
function isNoteMark(element: HtmlElement): boolean {
  return element.tagName === 'a' && /^#(?:_ftn|_edn|footnote|endnote)/.test(attribute(element, 'href') ?? '');
}

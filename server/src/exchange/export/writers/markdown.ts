import { markdownFormat } from '../../../service/markdown';
import type { Line, Paragraph, Part, Printout, Table } from '../document';
import { gridOf } from '../grid';

const { text: shownText, added, dropped, strong: bold } = markdownFormat;

/** Tables of GitHub's Markdown, which knows no merged cells: they stand where they begin, the rest is empty. */
export function writeMarkdown({ parts }: Printout): string {
  return `${parts.map(section).join('\n\n')}\n`;
}

function section({ head, tables, notes }: Part): string {
  return [...head.flatMap(line), ...tables.map(table), ...notes.flatMap(line)].join('\n\n');
}

function line({ style, paragraphs }: Line): string[] {
  const texts = paragraphs.map(runs);
  if (style === 'title') return [`# ${texts.join(' ')}`];
  if (style === 'heading') return [`## ${texts.join(' ')}`];
  if (style === 'unit') return [bold(texts.join(' '))];
  return texts;
}

function table(one: Table): string {
  const rows = gridOf(one).map((row) =>
    row.map((at) => (at?.isFirst ? at.cell.paragraphs.map(runs).join('<br>') : '')),
  );
  const rule = one.columns.map(() => '---');
  return [one.columns.map(({ title }) => shownText(title)), rule, ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function runs(paragraph: Paragraph): string {
  return paragraph
    .map(({ text, strong, change }) => {
      const shown = shownText(text);
      if (change === 'dropped') return dropped(shown);
      return change === 'added' || strong ? added(shown) : shown;
    })
    .join('');
}

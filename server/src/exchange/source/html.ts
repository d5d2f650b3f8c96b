import type { Message } from '../../rules/finding';
import { buildGrid, framed, isFrame, paragraphs } from './grid';
import { flowText } from './html-flow';
import { layoutTables, readTable } from './html-table';
import { decodePage } from './html-text';
import type { HtmlElement } from './html-tree';
import { sourcePhrases } from './phrases';
import { refusal } from './refusal';
import type { Block, Note, Source } from './types';

/** A web page, or what Word, WPS, Excel and LibreOffice write when they save as one. */
export async function readHtml(bytes: Uint8Array, name: string): Promise<Source> {
  return await readPage(decodePage(bytes), name);
}

/** The same for a text, such as the clipboard's; Windows puts a few lines of its own before the markup there. */
export async function readPage(page: string, name: string): Promise<Source> {
  const { parse } = await import('./html-library');
  const markup = /^Version:[\d.]+\s/.test(page) ? page.slice(page.indexOf('<')) : page;
  const root = parse(markup);
  const keepsBreaks = /<meta[^>]{0,80}generator[^>]{0,80}(?:Libre|Open)Office/i.test(markup);
  const layouts = layoutTables(root);
  const blocks: Block[] = [];
  const notes: Note[] = [];
  const note = (template: keyof typeof sourcePhrases, data: Message['data']) =>
    notes.push({ template: sourcePhrases[template], data });
  const hidden = (text: string) => {
    if (text !== '') note('hiddenText', { text });
  };
  let paragraphCount = 0;
  let tableCount = 0;

  function line(text: string): void {
    blocks.push({ kind: 'paragraph', text, at: `第${++paragraphCount}段` });
  }

  function table(element: HtmlElement): boolean {
    if (layouts.has(element)) return false;
    const nested = (at: string) => note('tableInCell', { at });
    const { caption, rows } = readTable(element, { keepsBreaks, title: `表${tableCount + 1}`, hidden, nested });
    blocks.push(...paragraphs(caption, `表${tableCount + 1}的标题`));
    if (isFrame(rows)) {
      for (const { text } of framed(rows)) line(text);
    } else {
      tableCount++;
      blocks.push(buildGrid(rows));
    }
    return true;
  }

  flowText(root, keepsBreaks, { line, table, hidden });
  if (blocks.length === 0) throw refusal('empty', name);
  return { name, blocks, notes };
}

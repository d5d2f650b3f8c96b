import type { Part, Printout, Table } from '../document';
import { escapeXml } from '../escape';
import { pack } from '../zip';
import { coreProperties, XML } from './properties';
import { sheetNames } from './sheet-names';
import { headerRow, sheetXml } from './xlsx-sheet';
import { stylesXml } from './xlsx-styles';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet holds one table: a part with several takes several. */
interface Sheet {
  readonly name: string;
  readonly part: Part;
  readonly table: Table | undefined;
}

const TABLE_NAMES: Readonly<Record<Table['kind'], string>> = { items: '指标', phases: '阶段', methods: '考核方式' };

/**
 * A workbook: a sheet for each part, its header frozen and repeated on paper, A4 on its side and as wide as the page. Cells
 * are texts, never formulas. No library that is free of charge writes frozen panes and the looks of cells, so the few parts
 * are written here (ECMA-376, part 1, SpreadsheetML).
 */
export function writeXlsx({ title, parts }: Printout): Promise<Uint8Array> {
  const all = parts.flatMap(sheetsOf);
  const names = sheetNames(all.map(({ name }) => name));
  const sheets = all.map((sheet, index) => ({ ...sheet, name: names[index] ?? '', id: index + 1 }));
  const titles = sheets.flatMap(({ name, part, table, id }) => {
    if (!table) return [];
    const row = headerRow(part);
    const sheet = `'${name.replaceAll("'", "''")}'`;
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${id - 1}">${escapeXml(`${sheet}!$${row}:$${row}`)}</definedName>`;
  });
  const files = new Map<string, string>([
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.map(({ id }) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      relations([
        ['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
        ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(title)],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name, id }) => `<sheet name="${escapeXml(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets>${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(({ id }) => [`rId${id}`, `${RELATIONS}/worksheet`, `worksheets/sheet${id}.xml`] as const),
        [`rId${sheets.length + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml()],
    ...sheets.map(({ part, table, id }) => [`xl/worksheets/sheet${id}.xml`, sheetXml(part, table, id === 1)] as const),
  ]);
  return pack(files);
}

function sheetsOf(part: Part): Sheet[] {
  const { name, head, tables, notes } = part;
  if (tables.length < 2) return [{ name, part, table: tables[0] }];
  return tables.map((table, index) => ({
    name: index === 0 ? name : TABLE_NAMES[table.kind],
    part: { name, head: index === 0 ? head : [], tables: [table], notes: index === 0 ? notes : [] },
    table,
  }));
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const list = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

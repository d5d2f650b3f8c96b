import { describe, expect, it } from 'vitest';
import { readSource } from '../../../server/src/exchange/source/index';
import { sourcePhrases } from '../../../server/src/exchange/source/phrases';
import { docx, notesOf, numbered, p, part, shown, tbl, tc, tr } from './documents';

const read = (body: string, parts?: Readonly<Record<string, string>>) => readSource(docx(body, parts), 'a.docx');
const merge = (start: boolean) => (start ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>');

describe('a table of Word', () => {
  it('keeps merged cells, header rows and the lines of a cell', async () => {
    const source = await read(
      p('标题') +
        tbl(
          tr([tc('一级'), tc('责任', '<w:gridSpan w:val="2"/>')], '<w:tblHeader/>'),
          tr([tc('一、', merge(true)), tc('1'), tc(p('县司法局') + p('县财政局'))]),
          tr([tc('', merge(false)), tc('2'), tc('<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r></w:p>')]),
        ) +
        p('2021年10月20日'),
    );
    expect(shown(source)).toEqual([
      '标题',
      '一级 | 责任 >',
      '一、 | 1 | 县司法局⏎县财政局',
      '^ | 2 | 甲⏎乙',
      '2021年10月20日',
    ]);
    const [, grid] = source.blocks;
    expect(grid?.kind === 'grid' && grid.rows.map(({ header, at }) => [header, at])).toEqual([
      [true, '表1第1行'],
      [undefined, '表1第2行'],
      [undefined, '表1第3行'],
    ]);
  });

  it('keeps merged cells where bookmarks stand between rows and cells', async () => {
    const mark = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>';
    const rows = [tr([tc('一、', merge(true)), mark, tc('1')]), mark, tr([tc('', merge(false)), tc('2')])];
    expect(shown(await read(tbl(...rows)))).toEqual(['一、 | 1', '^ | 2']);
  });

  it('fills the columns that a row leaves out at its start', async () => {
    const rows = [tr([tc('甲'), tc('乙'), tc('丙')]), tr([tc('丁')], '<w:gridBefore w:val="2"/>')];
    expect(shown(await read(tbl(...rows)))).toEqual(['甲 | 乙 | 丙', ' > | 丁']);
  });

  it('takes text in with revisions accepted, and says so', async () => {
    const revised =
      '<w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>新</w:t></w:r></w:ins></w:p>';
    const source = await read(revised);
    expect(shown(source)).toEqual(['新']);
    expect(notesOf(source)).toEqual([sourcePhrases.revisions]);
  });

  it('tells of macros, headers and what it cannot read', async () => {
    const source = await read(`${p('正文')}<w:p><m:oMath xmlns:m="urn:m"><m:t>x</m:t></m:oMath></w:p>`, {
      'word/vbaProject.bin': 'x',
      'word/header1.xml': part('hdr', p('内部资料')),
    });
    expect(source.notes.map(({ template, data }) => [template, Object.values(data)])).toEqual([
      [sourcePhrases.macros, []],
      [sourcePhrases.unreadable, ['oMath']],
      [sourcePhrases.margins, ['内部资料']],
    ]);
  });
});

describe('automatic numbers', () => {
  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = part(
    'numbering',
    `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.')}${level(2, 'decimal', '（%1.%3）')}</w:abstractNum>
     <w:abstractNum w:abstractNumId="8">${level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')}</w:abstractNum>
     <w:abstractNum w:abstractNumId="9">${level(0, 'bullet', '·')}</w:abstractNum>
     <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
     <w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
     <w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>
     <w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
  );

  it('are written down, each level anew below the one above', async () => {
    const body = [
      numbered(1, 0, '政府'),
      numbered(1, 1, '甲'),
      numbered(1, 1, '乙'),
      numbered(1, 0, '决策'),
      numbered(1, 1, '丙'),
      numbered(1, 2, '丁'),
    ];
    expect(shown(await read(body.join(''), { 'word/numbering.xml': numbering }))).toEqual([
      '一、政府',
      '1. 甲',
      '2. 乙',
      '二、决策',
      '1. 丙',
      '（二.1）丁',
    ]);
  });

  it('fill the cells of a column that holds nothing else', async () => {
    const rows = [1, 2, 3].map((row) => tr([tc(numbered(2, 0)), tc(`第${row}行`)]));
    expect(shown(await read(tbl(...rows), { 'word/numbering.xml': numbering }))).toEqual([
      '1 | 第1行',
      '2 | 第2行',
      '3 | 第3行',
    ]);
  });

  it('begin anew where the list says so, and bullets are none', async () => {
    const body = numbered(1, 0, '甲') + numbered(4, 0, '乙') + numbered(4, 0, '丙') + numbered(3, 0, '点');
    expect(shown(await read(body, { 'word/numbering.xml': numbering }))).toEqual(['一、甲', '五、乙', '六、丙', '点']);
  });

  it('come from the style of a paragraph, which its own 0 takes away', async () => {
    const styles = part(
      'styles',
      `<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
       <w:style w:type="paragraph" w:styleId="derived"><w:basedOn w:val="base"/></w:style>`,
    );
    const styled = (text: string, more = '') => p(text, `<w:pStyle w:val="derived"/>${more}`);
    const body = styled('甲') + styled('乙', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('丙');
    const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };
    expect(shown(await read(body, parts))).toEqual(['一、甲', '乙', '二、丙']);
  });
});

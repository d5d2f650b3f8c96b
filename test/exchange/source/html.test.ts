import { describe, expect, it } from 'vitest';
import { readHtml, readPage } from '../../../server/src/exchange/source/html';
import { readClipboard, readSource } from '../../../server/src/exchange/source/index';
import { sourcePhrases } from '../../../server/src/exchange/source/phrases';
import { notesOf, shown } from './documents';

const lines = async (page: string) => shown(await readPage(page, 'a.html'));

describe('a web page', () => {
  it('gives its paragraphs and tables in order', async () => {
    const page = `<title>网站</title><h1>标题</h1><p>第一段<br>第二段</p>
      <table><caption>附件1</caption><thead><tr><th>序号<th>内容</thead><tr><td rowspan=2>1<td><p>甲</p><p>乙</p><tr><td>丙</table>尾`;
    expect(await lines(page)).toEqual([
      '标题',
      '第一段',
      '第二段',
      '附件1',
      '序号 | 内容',
      '1 | 甲⏎乙',
      '^ | 丙',
      '尾',
    ]);
  });

  it.each([
    ['a line break between Chinese characters is none', '<p>法治\n   政府</p>', '法治政府'],
    ['one beside a letter is a blank', '<p>法治\nA</p>', '法治 A'],
    [
      'LibreOffice breaks lines at blanks only',
      '<meta name="generator" content="LibreOffice 7"><p>县司法局\n县财政局</p>',
      '县司法局 县财政局',
    ],
    ['no-break spaces are blanks', '<p>县司法局&nbsp;&nbsp;县财政局&nbsp;</p>', '县司法局 县财政局'],
    ['an ideographic space stays within a line', '<p>　　甲　乙</p>', '甲　乙'],
    ['markup within a word is none', '<p>法<b>治</b>政<span>府</span></p>', '法治政府'],
    ['scripts and styles are no text', '<style>a{}</style><p>甲</p><script>b()</script>', '甲'],
  ])('%s', async (_, page, expected) => {
    expect(await lines(page)).toEqual([expected]);
  });

  it('keeps the lines of preformatted text', async () => {
    expect(await lines('<pre>甲\n乙</pre>')).toEqual(['甲', '乙']);
  });

  it('leaves out what is not shown, and says so', async () => {
    const page = `<table><tr style="display:none"><td>密<td>文</tr><tr><td>甲<td hidden>丁<td>乙</tr></table><p style="mso-hide: all">丙</p>`;
    const source = await readPage(page, 'a.html');
    expect(shown(source)).toEqual(['甲 | 乙']);
    expect(source.notes.map(({ template, data }) => [template, data.text])).toEqual([
      [sourcePhrases.hiddenText, '密 文'],
      [sourcePhrases.hiddenText, '丁'],
      [sourcePhrases.hiddenText, '丙'],
    ]);
  });

  it('looks into tables that lay out the page, and takes a small table within a cell as text', async () => {
    const page = `<table><tr><td>导航<td><table><tr><td>序号<td>内容</tr><tr><td>1<td>甲<table><tr><td>乙<td>丙</table></tr></table></table>`;
    const source = await readPage(page, 'a.html');
    expect(shown(source)).toEqual(['导航', '序号 | 内容', '1 | 甲⏎乙⏎丙']);
    expect(notesOf(source)).toEqual([sourcePhrases.tableInCell]);
  });

  it('takes a table of one column as the frame round a text', async () => {
    expect(await lines('<table><tr><td>甲<br>乙<tr><td>丙</table>')).toEqual(['甲', '乙', '丙']);
  });

  it.each([
    ['rowspan=0 reaches to the end', '<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3', ['甲 | 1', '^ | 2', '^ | 3']],
    ['a span beyond the last row ends there', '<tr><td rowspan=9>甲<td>1<tr><td>2', ['甲 | 1', '^ | 2']],
    ['a wide cell ends where a tall one stands', '<tr><td>1<td rowspan=2>甲<tr><td colspan=3>2', ['1 | 甲', '2 | ^']],
    ['damaged spans are one', '<tr><td rowspan=-1 colspan=x>甲<td colspan=0>乙', ['甲 | 乙']],
  ])('%s', async (_, rows, expected) => {
    expect(await lines(`<table>${rows}</table>`)).toEqual(expected);
  });

  it('takes however deep a page nests', async () => {
    const page = `${'<div>'.repeat(5_000)}甲${'<table><tr><td>'.repeat(300)}乙`;
    expect(await lines(page)).toEqual(['甲', '乙']);
  });
});

describe('what Word and Excel write', () => {
  it('is read without their conditional parts, empty paragraphs and rulers', async () => {
    const page = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
      <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--></head><body>
      <p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
      <table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td><p class=MsoNormal>全面
      推进<span lang=EN-US><o:p></o:p></span></p></td><td><p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>甲</p></td></tr>
      <![if !supportMisalignedColumns]><tr height=0><td width=1 style='border:none'></td><td></td></tr><![endif]></table>
      <p>正文<a href="#_ftn1" name="_ftnref1">[1]</a></p></body></html>`;
    expect(await lines(page)).toEqual(['全面推进 | 1. 甲', '正文']);
  });

  it('comes with a header of its own on the clipboard of Windows', async () => {
    const html =
      'Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000300\r\n<html><body><table><!--StartFragment--><tr><td>1</td><td>甲</td></tr><!--EndFragment--></table></body></html>';
    expect(shown(await readClipboard(html, '', '剪贴板'))).toEqual(['1 | 甲']);
  });

  it('is text where the markup has no table, and cells of several lines are quoted there', async () => {
    expect(shown(await readClipboard('<p>1\t甲</p>', '1\t甲\n2\t乙', '剪贴板'))).toEqual(['1 | 甲', '2 | 乙']);
    expect(shown(await readClipboard(undefined, '1\t"甲""一""\n乙"\r\n2\t丙\r\n', '剪贴板'))).toEqual([
      '1 | 甲"一"⏎乙',
      '2 | 丙',
    ]);
  });
});

describe('the encoding of a page', () => {
  const gbk = Uint8Array.from([0xb7, 0xa8, 0xd6, 0xce]); // 法治
  const bytes = (...pieces: readonly (string | Uint8Array)[]) =>
    Uint8Array.from(
      pieces.flatMap((piece) => [...(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)]),
    );

  it.each([
    ['UTF-8 that calls itself GB2312', bytes('<meta charset=gb2312><p>法治</p>')],
    [
      'GBK by its meta element',
      bytes('<meta http-equiv=Content-Type content="text/html; charset=gb2312"><p>', gbk, '</p>'),
    ],
    ['GBK that says nothing', bytes('<p>', gbk, gbk, '</p>')],
    [
      'UTF-16',
      bytes(
        Uint8Array.of(0xff, 0xfe),
        Uint8Array.from([...'<p>法治</p>'].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8])),
      ),
    ],
  ])('%s', async (_, page) => {
    expect(shown(await readHtml(page, 'a.html')).join('')).toMatch(/^(?:法治)+$/);
  });

  it('is told in an .mht file by its part', async () => {
    const head =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_X"\r\n\r\n------=_X\r\nContent-Type: text/html; charset="gb2312"\r\n';
    const quoted = bytes(
      head,
      'Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>=B7=A8=\r\n=D6=CE</p>\r\n------=_X--',
    );
    expect(shown(await readSource(quoted, 'a.mht'))).toEqual(['法治']);
    const inBase64 = bytes(
      head,
      'Content-Transfer-Encoding: base64\r\n\r\n',
      btoa(String.fromCharCode(...bytes('<p>', gbk, '</p>'))),
      '\r\n------=_X--',
    );
    expect(shown(await readSource(inBase64, 'a.doc'))).toEqual(['法治']);
    expect(shown(await readSource(bytes(head, '\r\n<p>', gbk, '\x80</p>\r\n------=_X--'), 'a.mht'))[0]).toMatch(
      /^法治/,
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { ON_TYPE_CHARACTERS, onType } from '../../server/src/service/on-type';
import { applyEdits } from '../../server/src/text/edits';
import type { Checked } from '../../server/src/workspace/project';
import { mutate, pieces, seeds, slip } from '../yaml/support';

function read(text: string): Checked {
  const document = readDocument('file:///w/a.zhibiao.yaml', 'zhibiao', text);
  return { uri: document.uri, document, surroundings: {}, findings: [], dependencies: [] };
}

/** The text after `character` was typed at the `|`, by an editor that adds `auto` by itself; the edit's end is the new `|`. */
function type(marked: string, character: string, auto = ''): string {
  const at = marked.indexOf('|');
  const typed = marked.slice(0, at) + character + auto + marked.slice(at + 1);
  const file = read(typed);
  const { lines } = file.document;
  const cursor = at + character.length + auto.length;
  const edits = onType(file, lines.positionAt(cursor), character).map(({ range, newText }) => ({
    span: lines.span(range),
    newText,
  }));
  const [edit] = edits;
  const end = edit ? edit.span.start + edit.newText.length : cursor;
  const text = applyEdits(typed, edits);
  return `${text.slice(0, end)}|${text.slice(end)}`;
}

const head = '一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = `${head}      - 序号: 1\n        内容: 做一件事\n`;

describe('Enter', () => {
  it.each([
    ['the next unit', `${item}        责任单位:\n          - 县司法局|`, '\n          - |'],
    ['the next evidence', `${item}        报送资料:\n          - 1. 请提供：总结|`, '\n          - |'],
    ['a text that begins like a key', `${item}        报送资料:\n          - 资料：总结|`, '\n          - |'],
    ['the next deadline', `${item}        完成时限:\n          - 3月1日前|`, '\n          - |'],
    ['the task of a deadline', `${item}        完成时限:\n          - 时间: 3月1日前|`, '\n            |'],
    ['the first unit', `${item}        责任单位:|`, '\n          - |'],
    ['the first item', `${head.slice(0, -1)}|`, '\n      - |'],
    ['the next key of an item', `${item.slice(0, -1)}|`, '\n        |'],
    ['the next key behind a dash', `${head}      - 序号: 1|`, '\n        |'],
    ['the text of a block', `${item}        备注: \u007c|`.replace('\u007c|', '>|'), '\n          |'],
    ['the keys of a mapping', `${item}创建周期:|`, '\n  |'],
  ])('begins %s', (_, before, after) => {
    const at = before.lastIndexOf('|');
    expect(type(before, '\n')).toBe(before.slice(0, at) + after + before.slice(at + 1));
    // An editor that has done it already is left alone, and so is one that has only kept the indentation.
    const auto = after.slice(1, -1);
    expect(type(before, '\n', auto)).toBe(before.slice(0, at) + after);
    expect(type(before, '\n', ' '.repeat(8))).toBe(before.slice(0, at) + after);
  });

  it('ends a list behind an entry without text', () => {
    const list = `${item}        责任单位:\n          - 县司法局\n`;
    expect(type(`${list}          - |\n`, '\n')).toBe(`${list}        |\n`);
    expect(type(`${list}          - |\n`, '\n', '          ')).toBe(`${list}        |\n`);
    expect(type(`${item}      - |\n`, '\n', '      ')).toBe(`${item}    |\n`);
  });

  it.each([
    ['within a block text', `${item}        备注: >\n          甲|`],
    ['within brackets', `${item}        责任单位: [县司法局,|\n          县教育局]`],
    ['behind a comment', `${item}        # 注|`],
    ['behind a blank line', `${item}|`],
    ['before more text', `${item}        备注: 甲|乙`],
    ['behind a text over two lines', `${item}        备注: 甲\n          乙|`],
    ['behind a list of mappings', `${item}阶段:\n  - 甲|`],
  ])('adds nothing %s', (_, before) => {
    expect(type(before, '\n')).toBe(before.replace(/\|/, '\n|'));
  });

  it('keeps the line breaks of the file', () => {
    const crlf = `${item}        责任单位:\n          - 县司法局\n          - |\n`.replaceAll('\n', '\r\n');
    const at = crlf.indexOf('|');
    const file = read(`${crlf.slice(0, at)}\r\n${crlf.slice(at + 1)}`);
    const edits = onType(file, file.document.lines.positionAt(at + 2), '\n');
    expect(edits).toHaveLength(1);
    expect(edits[0]?.newText).toBe('        ');
  });
});

describe('a dash', () => {
  it('begins an item with the next number', () => {
    expect(type(`${item}      |\n`, '-')).toBe(`${item}      - 序号: 2|\n`);
    expect(type(`${head}      |`, '-')).toBe(`${head}      - 序号: 1|`);
  });

  it('moves out from the column of the keys', () => {
    expect(type(`${item}        |\n`, '-')).toBe(`${item}      - 序号: 2|\n`);
  });

  it('takes a number that is free', () => {
    const next = '      - 序号: 2\n        内容: 做另一件事\n';
    expect(type(`${item}      |\n${next}`, '-')).toBe(`${item}      - 序号: 3|\n${next}`);
  });

  it('counts 附加项 by themselves', () => {
    const extras = `${item}附加项:\n  加分项:\n    - 序号: 1\n      内容: 甲\n`;
    expect(type(`${extras}    |`, '-')).toBe(`${extras}    - 序号: 2|`);
  });

  it('begins at 1 under each parent where the file counts so', () => {
    const text = `编号: 分级\n${item}  - 名称: 二、乙\n    三级指标:\n      |`;
    expect(type(text, '-')).toBe(text.replace('|', '- 序号: 1|'));
  });

  it.each([
    ['in a list of units', `${item}        责任单位:\n          |`],
    ['in a list at the column of its key', `${item}        责任单位:\n        |`],
    ['in a block text', `${item}        备注: >\n          甲\n          |`],
    ['before more text', `${item}      |序号: 2`],
    ['within a line', `${item}        备注: 甲|`],
    ['in a list of sections', `${item}  |`],
  ])('stays a dash %s', (_, before) => {
    expect(type(before, '-')).toBe(before.replace('|', '-|'));
  });
});

describe('a full-width colon', () => {
  it.each([
    [`${item}        责任单位|`, `${item}        责任单位: |`],
    [`${item}        责任单位| [县司法局]`, `${item}        责任单位:| [县司法局]`],
    [`${item}        责任单位|[县司法局]`, `${item}        责任单位: |[县司法局]`],
    [`${item}      - 序号|`, `${item}      - 序号: |`],
  ])('behind a key becomes YAML’s', (before, after) => {
    expect(type(before, '：')).toBe(after);
  });

  it.each([
    ['in a text', `${item}        备注: 甲|`],
    ['behind a word that is no key', `${item}        司法局|`],
    ['in a list of texts', `${item}        报送资料:\n          - 资料|`],
    ['in a block text', `${item}        备注: >\n          内容|`],
    ['in a comment', `${item}        # 内容|`],
  ])('stays %s', (_, before) => {
    expect(type(before, '：')).toBe(before.replace('|', '：|'));
  });
});

it('answers anywhere in damaged texts', () => {
  const damaged = slip.map(({ seed, kind, where, which }) => mutate(seeds[seed]?.text ?? '', kind, where, which).text);
  const places = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...ON_TYPE_CHARACTERS, 'x')), {
    minLength: 5,
    maxLength: 5,
  });
  fc.assert(
    fc.property(fc.oneof(damaged, pieces), places, (text, chosen) => {
      const file = read(text);
      for (const [at, character] of chosen) {
        const position = file.document.lines.positionAt(at % (text.length + 2));
        for (const { range } of onType(file, position, character)) {
          expect(Math.abs(range.start.line - position.line)).toBeLessThanOrEqual(1);
        }
      }
      expect(onType(file, { line: 99_999, character: 9 }, '\n')).toBeInstanceOf(Array);
    }),
    { numRuns: 60 },
  );
});

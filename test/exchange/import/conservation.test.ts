import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand, writeDraft } from '../../../server/src/exchange/import/index';
import { readText } from '../../../server/src/exchange/source/text';
import type { Block, Source } from '../../../server/src/exchange/source/types';
import { readDocument } from '../../../server/src/model/document';
import { renderMessage } from '../../../server/src/rules/finding';
import { gridOf, sourceOf } from './grids';

/** Signs that part, number and wrap, and control characters; everything else is text. */
const SIGNS = /[\s\p{P}\p{S}\p{C}]+/gu;
const TAGS = /<\/?p>/g;
const plain = (text: string) => text.replace(TAGS, '').replace(SIGNS, '');

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  );
}

/** The runs of the source that stand neither in the files nor in the report. */
function lost(source: Source): string[] {
  const { files, report } = writeDraft(understand(source), { stem: 'x' });
  for (const { name, text } of files) {
    const kind = name.includes('.danwei.') ? 'danwei' : 'zhibiao';
    expect(readDocument(`file:///${name}`, kind, text).faults).toEqual([]);
  }
  const kept = plain(
    [...files.map(({ text }) => unescaped(text)), ...report.remarks.map(({ message }) => renderMessage(message))].join(
      '\n',
    ),
  );
  return textsOf(source.blocks).flatMap((text) =>
    text
      .replace(TAGS, ' ')
      .split(/[\s\p{P}\p{S}\p{C}]|(?<=\d)(?=\D)|(?<=前)/u)
      .map(plain)
      .filter((run) => run !== '' && !kept.includes(run) && !isDate(run)),
  );
}

const unescaped = (text: string) =>
  text.replace(/\\u([0-9a-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
/** 2021年10月20日 is written 2021-10-20. */
const isDate = (run: string) => /^(?:\d{1,4}|[年月日])$/.test(run.normalize('NFKC'));

describe('no text is dropped silently', () => {
  it.each(['lanling', 'shapotou', 'qinshui', 'zhashui', 'baofeng'])('of %s', (name) => {
    const path = join(import.meta.dirname, '..', '..', 'fixtures', 'exchange', 'texts', `${name}.txt`);
    expect(lost(readText(`${name}.txt`, readFileSync(path, 'utf8')))).toEqual([]);
  });

  const header = fc.constantFrom(
    ...[
      '一级指标',
      '二级指标',
      '三级指标',
      '序号',
      '责任单位',
      '牵头单位',
      '完成时限',
      '报送资料',
      '备注',
      '分值',
      '其他',
      '',
    ],
  );
  /** Kinds of cells; 〇 becomes characters that no other cell has. */
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant('^') },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map(String) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '一、〇政府',
        '二、依法〇',
        '1. 简政〇',
        '2. 〇清单',
        '3.公众〇',
        '（一）〇',
        '〇科学',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('十、附加项〇', '1. 加分项〇。', '否决项〇', '一、政府〇\n能依法') },
    {
      weight: 3,
      arbitrary: fc.constantFrom('县〇局', '县〇局 县财政局', '县司法局县〇局', '各〇、各部门', '市〇局 沁水分局'),
    },
    { weight: 1, arbitrary: fc.constantFrom('县政府办公室（〇局）', '县〇局\n县财政局', '待定〇') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('5月30日前', '长期坚持', '6月底前完成〇；12月底前总结', '〇前', '第三季度\n〇'),
    },
    { weight: 2, arbitrary: fc.constantFrom('请提供〇网址。', '1. 请提供清单； 2. 请提供〇。', '合并提供：会议〇') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('第1、2项指标，请合并提供下列材料：1. 清单；2. 〇说明。', '3-5项由〇局提供'),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom('〇', '坚持党对规范性文件制定工作的领导〇', '全面清理，做到〇公开。', '没有超〇'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('3. 推行〇制度。4. 实行晋升〇。', '<p>5. 落实〇。</p> <p>6. 实行目录管理〇。</p>'),
    },
    { weight: 1, arbitrary: fc.constantFrom('7 将法治〇纳入规划。', '9.〇', '2分', '〇分', '16.自觉接受〇') },
  );
  const grid = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.boolean())
    .chain(([width, hasHeader]) =>
      fc.tuple(
        fc.array(header, { minLength: hasHeader ? width : 0, maxLength: hasHeader ? width : 0 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: width }), { maxLength: 12 }),
      ),
    )
    .map(([names, rows]) => gridOf(names.length > 0 ? [names, ...rows] : rows));

  it('of any grid', () => {
    const block = fc.oneof(
      { weight: 3, arbitrary: grid },
      { weight: 1, arbitrary: cell.filter((text) => plain(text) !== '') },
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        expect(lost(tagged(sourceOf(...blocks)))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of any running text', () => {
    const paragraph = fc.constantFrom(
      ...[
        '甲县〇方案',
        '一、总体〇',
        '二、职能〇',
        '（一）放权〇',
        '（二）自查阶段（2023年1月1日至2月1日）〇',
        '1. 审批〇',
      ],
      ...[
        '1. 优化〇。完善监管〇。',
        '2. 加强〇。（责任单位：县〇局；完成时限：6月底前）',
        '（1）推进〇，压缩时限。',
        '坚持〇，全面',
      ],
      ...[
        '以〇为指导。',
        '五、考核方式',
        '（一）日常评价〇。按季度〇。',
        '（七）加减分〇。予以加分，不超过5分；〇予以扣分，不超过3分。',
      ],
      ...['县政府〇', '甲政发〔2022〕7号', '2022年3月8日', '结果分为优〇、良好和合格三个等次。', '牵头单位：县〇局'],
    );
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 14 }), (texts) => {
        expect(lost(tagged(sourceOf(...texts)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('of any characters, and never throws', () => {
    const text = fc.oneof(
      cell,
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 20 }),
    );
    const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { maxLength: 8 });
    const names = ['一级指标', '二级指标', '三级指标', '责任单位', '完成时限', '报送资料'];
    fc.assert(
      fc.property(rows, fc.boolean(), (cells, hasHeader) => {
        expect(lost(tagged(sourceOf('标题', gridOf(hasHeader ? [names, ...cells] : cells))))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Gives every 〇 characters of its own, so that a lost one is missed. */
function tagged(source: Source): Source {
  let next = 0;
  const tag = (text: string) =>
    text.replaceAll('〇', () => {
      next++;
      return [...String(1000 + next)].map((digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)]).join('');
    });
  return {
    ...source,
    blocks: source.blocks.map((block) =>
      block.kind === 'paragraph'
        ? { ...block, text: tag(block.text) }
        : {
            ...block,
            rows: block.rows.map((row) => ({
              ...row,
              cells: row.cells.map((cell) => ({ ...cell, text: tag(cell.text) })),
            })),
          },
    ),
  };
}

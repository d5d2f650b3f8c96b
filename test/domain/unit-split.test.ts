import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitUnits } from '../../server/src/domain/unit-split';

const REGISTRY = new Set([
  '县司法局',
  '县财政局',
  '县委',
  '县政府',
  '县政府办公室',
  '县委办公室',
  '县直各单位',
  '市生态环境局沁水分局',
  '各乡镇党委政府',
  '各乡镇、各部门（单位）',
  '各乡镇、各行政执法部门',
  '区司法局',
  '区财政局',
  '区政府办公室（审批服务局）',
]);
const isName = (name: string) => REGISTRY.has(name);

function split(text: string): string | null {
  const found = splitUnits(text, isName);
  if (!found) return null;
  return found.kind === 'blank-inside'
    ? `= ${found.joined}`
    : `${found.kind}: ${found.parts.map((part) => part.text).join(' | ')}`;
}

describe('splitUnits', () => {
  it.each([
    ['县司法局、县财政局', 'separator: 县司法局 | 县财政局'],
    ['县司法局，县财政局', 'separator: 县司法局 | 县财政局'],
    ['县司法局; 县财政局 ;', 'separator: 县司法局 | 县财政局'],
    ['区工信和商务局\n\n区税务局', 'separator: 区工信和商务局 | 区税务局'],
    ['甲、乙', 'separator: 甲 | 乙'],
    ['县司法局 县财政局', 'separator: 县司法局 | 县财政局'],
    ['县民政局　县工商联', 'separator: 县民政局 | 县工商联'],
    ['县司法局/县财政局', 'separator: 县司法局 | 县财政局'],
    ['县直各单位 各乡镇党委 政府', 'separator: 县直各单位 | 各乡镇党委政府'],
    ['县司法局 市生态环境局 沁水分局 县财政局', 'separator: 县司法局 | 市生态环境局沁水分局 | 县财政局'],
    ['区司法局、各乡镇、各部门（单位）', 'separator: 区司法局 | 各乡镇、各部门（单位）'],
    ['区工信和商务局区民社局、区财政局', 'separator: 区工信和商务局 | 区民社局 | 区财政局'],
    ['区政务中心（公开办、热线办）、区财政局', 'separator: 区政务中心（公开办、热线办） | 区财政局'],
  ])('%j parts at separators', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it.each([
    ['区司法局区财政局', 'glued: 区司法局 | 区财政局'],
    ['县委县政府', 'glued: 县委 | 县政府'],
    ['县委办公室县政府办公室县司法局', 'glued: 县委办公室 | 县政府办公室 | 县司法局'],
    ['县司法局市生态环境局沁水分局', 'glued: 县司法局 | 市生态环境局沁水分局'],
    ['区工信和商务局区民社局', 'glued: 区工信和商务局 | 区民社局'],
    ['县教育局县医保局县能源局', 'glued: 县教育局 | 县医保局 | 县能源局'],
    ['区政府办公室（审批服务局）区民社局', 'glued: 区政府办公室（审批服务局） | 区民社局'],
  ])('%s is glued', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it.each([
    ['市生态环境局 沁水分局', '= 市生态环境局沁水分局'],
    ['各乡镇党委 政府', '= 各乡镇党委政府'],
    ['各乡镇、\n\n各行政执法部门', '= 各乡镇、各行政执法部门'],
    ['县 司法局', '= 县司法局'],
  ])('%j is one unit with blanks inside', (text, expected) => {
    expect(split(text)).toBe(expected);
  });

  it.each([
    '县司法局',
    ' 县司法局 ',
    '县司法厅',
    '县司法局、',
    '县 民政局',
    '各 部门',
    '实地 核查',
    '县委全面依法治县委员会办公室',
    '县委县政府信访局',
    '县委县直机关工委',
    '区教育局社区教育中心',
    '市市场监管局',
    '区政务中心（公开办、热线办）',
    '',
    '　',
  ])('%j stays whole', (text) => {
    expect(split(text)).toBeNull();
  });

  it('gives each part its span', () => {
    expect(splitUnits('县司法局 、市生态环境局 沁水分局', isName)).toEqual({
      kind: 'separator',
      parts: [
        { text: '县司法局', span: { start: 0, end: 4 } },
        { text: '市生态环境局沁水分局', span: { start: 6, end: 17 } },
      ],
    });
    expect(splitUnits(' 区工信和商务局区民社局', isName)).toEqual({
      kind: 'glued',
      parts: [
        { text: '区工信和商务局', span: { start: 1, end: 8 } },
        { text: '区民社局', span: { start: 8, end: 12 } },
      ],
    });
  });

  it('never throws; parts lie in order and hold all but blanks and separators', () => {
    const unit = fc.constantFrom(
      '县',
      '区',
      '司法局',
      '县委',
      '政府',
      '办公室',
      '、',
      '，',
      ' ',
      '\n',
      '（',
      '）',
      '/',
      '各部门',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string({ unit: 'binary' })), (text) => {
        const found = splitUnits(text, isName);
        if (!found) return;
        if (found.kind === 'blank-inside') {
          expect(text.replace(/\s+/g, '')).toBe(found.joined);
          return;
        }
        expect(found.parts.length).toBeGreaterThan(1);
        let end = 0;
        for (const { text: name, span } of found.parts) {
          expect(text.slice(end, span.start)).toMatch(/^[\s、，,；;/／]*$/);
          expect(text.slice(span.start, span.end).replace(/\s+/g, '')).toBe(name.replace(/\s+/g, ''));
          end = span.end;
        }
        expect(text.slice(end)).toMatch(/^[\s、，,；;/／]*$/);
      }),
      { numRuns: 500 },
    );
  });
});

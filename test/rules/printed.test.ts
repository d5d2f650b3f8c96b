import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import type { IndicatorFile } from '../../server/src/model/types';
import { runRules } from '../../server/src/rules/engine';
import { headingText } from '../../server/src/rules/heading-text';
import { requirementAdded } from '../../server/src/rules/requirement-added';
import { requirementDropped } from '../../server/src/rules/requirement-dropped';
import { requirementLeftover } from '../../server/src/rules/requirement-leftover';
import { requirementMissing } from '../../server/src/rules/requirement-missing';
import { requirementThreshold } from '../../server/src/rules/requirement-threshold';
import { sectionPlacement } from '../../server/src/rules/section-placement';
import { textTypo } from '../../server/src/rules/text-typo';
import { corpusOf } from './harness';

const rules = [
  headingText,
  sectionPlacement,
  requirementThreshold,
  requirementDropped,
  requirementAdded,
  requirementLeftover,
  requirementMissing,
  textTypo,
];
const seed = (path: string) => readFileSync(new URL(`../../seeds/${path}`, import.meta.url), 'utf8');
const corpora = { 2021: seed('requirements/2021.yaoqiu.yaml'), 2019: seed('requirements/2019.yaoqiu.yaml') };

/** Findings of a county's document as item (or title), rule and marked text. */
function findings(text: string, edition: keyof typeof corpora): string[] {
  const document = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text);
  const { items } = document.model as IndicatorFile;
  return runRules(document, rules, { corpus: corpusOf(corpora[edition]) }).map(({ rule, span }) => {
    const item = items.findLast(({ head }) => head.start <= span.start);
    const place = rule === 'heading-text' ? '' : `${item?.number?.value} `;
    return `${place}${rule} ${text.slice(span.start, span.end).slice(0, 14)}`;
  });
}

describe('the printed documents beside the central text', () => {
  it('finds what 沙坡头 changed', () => {
    expect(findings(seed('as-printed/shapotou/shapotou.zhibiao.yaml'), 2021)).toEqual([
      '5 requirement-threshold 3个工作日',
      '9 text-typo 联全',
      '12 requirement-added 加强反垄断与反不正当竞争执法',
      '14 requirement-added 建立政务诚信监测治理机制，建',
      '19 text-typo 政府',
      '20 text-typo 本政府',
      '20 text-typo 设置',
      '20 text-typo 本政府',
      '20 text-typo 设置',
      '24 requirement-dropped 外，',
      '30 section-placement 30',
      '30 requirement-leftover 地方政府规章',
      'heading-text 重大行政决策科学民主',
      '42 requirement-threshold 当',
      '42 requirement-dropped 见，',
      'heading-text 行政执法严格规范公正',
      'heading-text 行政执法体制权责统一、权威高',
      '49 requirement-added 审慎性包容惩罚',
      '51 section-placement 51',
      '54 requirement-added 已公示的行政执法决定被依法撤',
      '56 requirement-added 中应有规范行政裁量权的文字记',
      '57 requirement-added 执法机关应当根据行政执法行为',
      '94 requirement-dropped 容。',
    ]);
  });

  it('finds the slips of 沁水', () => {
    expect(findings(seed('as-printed/qinshui/qinshui.zhibiao.yaml'), 2021)).toEqual([
      '8 text-typo 实行政事事业',
      'heading-text 全面落实行政执法责任',
    ]);
  });

  it('finds next to nothing in 兰陵, from which the edition of 2019 was made', () => {
    expect(findings(seed('as-printed/lanling/lanling.zhibiao.yaml'), 2019)).toEqual([
      'heading-text 行政執法制權統一、權威高、效',
    ]);
  });

  it('takes 兰陵 for no copy of the edition of 2021', () => {
    const rest = findings(seed('as-printed/lanling/lanling.zhibiao.yaml'), 2021);
    expect(rest.filter((one) => /text-typo|heading|section|missing/.test(one))).toEqual([]);
    expect(rest.filter((one) => one.includes('threshold'))).toEqual([
      '6 requirement-threshold 80%',
      '78 requirement-threshold 80%',
    ]);
  });

  it.each([2021, 2019] as const)('finds nothing in the text of %i itself', (edition) => {
    expect(findings(corpora[edition].replace(/^名称:/m, '标题:'), edition)).toEqual([]);
  });
});

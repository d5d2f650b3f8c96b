import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import english from '../../l10n/bundle.l10n.en.json';
import { exportPhrases } from '../../server/src/exchange/export/phrases';
import { importPhrases } from '../../server/src/exchange/import/phrases';
import { sourcePhrases } from '../../server/src/exchange/source/phrases';
import { rules } from '../../server/src/rules/index';
import { completionPhrases } from '../../server/src/service/completion/phrases';
import { hintPhrases } from '../../server/src/service/hint-phrases';
import { keyTemplates } from '../../server/src/service/hover/key-texts';
import { hoverPhrases, keyPhrases } from '../../server/src/service/hover/phrases';
import { chinese, localeOf, rendererFor } from '../../server/src/service/messages';
import { gapPhrases, phrases } from '../../server/src/service/phrases';
import { refactoringPhrases } from '../../server/src/service/refactorings/phrases';
import { renamePhrases } from '../../server/src/service/rename/phrases';
import { checkFile, seeds, yamlFiles } from '../golden/check-seeds';

const bundle: Readonly<Record<string, string>> = english;
const inEnglish = rendererFor('en', bundle);
const templates = new Set([
  ...rules.flatMap(({ messages }) => Object.values(messages)),
  ...Object.values(phrases),
  ...Object.values(hintPhrases),
  ...Object.values(completionPhrases),
  ...Object.values(hoverPhrases),
  ...Object.values(keyPhrases),
  ...keyTemplates(),
  ...Object.values(renamePhrases),
  ...Object.values(refactoringPhrases),
  ...Object.values(sourcePhrases),
  ...Object.values(exportPhrases),
  ...Object.values(importPhrases),
]);
const keys = new Set<string>([...templates, ...gapPhrases]);

const gapsOf = (template: string) => [...new Set(template.match(/\{\w+\}/g))].sort();
const withoutQuotations = (text: string) => text.replace(/「[^」]*」|《[^》]*》/g, '');
/** Keys and units are called by their Chinese names; these are the ones that the messages name outside 「」. */
const NAMES = /牵头单位|责任单位|配合单位|完成时限|印发日期|创建周期|合并报送|[加扣]分项|否决项|时间|任务/g;

describe('the English bundle', () => {
  it.each([...keys])('has %s', (template) => {
    expect(bundle).toHaveProperty([template]);
    expect(gapsOf(bundle[template] ?? '')).toEqual(gapsOf(template));
  });

  it('has nothing else', () => {
    expect(Object.keys(bundle).filter((key) => !keys.has(key))).toEqual([]);
  });

  it('is English outside quotations and names of keys, with ASCII punctuation', () => {
    const chineseLeft = Object.values(bundle).filter((text) =>
      /[\p{Script=Han}，。；：？！（）]/u.test(withoutQuotations(text).replace(NAMES, '')),
    );
    expect(chineseLeft).toEqual([]);
  });
});

describe('rendererFor', () => {
  const gap = '序号跳号：第{previous}项之后是第{next}项，缺{missing}。';
  const render = (template: string, data: Record<string, string | number>) => inEnglish({ template, data });

  it('fills the gaps of a translation', () => {
    const data = { text: '县司法厅', name: '县司法局' };
    const message = { template: '「{text}」不在单位名录中。是否为「{name}」？', data };
    expect(inEnglish(message)).toBe('「县司法厅」 is not in the unit registry. Did you mean 「县司法局」?');
    expect(rendererFor('zh-cn', bundle)(message)).toBe('「县司法厅」不在单位名录中。是否为「县司法局」？');
  });

  it('leaves what it has no translation for in Chinese', () => {
    expect(render('没有译文：{name}、第1项', { name: '第2项' })).toBe('没有译文：第2项、第1项');
  });

  it.each([
    ['第34项', 'item 34'],
    ['第34项、第36项至第38项', 'item 34, items 36 to 38'],
    ['第3、5、7项', 'items 3, 5, 7'],
    ['第3、5等9项', 'items 3, 5 and others (9 in all)'],
    ['「三、」至「五、」', '「三、」 to 「五、」'],
    ['否决项第2项', 'item 2 of 否决项'],
    ['创建周期的「止」', '创建周期 「止」'],
    ['文字或列表', 'text or a list'],
    ['「无」、「全部」', '「无」, 「全部」'],
    ['两', '2'],
    ['十二', '12'],
  ])('translates our own words in a gap: %s', (missing, expected) => {
    expect(render(gap, { previous: 1, next: 9, missing })).toMatch(`Missing: ${expected}.`);
  });

  it.each(['冬至镇', '县委办或府办', '甲「乙', '「', '至」'])('leaves a name in a gap alone: %s', (name) => {
    expect(render(gap, { previous: 1, next: 9, missing: name })).toMatch(`Missing: ${name}.`);
  });

  it('leaves quotations alone, whatever they say', () => {
    expect(render('改为「{name}」', { name: '第3项、制表符' })).toBe('Change to 「第3项、制表符」');
  });

  it('loses nothing that a gap holds but the signs between its items', () => {
    const value = fc.string({ unit: fc.constantFrom('甲', '「', '」', '、', '至', '第', '1', '项', '$&') });
    fc.assert(
      fc.property(value, (path) => {
        const kept = (text: string) => text.match(/[甲「」]|\$&/g) ?? [];
        expect(kept(render(gap, { previous: 1, next: 2, missing: path }))).toEqual(kept(path));
      }),
    );
  });

  it('takes a hostile value in its stride', () => {
    for (const part of ['「、至', '「', '第1、', '1、', '一']) {
      const value = part.repeat(300_000);
      expect(render(gap, { previous: 1, next: 2, missing: value }).length).toBeGreaterThan(value.length / 2);
    }
  });
});

describe('on the documents as printed', () => {
  const files = ['shapotou', 'lanling', 'zhashui', 'qinshui', 'baofeng'].flatMap((county) =>
    yamlFiles(join(seeds, 'as-printed', county)),
  );

  it('all findings read in English', async () => {
    const sentences: string[] = [];
    for (const file of files) {
      const { document, findings, surroundings } = await checkFile(file);
      const levels = 'levelNames' in document.model ? document.model.levelNames : [];
      const names = [...levels, ...(surroundings.registry?.names ?? [])];
      for (const { message, related, fixes } of findings) {
        const all = [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)];
        for (const one of all) {
          const text = inEnglish(one);
          const rest = names.reduce((left, name) => left.replaceAll(name, ''), withoutQuotations(text));
          if (/\p{Script=Han}/u.test(rest.replace(NAMES, ''))) sentences.push(`${text} ← ${chinese(one)}`);
        }
      }
    }
    expect(sentences).toEqual([]);
  });
});

describe('localeOf', () => {
  it.each([
    [{ locale: 'en' }, 'en'],
    [{ locale: 'zh-cn' }, 'zh-cn'],
    [{ locale: 'fr' }, 'zh-cn'],
    [{ locale: 1 }, 'zh-cn'],
    [{}, 'zh-cn'],
    [null, 'zh-cn'],
    [undefined, 'zh-cn'],
    ['en', 'zh-cn'],
  ])('%j → %s', (options, locale) => {
    expect(localeOf(options)).toBe(locale);
  });
});

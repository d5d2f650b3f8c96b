import { describe, expect, it } from 'vitest';
import registrySchema from '../../schemas/danwei.schema.json';
import schema from '../../schemas/zhibiao.schema.json';
import { parseDeadline } from '../../server/src/domain/deadline';
import { renderMessage } from '../../server/src/rules/finding';
import { checkExample, toExample } from './examples';
import { blocksOf, readPage } from './markdown';

const page = readPage('docs/guide.md');
const blocks = blocksOf(page).filter(({ language }) => language === 'yaml');

/** What stands in backquotes in a section. */
function quotedIn(section: string): string[] {
  const from = page.indexOf(`## ${section}\n`);
  const text = page.slice(from, page.indexOf('\n## ', from));
  return [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].flatMap(([, quoted]) => quoted ?? []);
}

describe('docs/guide.md', () => {
  it.each(blocks)('has an example in line $line that is what it says', async (block) => {
    const { findings } = await checkExample(toExample(block));
    const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const words = serious.map(({ message }) => renderMessage(message));
    if (block.words.includes('错')) expect(words).not.toEqual([]);
    else expect(words).toEqual([]);
  });

  it('lists deadlines that are understood, and names some that are not', () => {
    const forms = quotedIn('完成时限的写法');
    expect(forms.length).toBeGreaterThan(20);
    expect(forms.filter((form) => !parseDeadline(form, 2022).ok)).toEqual([]);
    const refused = /^(「.*」)不算时限/m.exec(page)?.[1]?.match(/[^「」]+/g) ?? [];
    expect(refused.length).toBeGreaterThan(2);
    expect(refused.filter((text) => parseDeadline(text, 2022).ok)).toEqual([]);
  });

  it('names every key and every category', () => {
    const { indicator } = schema.definitions;
    const categories = registrySchema.definitions.unit.properties.类别.enum.flatMap((category) => category ?? []);
    const from = page.indexOf('## 全部键名');
    const keys = [...Object.keys(schema.properties), ...Object.keys(indicator.properties)];
    expect(keys.filter((key) => !page.slice(from).includes(key))).toEqual([]);
    expect(categories.filter((category) => !page.includes(category))).toEqual([]);
  });
});

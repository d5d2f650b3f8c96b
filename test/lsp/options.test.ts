import { expect, it } from 'vitest';
import { readOptions } from '../../server/src/lsp/options';

const environment = { corpora: ['file:///a.yaoqiu.yaml'], ruleUrl: (rule: string) => `file:///${rule}.md` };

it('adds what the client brings to what the place has', () => {
  const given = { files: true, corpora: ['http://host/b.yaoqiu.yaml'], rulePages: 'zhibiao-rule:/rules' };
  const options = readOptions(given, environment);
  expect(options).toMatchObject({
    clientReads: true,
    corpora: ['file:///a.yaoqiu.yaml', 'http://host/b.yaoqiu.yaml'],
  });
  expect(options.ruleUrl?.('number-gap')).toBe('zhibiao-rule:/rules/number-gap.md');
});

it.each([undefined, null, 7, 'files', [], { files: 'yes', corpora: 'b', rulePages: 1 }, { corpora: [1, null] }])(
  'takes %j for nothing',
  (given) => {
    const options = readOptions(given, environment);
    expect(options).toMatchObject({ clientReads: false, corpora: environment.corpora });
    expect(options.ruleUrl?.('number-gap')).toBe('file:///number-gap.md');
  },
);

it('knows no pages where neither has any', () => {
  expect(readOptions({}, { corpora: [] }).ruleUrl).toBeUndefined();
});

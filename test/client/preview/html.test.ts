import { expect, test } from 'vitest';
import { contentSecurityPolicy, pageHtml } from '../../../client/src/preview/html';

const parts = {
  nonce: 'abc',
  cspSource: 'https://own.example',
  script: 'https://own.example/preview.js',
  style: 'https://own.example/preview.css',
  language: 'zh-CN',
} as const;

test('only the own script and style sheet may be loaded', () => {
  expect(contentSecurityPolicy(parts)).toBe(
    "default-src 'none'; script-src 'nonce-abc'; style-src https://own.example; base-uri 'none'; form-action 'none'",
  );
  expect(contentSecurityPolicy(parts)).not.toMatch(/unsafe|\*|data:|https?:(?!\/\/own\.example)/);
});

test('the page has no inline code or style, and one script', () => {
  const html = pageHtml(parts);
  expect(html).toContain(`content="${contentSecurityPolicy(parts)}"`);
  expect(html.match(/<script[^>]*>[^<]*<\/script>/g)).toEqual([
    '<script nonce="abc" src="https://own.example/preview.js"></script>',
  ]);
  expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:/);
  expect(html).toContain('<html lang="zh-CN">');
});

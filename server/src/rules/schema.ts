import type { Violation } from '../model/schema-check';
import { ALL_KINDS, defineRule } from './rule';

/** Violations of the JSON Schema, each on the smallest node. Contract sections 2 to 4 and 6. */
export const schema = defineRule({
  id: 'schema',
  summary: '缺少必填的键、多了不认识的键、值的类型不对',
  severity: 'error',
  fixable: true,
  kinds: ALL_KINDS,
  messages: {
    'empty-file': '文件里还没有内容，请从{expected}写起。',
    'missing-key': '这里缺少必填的「{expected}」。',
    'unknown-key': '不认识的键「{name}」。',
    'unknown-key-near': '不认识的键「{name}」，是否为「{suggestion}」？',
    'wrong-type': '「{name}」的值应为{expected}。',
    'wrong-type-root': '整个文件应由若干个「键: 值」组成。',
    'not-allowed': '「{name}」只能是{expected}。',
    'too-small': '「{name}」不能小于{expected}。',
    'too-large': '「{name}」不能大于{expected}。',
    empty: '「{name}」没有内容，请填写或删去这个键。',
    other: '「{name}」的写法不符合规定。',
    rename: '改为「{suggestion}」',
  },
  check({ document, report }) {
    for (const violation of document.violations) {
      const { span, suggestion } = violation;
      const data = { name: violation.name, expected: violation.expected, suggestion: suggestion ?? '' };
      // A misspelt key can also be a key of another place, so the fix waits for a person.
      const fixes = suggestion
        ? [{ title: 'rename' as const, data, edits: [{ span, newText: suggestion }], safe: false }]
        : [];
      report({ at: span, message: messageOf(violation), data, fixes });
    }
  },
});

function messageOf({ kind, name, suggestion }: Violation) {
  if (kind === 'unknown-key' && suggestion) return 'unknown-key-near';
  if (kind === 'wrong-type' && name === '') return 'wrong-type-root';
  return kind;
}

import { ALL_KINDS, defineRule } from './rule';

/** The same key twice in one mapping. Contract section 6. */
export const yamlDuplicateKey = defineRule({
  id: 'yaml-duplicate-key',
  summary: '同一处写了两个相同的键',
  severity: 'error',
  fixable: false,
  kinds: ALL_KINDS,
  messages: {
    duplicate: '「{key}」在第{line}行已经写过，这里的不起作用。请合并或删去一处。',
    first: '第一次写在这里',
  },
  check({ document, report }) {
    for (const fault of document.faults) {
      if (fault.kind !== 'duplicate-key' || !fault.related) continue;
      const line = document.lines.lineAt(fault.related.start) + 1;
      const data = { key: fault.data?.key ?? '', line };
      report({ at: fault.span, message: 'duplicate', data, related: [{ span: fault.related, message: 'first' }] });
    }
  },
});

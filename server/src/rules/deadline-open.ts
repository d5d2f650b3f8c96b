import { defineItemRule, INDICATOR_KINDS, type Reporter } from './rule';
import { deadlinesIn, type PlacedDeadline, phaseDeadlines } from './shared/deadlines';

/** 长期坚持 and the like, by which nobody can be held to account. Contract section 6. */
export const deadlineOpen = defineItemRule({
  id: 'deadline-open',
  summary: '时限没有截止日期（长期坚持、持续推进、常态化）',
  severity: 'info',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: { open: '「{text}」没有截止日期，到期与否无从核对。能定期检查的，请写明日期，如「每年12月底前」。' },
  inspect: () => (item, report) => reportOpen(deadlinesIn(item), report),
  conclude: ({ file, report }) => reportOpen(phaseDeadlines(file), report),
});

function reportOpen(deadlines: readonly PlacedDeadline[], report: Reporter<'open'>): void {
  for (const { entry } of deadlines) {
    const { text, reading } = entry;
    if (reading.ok && reading.kind === 'open') {
      report({ at: text.node.place, message: 'open', data: { text: text.value.trim() } });
    }
  }
}

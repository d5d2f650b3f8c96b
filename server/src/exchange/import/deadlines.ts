import { parseDeadline } from '../../domain/deadline';
import type { DraftDeadline } from './draft';
import { joinLines } from './evidence';

const PARTS = /[\n；;]+/;
const DATED =
  /(?:\d{4}\s*年\s*)?(?:每年\s*)?(?:\d{1,2}\s*月\s*(?:\d{1,2}\s*日|底|[上中下]旬)\s*前?|年底前|第[一二三四]季度(?:末前)?|[上下]半年|长期坚持|持续推进|常态化)/;

/** Reads a cell of deadlines: one, or several with what each is for (4月底前制定方案；10月底前完成). */
export function readDeadlines(text: string): DraftDeadline[] {
  const parts = text
    .split(PARTS)
    .map((part) => part.trim())
    .filter(Boolean);
  const milestones = parts.map(milestone);
  const isList = parts.length > 1 && milestones.every((part) => part !== null);
  if (isList) return milestones.filter((part) => part !== null);
  const whole = joinLines(text);
  return whole === '' ? [] : [{ text: whole }];
}

function milestone(part: string): DraftDeadline | null {
  const plain = part.replace(/[。.]$/, '');
  if (parseDeadline(plain).ok) return { text: plain };
  const match = DATED.exec(plain);
  if (!match) return null;
  const task = [plain.slice(0, match.index), plain.slice(match.index + match[0].length)]
    .map((words) => words.replace(/^[：:，,\s]+|(?<![：:，,\s])[：:，,\s]+$/g, ''))
    .filter(Boolean)
    .join('，');
  const deadline = match[0].replace(/\s/g, '');
  return task === '' || !parseDeadline(deadline).ok ? null : { text: deadline, task };
}

import type { FileStatus } from '../../server/src/protocol/status';
import type { Messages } from './messages';

export interface StatusText {
  readonly text: string;
  readonly detail: string;
}

/** What the language status item says: the counts, and the files in use if the server has told them. */
export function statusText(
  messages: Messages,
  { errors, warnings }: { errors: number; warnings: number },
  status: FileStatus | undefined,
): StatusText {
  const text = errors + warnings === 0 ? messages.clean : messages.counts(errors, warnings);
  if (status === undefined) return { text, detail: messages.name };
  const files = [messages.corpus(status.corpus ?? undefined), messages.registry(status.registry ?? undefined)];
  return { text, detail: files.join(' · ') };
}

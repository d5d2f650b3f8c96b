import {
  type CompletionItem,
  type CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { LineIndex } from '../../text/lines';
import type { Matcher } from './match';

/** What a client understands of completions. */
export interface ClientSupport {
  readonly snippets: boolean;
  /** An edit for inserting and one for replacing. */
  readonly insertReplace: boolean;
  /** New lines can be told not to be indented by the client. */
  readonly asIs: boolean;
  readonly labelDetails: boolean;
  readonly markdown: boolean;
  /** It knows the command `editor.action.triggerSuggest`. */
  readonly canSuggestAgain: boolean;
}

/** What `completionItem/resolve` needs to write the documentation of a proposal; sent to the client and back. */
export type ResolveData =
  | { readonly kind: 'key'; readonly place: readonly string[]; readonly key: string }
  | { readonly kind: 'unit'; readonly name: string }
  | { readonly kind: 'item'; readonly number: number; readonly edition: string }
  | { readonly kind: 'text'; readonly text: string };

/** Something to be offered. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** With `snippet`, in the language of snippets. */
  readonly newText: string;
  readonly snippet?: boolean;
  /** What may be typed for it; default: the label. */
  readonly names?: readonly string[];
  /** Among those that fit what is typed equally well, the lower comes first. */
  readonly order: number;
  /** Shown behind the label, less prominently. */
  readonly description?: string;
  readonly data?: ResolveData;
  /** There is more to choose where it leaves the cursor. */
  readonly again?: boolean;
}

/** Proposals that replace the same piece of text. */
export interface Offer {
  readonly proposals: readonly Proposal[];
  /** Offsets of what is replaced; the cursor lies in it or at its end, and all of it is on the cursor's line. */
  readonly start: number;
  readonly end: number;
  /** What the proposals are held against. */
  readonly query: string;
  /** What follows the cursor is never left standing: half of a key with its colon is of no use. */
  readonly whole?: boolean;
}

/** As many as a person may scroll through; the rest comes when more is typed. */
export const MAX_PROPOSALS = 200;

/**
 * The answer for a client. The server chooses and sorts: units are found by names, pinyin and initials, which no client
 * knows. So each proposal carries, as the text that the client filters by, exactly what is typed now (all fit, and fit
 * equally, so that `sortText` decides), and the list says that it is incomplete, so that the client asks again at the next
 * letter. Nothing has commit characters: with an input method, punctuation belongs to the text.
 */
export function toList(
  offers: readonly Offer[],
  lines: LineIndex,
  cursor: number,
  matcher: Matcher,
  client: ClientSupport,
  uri: string,
): CompletionList {
  const ranked = offers.flatMap((offer, group) =>
    offer.proposals.flatMap((proposal, index) => {
      const fit = matcher(offer.query, proposal.names ?? [proposal.label]);
      return fit === undefined ? [] : [{ offer, proposal, fit, group, index }];
    }),
  );
  ranked.sort((a, b) => a.fit - b.fit || a.group - b.group || a.proposal.order - b.proposal.order || a.index - b.index);
  const items = ranked.slice(0, MAX_PROPOSALS).map(({ offer, proposal }, rank): CompletionItem => {
    const { label, kind, newText, snippet, description, data, again } = proposal;
    const insert = lines.range({ start: offer.start, end: cursor });
    const replace = lines.range({ start: offer.start, end: Math.max(cursor, offer.end) });
    const typed = lines.text.slice(offer.start, cursor);
    return {
      label,
      kind,
      sortText: String(rank).padStart(4, '0'),
      ...(typed.trim() !== '' && { filterText: typed }),
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      ...(client.asIs && newText.includes('\n') && { insertTextMode: InsertTextMode.asIs }),
      textEdit:
        client.insertReplace && !offer.whole
          ? { newText, insert, replace }
          : { newText, range: offer.whole ? replace : insert },
      ...(description && (client.labelDetails ? { labelDetails: { description } } : { detail: description })),
      ...(data && { data: { uri, ...data } }),
      ...(again && client.canSuggestAgain && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    };
  });
  return { isIncomplete: items.length > 0, items };
}

/** Text that stands as it is within a snippet. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

import { type CompletionItem, CompletionItemKind, type CompletionList, MarkupKind } from 'vscode-languageserver-types';
import { mayBePinyin, type PinyinSearch } from '../domain/pinyin';
import type { Corpus } from '../model/corpus';
import type { Checked } from '../workspace/project';
import { commentOffers } from './completion/comments';
import { ENTRY } from './completion/context';
import { contextAt } from './completion/context-at';
import { deadlineProposals, isDeadlinePlace } from './completion/deadlines';
import { evidenceProposals } from './completion/evidence';
import { contentProposals, correspondenceProposals, itemProposals } from './completion/items';
import { keyProposals, oddColonOffer } from './completion/keys';
import { createMatcher } from './completion/match';
import { nextNumber } from './completion/numbers';
import { placed } from './completion/placed';
import { type ClientSupport, type Offer, type Proposal, type ResolveData, toList } from './completion/proposal';
import { isItemEntry, lastKey, type Scene, sceneOf } from './completion/scene';
import { isTitlePlace, sectionLevel, titleProposals } from './completion/titles';
import { isUnitPlace, unitOffers } from './completion/units';
import { valueProposals } from './completion/values';
import { fileProposals } from './completion/whole-file';
import { centralCard } from './hover/item';
import { keyText, renderKeyText } from './hover/key-texts';
import { unitCard } from './hover/unit';
import { markdownFormat, plainFormat } from './markdown';
import type { Workspace } from './workspace';

export type { ClientSupport } from './completion/proposal';

export interface CompletionOptions {
  readonly client: ClientSupport;
  /** The corpora that the file could follow; of two with one name, the one that wins comes first. */
  readonly corpora: readonly Corpus[];
  /** Left out, pinyin finds nothing. */
  readonly pinyin?: PinyinSearch | undefined;
}

/**
 * What may stand at the cursor. Where it stands is told from the lines, what is likely from the model, the corpus and the
 * other files of the workspace.
 * @param offset UTF-16 units from the start of the file
 */
export function completions(
  workspace: Workspace,
  file: Checked,
  offset: number,
  { client, corpora, pinyin }: CompletionOptions,
): CompletionList {
  const { lines } = file.document;
  const context = contextAt(lines, offset);
  const cursor = context.start + context.typed.length;
  const scene = sceneOf(workspace, file, context, cursor, corpora, client);
  const matcher = createMatcher(workspace.settings.completionPinyin ? pinyin : undefined);
  const offers = offersAt(scene).map((offer) => placed(scene, offer));
  return toList(offers, lines, cursor, matcher, client, file.uri);
}

/** True where Latin letters stand before the cursor, so that the dictionary of pinyin is worth loading. */
export function wantsPinyin(file: Checked, offset: number): boolean {
  return mayBePinyin(contextAt(file.document.lines, offset).typed);
}

function offersAt(scene: Scene): Offer[] {
  const { context } = scene;
  if (context.place === 'text') return [];
  if (context.place === 'comment') return commentOffers(scene);
  const own = isUnitPlace(scene) ? unitOffers(scene) : groupsAt(scene).map((proposals) => offer(scene, proposals));
  const files = context.place === 'key' ? fileProposals(scene) : [];
  return [...(files.length > 0 ? [offer(scene, files)] : []), ...oddColonOffer(scene), ...own];
}

function offer({ context }: Scene, proposals: readonly Proposal[]): Offer {
  const { start, end, typed, hasColon } = context;
  return { proposals, start, end, query: typed.trim(), ...(hasColon && { whole: true }) };
}

/** Of proposals that fit equally well, those of the first group come first. */
function groupsAt(scene: Scene): Proposal[][] {
  const { context } = scene;
  const { place, path } = context;
  if (place === 'key') return [keyProposals(scene), listProposals(scene)];
  if (place === 'entry') return entryProposals(scene);
  return [isTitlePlace(scene) ? titles(scene) : byKey(scene, lastKey(path))];
}

/** Behind a dash or in brackets. */
function entryProposals(scene: Scene): Proposal[][] {
  const { path } = scene.context;
  const level = sectionLevel(path);
  const wholes = isItemEntry(path) ? itemProposals(scene) : level ? titleProposals(scene, level, true) : [];
  return [wholes, keyProposals(scene), byKey(scene, lastKey(path))];
}

/** On an empty line under a key whose value is a list, an entry with its dash. */
function listProposals(scene: Scene): Proposal[] {
  const { context } = scene;
  if (context.flow || context.hasColon) return [];
  const list = context.path.at(-1) ?? '';
  if (list === '报送资料') return evidenceProposals(scene);
  const inner: Scene = {
    ...scene,
    context: {
      ...context,
      place: 'entry',
      path: [...context.path, ENTRY],
      column: context.column + 2,
      siblings: new Map(),
    },
  };
  const level = sectionLevel(inner.context.path);
  const proposals =
    isItemEntry(inner.context.path) && isListOfItems(scene)
      ? itemProposals(inner)
      : level
        ? titleProposals(inner, level, true)
        : [];
  return proposals.map((proposal) => ({ ...proposal, newText: `- ${proposal.newText}` }));
}

/** 加分项 and its like take a mapping, too; the first thing under them is not to be mixed up with it. */
function isListOfItems({ context }: Scene): boolean {
  return context.siblings.size === 0;
}

function titles(scene: Scene): Proposal[] {
  const level = sectionLevel(scene.context.path.slice(0, -1));
  return level ? titleProposals(scene, level, false) : [];
}

function byKey(scene: Scene, key: string): Proposal[] {
  const { path } = scene.context;
  const isInItem = isItemEntry(path.slice(0, path.lastIndexOf(key)));
  if (isDeadlinePlace(scene)) return deadlineProposals(scene);
  if (!isInItem) return valueProposals(scene);
  if (key === '报送资料') return evidenceProposals(scene);
  if (key === '内容') return contentProposals(scene);
  if (key === '对应') return correspondenceProposals(scene);
  if (key === '序号') return [numberProposal(scene)];
  return valueProposals(scene);
}

function numberProposal(scene: Scene): Proposal {
  const number = String(nextNumber(scene));
  return { label: number, kind: CompletionItemKind.Value, newText: number, order: 0 };
}

/** Adds the documentation of one proposal. @param item as {@link completions} gave it; its `data` may be anything */
export function resolveCompletion(
  workspace: Workspace,
  file: Checked,
  item: CompletionItem,
  { client, corpora }: CompletionOptions,
): CompletionItem {
  const value = documentation(workspace, file, item.data as Partial<ResolveData> | undefined, client, corpora);
  const kind = client.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return value ? { ...item, documentation: { kind, value } } : item;
}

function documentation(
  workspace: Workspace,
  file: Checked,
  data: Partial<ResolveData> | undefined,
  client: ClientSupport,
  corpora: readonly Corpus[],
): string | undefined {
  const format = client.markdown ? markdownFormat : plainFormat;
  const context = { workspace, file, format };
  if (data?.kind === 'unit' && data.name !== undefined) return unitCard(context, data.name);
  if (data?.kind === 'text' && data.text !== undefined) return format.lines(data.text.split('\n').map(format.text));
  if (data?.kind === 'key' && data.place && data.key !== undefined) {
    const text = keyText(file.document.kind, data.place, data.key);
    return text && renderKeyText(text, workspace.render, format);
  }
  if (data?.kind !== 'item' || data.number === undefined) return undefined;
  const corpus = corpora.find(({ name }) => name === data.edition);
  const target = corpus?.item(data.number);
  return corpus && target && centralCard(context, corpus, target);
}

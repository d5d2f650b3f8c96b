import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Corpus } from '../../model/corpus';
import { correspondences } from '../../model/correspondence';
import { UNIT_KEYS } from '../../model/keys';
import type { Indicator, Section } from '../../model/types';
import { writtenText } from '../../rules/shared/item-lines';
import { sectionPairs } from '../../rules/shared/sections';
import { nextNumber, takenNumbers } from './numbers';
import { completionPhrases } from './phrases';
import { escapeSnippet, type Proposal } from './proposal';
import { extraKey, homeSection, type Scene, targetOf } from './scene';

const LABEL_LENGTH = 24;

/** How likely an item of the corpus is meant: lacking and of this section, lacking, already there. */
const RANKS = { home: 0, missing: 1_000, present: 2_000 } as const;

/** A whole item behind a dash: the next one without a text, and those of the corpus, first the ones that are lacking here. */
export function itemProposals(scene: Scene): Proposal[] {
  if (scene.context.flow || scene.context.siblings.size > 0) return [];
  const number = nextNumber(scene);
  const blank: Proposal = {
    label: scene.render(completionPhrases.nextItem, { number }),
    kind: CompletionItemKind.Struct,
    ...wholeItem(scene, number, undefined),
    names: [String(number), '序号', `第${number}项`],
    order: RANKS.missing - 1,
  };
  return [blank, ...corpusItems(scene).flatMap((candidate) => corpusProposal(scene, candidate))];
}

interface Candidate {
  readonly target: Indicator;
  readonly order: number;
  readonly isPresent: boolean;
}

/** The items of the corpus that may stand at the cursor. */
function corpusItems(scene: Scene): Candidate[] {
  const { corpus, model, item } = scene;
  if (!corpus || !model) return [];
  const extra = extraKey(scene.context.path);
  if (extra) {
    const taken = takenNumbers(scene);
    const targets = corpus.file.extras.find(({ key }) => key === extra)?.items ?? [];
    return targets.map((target, i) => candidate(target, taken.has(target.number?.value ?? 0), true, i));
  }
  const matches = correspondences(model, corpus);
  const used = new Set(matches.all.flatMap((one) => (one.item.node === item?.node ? [] : one.targets)));
  const home = modelSection(homeSection(scene), scene, corpus);
  const next = nextNumber(scene);
  return corpus.file.items.map((target) => {
    const distance = (target.number?.value ?? 0) - next;
    // What comes next in the corpus, before what comes earlier.
    return candidate(
      target,
      used.has(target),
      isUnder(target.section, home),
      distance >= 0 ? distance : 500 - distance,
    );
  });
}

function candidate(target: Indicator, isPresent: boolean, isHome: boolean, distance: number): Candidate {
  const rank = isPresent ? RANKS.present : isHome ? RANKS.home : RANKS.missing;
  return { target, isPresent, order: rank + Math.min(distance, 999) };
}

function modelSection(section: Section | undefined, { model }: Scene, corpus: Corpus): Section | undefined {
  return model && sectionPairs(model, corpus).modelOf(section);
}

function isUnder(section: Section | undefined, home: Section | undefined): boolean {
  return home !== undefined && (section === home || section?.parent === home);
}

function corpusProposal(scene: Scene, { target, order, isPresent }: Candidate): Proposal[] {
  const { corpus, model } = scene;
  const central = target.number?.value;
  const text = target.content?.value.trim();
  if (!corpus || !model || central === undefined || !text) return [];
  const isFree = model.numbering === 'continuous' && !takenNumbers(scene).has(central);
  const number = isFree || extraKey(scene.context.path) ? central : nextNumber(scene);
  return [
    {
      label: scene.render(completionPhrases.item, { number: central, text: shortened(text) }),
      kind: CompletionItemKind.Struct,
      ...wholeItem(scene, number, target),
      names: [String(central), `第${central}项`, text],
      order,
      description: scene.render(isPresent ? completionPhrases.present : completionPhrases.missing),
      data: target.extra ? { kind: 'text', text } : { kind: 'item', number: central, edition: corpus.name },
    },
  ];
}

/** 序号 and 内容, then the keys that the items before have, their values to be filled in. */
function wholeItem(
  scene: Scene,
  number: number,
  target: Indicator | undefined,
): Pick<Proposal, 'newText' | 'snippet' | 'again'> {
  const { client, context, lineBreak } = scene;
  const text = target?.content ? writtenText(target.content.value.trim()) : undefined;
  const central = target?.number?.value;
  const isElsewhere = central !== undefined && central !== number && !extraKey(context.path);
  const lines = [`序号: ${number}`];
  if (!client.snippets) {
    lines.push(`内容: ${text ?? ''}`);
  } else {
    let stop = 1;
    lines.push(text === undefined ? `内容: $${stop++}` : `内容: ${escapeSnippet(text)}`);
    for (const key of fellowKeys(scene))
      lines.push(UNIT_KEYS.some((unit) => unit === key) ? `${key}: [$${stop++}]` : `${key}: $${stop++}`);
  }
  if (isElsewhere) lines.push(`对应: ${central}`);
  const indent = lineBreak + ' '.repeat(context.column);
  return { newText: lines.join(indent), snippet: client.snippets, again: client.snippets };
}

const FELLOWS = 10;
const FILLED_IN = new Set<string>([...UNIT_KEYS, '完成时限', '报送资料']);

/** Units, 完成时限 and 报送资料 in so far as the items before the cursor have them, in their order; at least 责任单位. */
function fellowKeys({ model, cursor, context }: Scene): readonly string[] {
  const items = model?.items.filter(({ node }) => node.place.start < cursor).slice(-FELLOWS) ?? [];
  const counts = new Map<string, number>();
  for (const { node } of items) {
    if (node.kind !== 'mapping') continue;
    for (const { key } of node.entries) counts.set(String(key.value), (counts.get(String(key.value)) ?? 0) + 1);
  }
  const usual = [...counts].flatMap(([key, count]) => (FILLED_IN.has(key) && 2 * count > items.length ? [key] : []));
  if (usual.length > 0 || extraKey(context.path) || model?.kind === 'yaoqiu')
    return extraKey(context.path) ? [] : usual;
  return ['责任单位'];
}

/** The central text, for 内容. */
export function contentProposals(scene: Scene): Proposal[] {
  const { context } = scene;
  const extra = extraKey(context.path);
  const number = Number.parseInt(context.siblings.get('序号') ?? '', 10);
  const extras = scene.corpus?.file.extras.find(({ key }) => key === extra)?.items;
  const target = extra
    ? extras?.find((item) => item.number?.value === number)
    : (targetOf(scene) ?? scene.corpus?.item(number));
  const text = target?.content?.value.trim();
  if (!target || !text || text === context.typed.trim()) return [];
  return [
    {
      label: shortened(text),
      kind: CompletionItemKind.Text,
      newText: context.quote === '' ? writtenText(text) : inQuotes(text, context.quote),
      names: [text],
      order: 0,
      description: scene.render(completionPhrases.centralText),
      data: { kind: 'text', text },
    },
  ];
}

/** 对应: the numbers of the corpus, those that the file lacks first, and 无. */
export function correspondenceProposals(scene: Scene): Proposal[] {
  const { corpus, context } = scene;
  const taken = new Set(context.entries);
  const numbers = corpusItems(scene).flatMap(({ target, order, isPresent }): Proposal[] => {
    const number = target.number?.value;
    const text = target.content?.value.trim() ?? '';
    if (number === undefined || taken.has(String(number)) || !corpus) return [];
    return [
      {
        label: scene.render(completionPhrases.item, { number, text: shortened(text) }),
        kind: CompletionItemKind.Reference,
        newText: String(number),
        names: [String(number), `第${number}项`, text],
        order: order + 1,
        description: scene.render(isPresent ? completionPhrases.present : completionPhrases.missing),
        data: { kind: 'item', number, edition: corpus.name },
      },
    ];
  });
  const none: Proposal[] = context.flow
    ? []
    : [{ label: '无', kind: CompletionItemKind.EnumMember, newText: '无', order: 0 }];
  return [...none, ...numbers];
}

/** The beginning of a text, on one line. */
export function shortened(text: string, length = LABEL_LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** A text within quotes that are there already. */
export function inQuotes(text: string, quote: '"' | "'"): string {
  return quote === "'" ? text.replaceAll("'", "''") : JSON.stringify(text).slice(1, -1);
}

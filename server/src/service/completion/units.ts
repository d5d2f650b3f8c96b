import { CompletionItemKind } from 'vscode-languageserver-types';
import { namesOf, type Registry } from '../../model/registry';
import type { RegistryFile, RegistryUnit } from '../../model/types';
import { written } from '../../rules/shared/list-edits';
import { identify, unitUses } from '../../rules/shared/unit-uses';
import { touches } from '../../text/span';
import { oneLine } from '../one-line';
import { ENTRY } from './context';
import { inQuotes } from './items';
import { completionPhrases } from './phrases';
import { escapeSnippet, type Offer, type Proposal } from './proposal';
import { lastKey, type Scene } from './scene';
import { countsIn, namedElsewhere } from './unit-ranks';

/** Keys whose values are units. */
const UNIT_LISTS: ReadonlySet<string> = new Set(['牵头单位', '责任单位', '配合单位', '成员', '挂牌于', '承继']);
/** Those that take one unit, not a list. */
const SINGLE = new Set(['挂牌于']);

/** What parts units where people write them as in running text. */
const LIST_SIGNS = /[、，]\s*/;

interface Choice {
  readonly name: string;
  /** All that may be typed for it. */
  readonly names: readonly string[];
  readonly unit?: RegistryUnit;
}

/**
 * Units for a list: first those that other counties give the same item, then those that this file names most in the same
 * role, then the rest of the registry. Those that the item names already are left out.
 */
export function unitOffers(scene: Scene): Offer[] {
  const { context } = scene;
  const whole = proposalsFor(scene, []);
  const offer = { start: context.start, end: context.end };
  const parts = context.typed.split(LIST_SIGNS);
  const offers: Offer[] = [{ ...offer, proposals: whole, query: context.typed.trim() }];
  const query = parts.pop();
  // 县司法局、xs: the units before the sign become entries of their own.
  if (parts.length > 0 && query !== undefined && context.quote === '' && parts.every((part) => part.trim() !== '')) {
    const earlier = parts.map((part) => part.trim());
    offers.push({ ...offer, proposals: proposalsFor(scene, earlier), query: query.trim() });
  }
  return offers;
}

function proposalsFor(scene: Scene, earlier: readonly string[]): Proposal[] {
  const { context } = scene;
  const role = lastKey(context.path);
  const listed = listedUnits(scene, earlier);
  const registry = scene.file.surroundings.registry;
  const others = namedElsewhere(scene, role, registry);
  const counts = countsIn(scene, role);
  return choicesOf(scene).flatMap(({ name, names, unit }, index): Proposal[] => {
    const key = unit ?? name;
    if (listed.has(key) || name === ownName(scene)) return [];
    const other = others.get(key);
    const count = counts.get(key) ?? 0;
    const order = other ? other.rank : count > 0 ? 1_000_000 - count : 2_000_000 + index;
    const description = other
      ? scene.render(completionPhrases.sameItem, { county: other.county })
      : count > 0
        ? scene.render(completionPhrases.usedHere, { count })
        : oneLine(unit?.fullName?.value ?? unit?.category?.value ?? '', 30);
    return [
      {
        label: oneLine(name),
        kind: CompletionItemKind.Value,
        ...inserted(scene, [...earlier, name]),
        names,
        order,
        description,
        data: { kind: 'unit', name },
      },
    ];
  });
}

/** The unit whose entry in a registry the cursor is in: it is no member of itself. */
function ownName({ file: { document }, context, cursor }: Scene): string | undefined {
  if (document.kind !== 'danwei' || context.path[0] !== '单位') return undefined;
  const { units } = document.model as RegistryFile;
  // Behind the dash of a list, the keys of the unit are no neighbours.
  const own = units.find(({ node }) => touches(node.place, cursor));
  return context.siblings.get('名称')?.trim() ?? own?.name?.value.trim();
}

/** The names as they are written at the cursor: entries of a list, a list, or one name. */
function inserted(
  { context, client, lineBreak }: Scene,
  names: readonly string[],
): Pick<Proposal, 'newText' | 'snippet'> {
  const [name = ''] = names;
  if (context.quote !== '') return { newText: inQuotes(name, context.quote) };
  const list = names.map((one) => written(one));
  if (context.place === 'key')
    return { newText: list.map((one) => `- ${one}`).join(lineBreak + ' '.repeat(context.column)) };
  if (context.place === 'entry') {
    const dash = `${lineBreak}${' '.repeat(Math.max(0, context.column - 2))}- `;
    return { newText: list.join(context.flow ? ', ' : dash) };
  }
  if (SINGLE.has(lastKey(context.path)) || context.end > context.start + context.typed.length)
    return { newText: list[0] ?? '' };
  const inBrackets = list.join(', ');
  return client.snippets
    ? { newText: `[${escapeSnippet(inBrackets)}$1]$0`, snippet: true }
    : { newText: `[${inBrackets}]` };
}

/** What the item names already, in this list or another. */
function listedUnits({ context, item, file }: Scene, earlier: readonly string[]): ReadonlySet<RegistryUnit | string> {
  const { registry } = file.surroundings;
  const fromLines = [...context.siblings]
    .filter(([key]) => UNIT_LISTS.has(key))
    .flatMap(([, value]) => value.split(/[[\],"']/));
  const role = lastKey(context.path);
  const fromTree = item?.units
    .filter((list) => list.role !== role)
    .flatMap(({ units }) => units.map(({ value }) => value));
  const names = [...earlier, ...context.entries, ...fromLines, ...(fromTree ?? [])].map((name) =>
    name.trim().replace(/^(["'])(.*)\1$/, '$2'),
  );
  return new Set(names.filter((name) => name !== '').map((name) => identify(name, registry)));
}

const known = new WeakMap<Registry | RegistryFile, readonly Choice[]>();

function choicesOf({ file, model }: Scene): readonly Choice[] {
  const { document, surroundings } = file;
  const source = document.kind === 'danwei' ? (document.model as RegistryFile) : surroundings.registry;
  if (!source)
    return [...new Set(model ? unitUses(model).map(({ value }) => value.trim()) : [])].map((name) => ({
      name,
      names: [name],
    }));
  const earlier = known.get(source);
  if (earlier) return earlier;
  const choices = source.units.flatMap((unit): Choice[] => {
    const name = unit.name?.value.trim();
    if (!name || unit.closed) return [];
    const replaced = source.units.filter(
      (one) => one.closed && one.successors.some(({ value }) => value.trim() === name),
    );
    const names = [unit, ...replaced].flatMap((one) => namesOf(one).map(({ text }) => text.value.trim()));
    return [{ name, names: [...new Set(names)], unit }];
  });
  known.set(source, choices);
  return choices;
}

/** True where a unit is to be named: the value or list of one of {@link UNIT_LISTS}. */
export function isUnitPlace({ context, file }: Scene): boolean {
  const key = context.path.at(-1) === ENTRY ? context.path.at(-2) : context.path.at(-1);
  if (!UNIT_LISTS.has(key ?? '')) return false;
  return context.place !== 'key' || (!context.flow && !SINGLE.has(key ?? '') && file.document.kind !== 'config');
}

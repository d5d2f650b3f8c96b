import type { Location, LocationLink } from 'vscode-languageserver-types';
import type { Corpus } from '../model/corpus';
import { type Located, locate, type Target } from '../model/locate';
import { extentOf } from '../model/references';
import { namesOf } from '../model/registry';
import type { Indicator, IndicatorFile, Section } from '../model/types';
import { sectionPairs } from '../rules/shared/sections';
import { placeOf } from '../rules/shared/unit-uses';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import type { ScalarNode } from '../yaml/nodes';
import { centralItems, centralItemsAt } from './central-items';
import { indicatorFile, itemsAt, locateMeant } from './item-places';
import { existingPath } from './links';
import { listedUnits, registryOf, unitAt, unitNamedBy } from './unit-places';
import type { Workspace } from './workspace';

/** A place to go to, in a file whose lines are at hand. */
interface Destination {
  readonly uri: string;
  readonly lines: LineIndex;
  readonly whole: Span;
  /** What is selected there; part of `whole`. */
  readonly name: Span;
}

/**
 * Where the thing at an offset is defined: a unit in the registry, a referenced item in the file, an item or section in the
 * central text that it answers to, 依据 and 单位名录 as files. A definition leads to itself, so that an editor shows its uses.
 */
export async function definition(workspace: Workspace, file: Checked, offset: number): Promise<LocationLink[]> {
  const located = locateMeant(file, offset);
  const { target } = located;
  if (!target) return [];
  const origin = file.document.lines.range(originOf(locate(file.document, offset).target ?? target));
  if (target.kind === 'path') {
    const uri = await existingPath(workspace, file, target.node);
    return uri
      ? [{ originSelectionRange: origin, targetUri: uri, targetRange: START, targetSelectionRange: START }]
      : [];
  }
  return destinations(file, target, located).map(({ uri, lines, whole, name }) => ({
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: lines.range({ start: Math.min(whole.start, name.start), end: Math.max(whole.end, name.end) }),
    targetSelectionRange: lines.range(name),
  }));
}

/**
 * What carries out the thing at an offset: of a central item, the items of all counties that answer to it; of a county's
 * item, those of the other counties; of a collective unit, its members.
 */
export function implementation(workspace: Workspace, file: Checked, offset: number): Location[] {
  const unit = unitAt(file, offset);
  if (unit !== undefined) return membersOf(file, unit).map(toLocation);
  return centralItemsAt(file, locateMeant(file, offset)).flatMap(({ edition, number }) =>
    workspace.index.elsewhere(edition, number, file.uri).map(({ file: { uri }, item: { range } }) => ({ uri, range })),
  );
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function originOf(target: Target): Span {
  if (target.kind === 'key') return target.key.place;
  if (target.kind !== 'reference') return placeOf({ node: target.node as ScalarNode });
  const { reference, number } = target;
  const written = reference.numbers.find(({ value }) => value === number);
  return written ? reference.place(written.span) : extentOf(reference);
}

function destinations(file: Checked, target: Target, located: Located): Destination[] {
  const { uri, document, surroundings } = file;
  if (target.kind === 'unit' || target.kind === 'unit-name') return unitDestinations(file, target);
  const model = indicatorFile(file);
  if (!model) return [];
  const here = (item: Indicator) => itemDestination(uri, document.lines, item);
  if (target.kind === 'reference') return itemsAt(model, located).map(here);
  const { corpus } = surroundings;
  const there = (item: Indicator) => (corpus ? [itemDestination(corpus.uri, corpus.lines, item)] : []);
  switch (target.kind) {
    case 'basis':
      return corpus ? nameOf(corpus) : [];
    case 'title':
      return corpus ? sectionIn(corpus, model, target.section) : [];
    default: {
      const central = centralItems(file, located).flatMap(there);
      return central.length === 0 && target.kind === 'serial' ? [here(target.item)] : central;
    }
  }
}

function itemDestination(uri: string, lines: LineIndex, { node, number, head }: Indicator): Destination {
  return { uri, lines, whole: node.place, name: number?.node.place ?? head };
}

function sectionIn(corpus: Corpus, model: IndicatorFile, section: Section): Destination[] {
  const found = sectionPairs(model, corpus).modelOf(section);
  return found ? [{ uri: corpus.uri, lines: corpus.lines, whole: found.node.place, name: found.head }] : [];
}

function nameOf({ uri, lines, file }: Corpus): Destination[] {
  return file.names.slice(0, 1).map((text) => ({ uri, lines, whole: text.node.place, name: placeOf(text) }));
}

/** The entry that bears a name; a former name may have passed to several. */
function unitDestinations(file: Checked, target: Extract<Target, { kind: 'unit' | 'unit-name' }>): Destination[] {
  const registry = registryOf(file);
  const { lines, uri } = registryText(file);
  if (!registry || !lines) return [];
  const written = String(target.node.value ?? '').trim();
  const own = target.kind === 'unit-name' ? unitNamedBy(listedUnits(file), target.node) : undefined;
  const known = registry.find(written);
  const bearers = own
    ? [own]
    : known?.form === 'former-name'
      ? registry.units.filter((unit) => unit.formerNames.some(({ value }) => value.trim() === written))
      : known
        ? [known.unit]
        : [];
  return bearers.flatMap((unit) => {
    const named = namesOf(unit).find(({ text }) => text.node === target.node || text.value.trim() === written);
    return named ? [{ uri, lines, whole: unit.node.place, name: placeOf(named.text) }] : [];
  });
}

function membersOf(file: Checked, name: string): Destination[] {
  const registry = registryOf(file);
  const { lines, uri } = registryText(file);
  if (!registry || !lines) return [];
  return (registry.find(name)?.unit.members ?? []).flatMap((member) => {
    const known = registry.find(member.value);
    return known ? [{ uri, lines, whole: known.unit.node.place, name: placeOf(known.text) }] : [];
  });
}

/** The text that the registry of a file stands in; an indicator file may carry its own. */
function registryText(file: Checked): { uri: string; lines: LineIndex | undefined } {
  const registry = registryOf(file);
  const lines = registry?.uri === file.uri ? file.document.lines : registry?.source?.lines;
  return { uri: registry?.uri ?? file.uri, lines };
}

function toLocation({ uri, lines, name }: Destination): Location {
  return { uri, range: lines.range(name) };
}

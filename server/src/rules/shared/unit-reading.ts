import { type Level, levelOf, levelPrefix, looksLikeUnit } from '../../domain/unit';
import { splitUnits, type UnitSplit } from '../../domain/unit-split';
import type { KnownName, Registry } from '../../model/registry';
import { attached } from '../../text/attached';
import { rememberTexts } from '../../text/memo';

/** What one string of a unit list turns out to be; each kind but `known` is the business of one rule. */
export type UnitReading =
  | { readonly kind: 'known'; readonly known: KnownName }
  /** Several units, or one with blanks inside. */
  | { readonly kind: 'split'; readonly split: UnitSplit; readonly isCertain: boolean }
  /** A registered unit but for the level that its name begins with. */
  | { readonly kind: 'level'; readonly fault: LevelFault; readonly name: string }
  | { readonly kind: 'unknown' };

/** `other`: right but for the level it would be an alias or a full name, and `name` is written differently. */
export type LevelFault = 'missing' | 'wrong' | 'extra' | 'other';

const LEVELS: readonly Level[] = ['县', '区', '市'];

type Reader = (name: string) => UnitReading;

const readers = attached<Registry, Map<Level | null, Reader>>();

/** Reads the strings of a file's unit lists, each string once. Without a registry only what is plain by itself is seen. */
export function unitReader(registry: Registry | undefined, county: string | undefined): Reader {
  const level = levelOf(county ?? registry?.county ?? '');
  if (!registry) return makeReader(undefined, level);
  const byLevel = readers.get(registry) ?? new Map<Level | null, Reader>();
  readers.set(registry, byLevel);
  const reader = byLevel.get(level) ?? makeReader(registry, level);
  byLevel.set(level, reader);
  return reader;
}

function makeReader(registry: Registry | undefined, level: Level | null): Reader {
  return rememberTexts((name) => read(name, registry, level));
}

/** The names that a string stands for, as they ought to be written. */
export function namesIn(text: string, reading: UnitReading): readonly string[] {
  if (reading.kind === 'level') return [reading.name];
  if (reading.kind !== 'split') return [text.trim()];
  return reading.split.kind === 'blank-inside' ? [reading.split.joined] : reading.split.parts.map((part) => part.text);
}

function read(name: string, registry: Registry | undefined, level: Level | null): UnitReading {
  const known = registry?.find(name);
  if (known) return { kind: 'known', known };
  const isName = (part: string) => registry?.find(part) !== undefined;
  const split = splitUnits(name, isName);
  if (split?.kind === 'blank-inside') return { kind: 'split', split, isCertain: true };
  if (split && areUnits(split, isName)) {
    return { kind: 'split', split, isCertain: split.parts.every((part) => isName(part.text)) };
  }
  return (registry && readLevel(name.trim(), registry, level)) ?? { kind: 'unknown' };
}

/** 各乡镇、各部门 may be one collective unit that the registry lacks, and a sentence holds separators too. */
function areUnits(split: Exclude<UnitSplit, { kind: 'blank-inside' }>, isName: (name: string) => boolean): boolean {
  const names = split.parts.map((part) => part.text);
  if (names.some(isName)) return true;
  return names.every(looksLikeUnit) && !names.every((name) => name.startsWith('各'));
}

function readLevel(name: string, registry: Registry, level: Level | null): UnitReading | undefined {
  const prefix = levelPrefix(name);
  const body = prefix ? name.slice(1) : name;
  if (body.length < 2) return undefined;
  const registered = (candidate: string) => {
    const known = candidate === name ? undefined : registry.find(candidate);
    return known && known.form !== 'former-name' && !known.unit.closed ? known.unit.name?.value.trim() : undefined;
  };
  const own = level && registered(level + body);
  const names = own
    ? [own]
    : [...new Set([body, ...LEVELS.map((other) => other + body)].flatMap((c) => registered(c) ?? []))];
  const [found, another] = names;
  if (!found || another) return undefined;
  return { kind: 'level', fault: levelFault(prefix, body, found), name: found };
}

function levelFault(prefix: Level | null, body: string, found: string): LevelFault {
  if (found === body) return 'extra';
  if (levelPrefix(found) === null || found.slice(1) !== body) return 'other';
  return prefix === null ? 'missing' : 'wrong';
}

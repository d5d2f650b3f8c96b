import type { ErrorObject } from 'ajv';
import { attached } from '../text/attached';
import type { Span } from '../text/span';
import type { Fault } from '../yaml/faults';
import { child, type MappingNode, type Node, toData } from '../yaml/nodes';
import { headOf } from './read';
import { echoes } from './schema-echo';
import { entriesByKey, entriesOf, locate, nearestKey, type Target } from './schema-target';
import { allowedKeys } from './schemas';
import type { FileKind } from './types';
import type { Validator } from './validators.generated.mjs';
import * as validators from './validators.generated.mjs';

/** What a file of the language must not be, on the smallest node. */
export interface Violation {
  readonly kind:
    | 'empty-file'
    | 'missing-key'
    | 'unknown-key'
    | 'wrong-type'
    | 'not-allowed'
    | 'too-small'
    | 'too-large'
    | 'empty'
    | 'other';
  readonly span: Span;
  /** The key or list entry that the value stands under; empty for the whole file. */
  readonly name: string;
  /** What is allowed, in words for the message. */
  readonly expected: string;
  /** For an unknown key: the known one that was probably meant. */
  readonly suggestion?: string;
}

/** A part of a file that is validated by itself, the lists of further such parts left out. */
interface Level {
  readonly validate: Validator;
  readonly lists: Readonly<Record<string, Level>>;
}

const level = (validate: Validator, lists: Level['lists'] = {}): Level => ({ validate, lists });

function treeOf(root: Validator, section: Validator, subsection: Validator, entry: Validator): Level {
  const entries = { 三级指标: level(entry) };
  return level(root, { 一级指标: level(section, { 二级指标: level(subsection, entries), ...entries }) });
}

const LEVELS: Readonly<Record<FileKind, Level>> = {
  zhibiao: treeOf(validators.zhibiao, validators.zhibiaoSection, validators.zhibiaoSubsection, validators.zhibiaoEntry),
  yaoqiu: treeOf(validators.yaoqiu, validators.yaoqiuSection, validators.yaoqiuSubsection, validators.yaoqiuEntry),
  danwei: level(validators.danwei, { 单位: level(validators.danweiEntry) }),
  config: level(validators.config),
};

/** A part with what is wrong with it. */
interface Faulty {
  readonly node: Node;
  /** The key of the list that it stands in; empty for the whole file. */
  readonly name: string;
  /** A JSON pointer from the root of a file to a part like it. */
  readonly pointer: string;
  readonly errors: readonly ErrorObject[];
}

/** The faulty parts of each part, itself included: an edit elsewhere does not change them. */
const known = attached<Node, { readonly level: Level; readonly faulty: readonly Faulty[] }>();

const TYPES: Readonly<Record<string, string>> = {
  string: '文字',
  integer: '整数',
  number: '数字',
  boolean: '「true」或「false」',
  array: '列表',
  object: '若干个「键: 值」',
};

/**
 * Checks a tree against the JSON Schema of its kind. Nothing is said of or below a damaged node, nor of a value that a
 * fault of the text stands in, nor of keys that a mapping lacks whose own lines could not all be read.
 */
export function schemaViolations(root: Node | null, kind: FileKind, faults: readonly Fault[] = []): Violation[] {
  if (!root) return faults.length > 0 ? [] : emptyFile(kind);
  const isEcho = echoes(faults);
  return faultyIn(root, LEVELS[kind], '', '').flatMap((one) => violationsOf(one, kind, isEcho));
}

function faultyIn(node: Node, level: Level, name: string, pointer: string): readonly Faulty[] {
  const earlier = known.get(node);
  if (earlier?.level === level) return earlier.faulty;
  const lists = Object.entries(level.lists).flatMap(([key, below]) => {
    const list = child(node, key);
    return list?.kind === 'sequence' ? [{ key, below, list }] : [];
  });
  const { validate } = level;
  const isValid = validate(toData(node, new Map(lists.map(({ list }) => [list, []]))));
  const faulty: Faulty[] = isValid ? [] : [{ node, name, pointer, errors: validate.errors ?? [] }];
  for (const { key, below, list } of lists) {
    for (const item of list.items) {
      for (const one of faultyIn(item, below, key, `${pointer}/${key}/0`)) faulty.push(one);
    }
  }
  known.set(node, { level, faulty });
  return faulty;
}

function violationsOf(
  { node: root, name, pointer, errors }: Faulty,
  kind: FileKind,
  isEcho: ReturnType<typeof echoes>,
): Violation[] {
  const found: Violation[] = [];
  const wrongTypes = new Set<string>();
  for (const error of errors) {
    const target = locate(root, name, error.instancePath);
    if (!target || target.node?.kind === 'damaged' || isEcho(error, target)) continue;
    if (error.keyword === 'type') wrongTypes.add(error.instancePath);
    // A value of the wrong type is said to be so once, not measured by the other demands too.
    else if (wrongTypes.has(error.instancePath)) continue;
    found.push(toViolation(error, target, kind, pointer + error.instancePath));
  }
  return found;
}

/** What a file without any content ought to begin with; a configuration may well be empty. */
const FIRST_KEYS: Readonly<Record<FileKind, readonly string[]>> = {
  zhibiao: ['标题', '县区'],
  danwei: ['县区', '单位'],
  yaoqiu: ['名称', '一级指标'],
  config: [],
};

function emptyFile(kind: FileKind): Violation[] {
  const keys = FIRST_KEYS[kind];
  return keys.length > 0 ? [{ kind: 'empty-file', span: { start: 0, end: 0 }, name: '', expected: quoted(keys) }] : [];
}

function toViolation(error: ErrorObject, { node, key, name }: Target, kind: FileKind, pointer: string): Violation {
  const params = error.params as Record<string, unknown>;
  const span =
    node?.kind === 'scalar' && node.place.end > node.place.start
      ? node.place
      : (key?.place ?? (node ? headOf(node) : { start: 0, end: 0 }));
  const base = { span, name, expected: '' };
  switch (error.keyword) {
    case 'required':
      return {
        ...base,
        kind: 'missing-key',
        span: key?.place ?? (node ? headOf(node) : span),
        expected: String(params.missingProperty),
      };
    case 'additionalProperties':
      return unknownKey(node, String(params.additionalProperty), allowedKeys(kind, pointer), base);
    case 'type':
      return { ...base, kind: node === null ? 'empty' : 'wrong-type', expected: typeNames(params.type) };
    case 'enum':
      return { ...base, kind: 'not-allowed', expected: quoted(params.allowedValues as unknown[]) };
    case 'pattern':
      return { ...base, kind: 'not-allowed', expected: quoted(literalsOf(String(params.pattern))) };
    case 'minimum':
    case 'exclusiveMinimum':
      return { ...base, kind: 'too-small', expected: String(params.limit) };
    case 'maximum':
    case 'exclusiveMaximum':
      return { ...base, kind: 'too-large', expected: String(params.limit) };
    case 'minLength':
    case 'minItems':
      return { ...base, kind: 'empty', expected: TYPES.string ?? '' };
    default:
      return { ...base, kind: 'other' };
  }
}

function unknownKey(node: Node | null, name: string, allowed: string[], base: Pick<Violation, 'span'>): Violation {
  const mapping = node as MappingNode;
  const [entry] = entriesOf(mapping, name);
  const taken = entriesByKey(mapping);
  const suggestion = nearestKey(
    name,
    allowed.filter((candidate) => !taken.has(candidate)),
  );
  const span = entry && entry.key.place.end > entry.key.place.start ? entry.key.place : base.span;
  return { kind: 'unknown-key', span, name, expected: allowed.join('、'), ...(suggestion && { suggestion }) };
}

function typeNames(type: unknown): string {
  const names = (Array.isArray(type) ? type : String(type).split(',')).filter((name) => name !== 'null');
  return names.map((name) => TYPES[name] ?? name).join('或');
}

function quoted(values: readonly unknown[]): string {
  return values
    .filter((value) => value !== null)
    .map((value) => `「${String(value)}」`)
    .join('、');
}

/** The alternatives of a pattern like `^(?:无|全部)$`. */
function literalsOf(pattern: string): string[] {
  return pattern.replace(/^\^(?:\(\?:)?|\)?\$$/g, '').split('|');
}

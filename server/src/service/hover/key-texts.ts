import type { Step } from '../../model/locate';
import { allKeySchemas, type KeySchema, keySchema } from '../../model/schemas';
import type { FileKind } from '../../model/types';
import type { Message } from '../../rules/finding';
import type { Format } from '../markdown';
import type { Renderer } from '../messages';
import { keyPhrases } from './phrases';

/** What a key is for, as messages to be rendered in the language of the user, and what may stand behind it. */
export interface KeyText {
  readonly key: string;
  readonly sentences: readonly Message[];
  /** The values to choose from, if there are such. */
  readonly values: readonly string[];
  /** As they are written in YAML. */
  readonly examples: readonly string[];
}

/** Keys of an example mapping that is short enough to be shown on one line. */
const MAX_EXAMPLE_KEYS = 3;

/**
 * The explanation of a key at its place (名称 of a section, of a unit and of a corpus are told apart); undefined for a key
 * that is not allowed there. The words are those of the JSON Schemas, so that other editors show the same.
 * @param place keys and indices from the root of the file to the mapping that holds the key, see {@link placeOf}
 */
export function keyText(kind: FileKind, place: readonly string[], key: string): KeyText | undefined {
  const schema = keySchema(kind, place, key);
  if (!schema) return undefined;
  const sentences = templatesOf(schema).map((template) => ({ template, data: {} }));
  return {
    key,
    sentences: [...sentences, ...(schema.required ? [{ template: keyPhrases.required, data: {} }] : [])],
    values: schema.values,
    examples: schema.values.length > 0 ? [] : schema.examples.flatMap((example) => inYaml(example) ?? []),
  };
}

/** The place of the mapping that holds the innermost entry of a path, for {@link keyText}. */
export function placeOf(path: readonly Step[]): string[] {
  const last = path.findLastIndex(({ kind }) => kind === 'entry');
  return path.slice(0, Math.max(0, last)).map((step) => (step.kind === 'entry' ? step.key : String(step.index)));
}

/** The explanation as a few lines; also the documentation of the key where it is completed. */
export function renderKeyText({ key, sentences, values, examples }: KeyText, render: Renderer, format: Format): string {
  const word = (template: string) => render({ template, data: {} });
  const offer = (template: string, list: readonly string[]) =>
    list.length > 0 ? word(template) + list.map(format.code).join(word(keyPhrases.separator)) : undefined;
  return format.blocks([
    format.strong(format.text(key)),
    format.lines(sentences.map((sentence) => format.text(render(sentence)))),
    format.lines([offer(keyPhrases.values, values), offer(keyPhrases.examples, examples)]),
  ]);
}

/** Every Chinese sentence that {@link keyText} may give, for the translations. */
export function keyTemplates(): string[] {
  return [...new Set(allKeySchemas().flatMap(templatesOf))];
}

/** Of a rule's own name, only its title says more than that it takes a severity. */
function templatesOf({ title, description }: KeySchema): string[] {
  const rest = description.startsWith(`${title}。`) ? description.slice(title.length + 1) : '';
  return (rest ? [`${title}。`, rest] : [description]).filter((template) => template !== '');
}

/** A scalar, a list of scalars or a small mapping as one writes it on one line; undefined for what needs more. */
function inYaml(example: unknown): string | undefined {
  if (isScalar(example)) return String(example);
  if (Array.isArray(example)) return example.every(isScalar) ? `[${example.join(', ')}]` : undefined;
  const entries = Object.entries(example as object);
  if (entries.length > MAX_EXAMPLE_KEYS || !entries.every(([, value]) => isScalar(value))) return undefined;
  return `{ ${entries.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

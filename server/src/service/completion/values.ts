import { CompletionItemKind } from 'vscode-languageserver-types';
import { keySchema } from '../../model/schemas';
import type { FileKind } from '../../model/types';
import { fileName, relativePath } from '../../workspace/uris';
import { oneLine } from '../one-line';
import { ENTRY } from './context';
import { inQuotes, shortened } from './items';
import type { Proposal } from './proposal';
import { isItemEntry, lastKey, type Scene } from './scene';
import { textInYaml } from './yaml-text';

/** 说明 of an item: the reasons of contract section 2. */
const REASONS = ['地方从严', '地方补充', '本级不适用'];
/** 校勘. Contract section 4. */
const CERTAINTIES = ['原文已见', '两县互校一致', '据一县', '待核'];

/** Values that come from a list: of the schema, of the contract, of the corpora and files at hand. */
export function valueProposals(scene: Scene): Proposal[] {
  const { context, file } = scene;
  const key = lastKey(context.path);
  const holder = context.path.slice(0, context.path.lastIndexOf(key));
  if (file.document.kind === 'config') return configValues(scene, key, holder);
  if (key === '依据' && holder.length === 0) return basisProposals(scene);
  if (key === '单位名录' && holder.length === 0) return context.flow ? [] : pathProposals(scene, 'danwei');
  if (key === '说明' && isItemEntry(holder)) return plain(scene, REASONS);
  if (key === '校勘') return plain(scene, CERTAINTIES);
  if (key === '指标' && holder[0] === '合并报送') return groupProposals(scene);
  if (key === '节选') return plain(scene, ['true', 'false']);
  if (key === '挂牌于') return [];
  return plain(scene, enumOf(scene, key, holder));
}

function configValues(scene: Scene, key: string, holder: readonly string[]): Proposal[] {
  if (key === '单位名录') return pathProposals(scene, 'danwei');
  if (key === '要求库') return pathProposals(scene, 'yaoqiu');
  return plain(scene, enumOf(scene, key, holder));
}

function enumOf({ file }: Scene, key: string, holder: readonly string[]): readonly string[] {
  const place = holder.map((step) => (step === ENTRY ? '0' : step));
  return keySchema(file.document.kind, place, key)?.values ?? [];
}

function plain({ context }: Scene, values: readonly string[]): Proposal[] {
  if (context.place !== 'value') return [];
  return values.map((value, order) => ({ label: value, kind: CompletionItemKind.EnumMember, newText: value, order }));
}

/** 依据: the corpora by their names, and 无. */
function basisProposals({ context, corpora }: Scene): Proposal[] {
  const seen = new Set<string>();
  const names = corpora
    .toSorted((a, b) => (a.name < b.name ? 1 : -1))
    .flatMap(({ name, names: all, total }): Proposal[] => {
      if (seen.has(name)) return [];
      seen.add(name);
      return [
        {
          label: oneLine(name),
          kind: CompletionItemKind.Reference,
          newText: context.quote === '' ? textInYaml(name) : inQuotes(name, context.quote),
          names: [...all],
          order: seen.size,
          description: String(total),
        },
      ];
    });
  return [...names, { label: '无', kind: CompletionItemKind.EnumMember, newText: '无', order: names.length + 1 }];
}

/** Files of a kind in the workspace, as paths relative to this one. */
function pathProposals(scene: Scene, kind: FileKind): Proposal[] {
  const { workspace, file, context } = scene;
  const files = workspace.index.files().filter((one) => one.kind === kind && one.uri !== file.uri);
  const paths = files.map((one) => ({
    path: relativePath(file.uri, one.uri),
    name: one.county ?? one.title ?? '',
    uri: one.uri,
  }));
  const listed = new Set(context.entries);
  return paths
    .filter(({ path }) => !listed.has(path))
    .sort((a, b) => a.path.split('/').length - b.path.split('/').length || (a.path < b.path ? -1 : 1))
    .map(({ path, name, uri }, order) => {
      const written = /^[\p{L}\p{N}./_-]+$/u.test(path) ? path : JSON.stringify(path);
      return {
        label: path,
        kind: CompletionItemKind.File,
        newText:
          context.quote === '' ? (context.place === 'key' ? `- ${written}` : written) : inQuotes(path, context.quote),
        names: [path, path.replace(/^\.\//, ''), fileName(uri), name],
        order,
        description: oneLine(name, 30),
      };
    });
}

/** 指标 of 合并报送: the items of each section that are in no group yet. */
function groupProposals({ model, context }: Scene): Proposal[] {
  if (!model || context.place !== 'value') return [];
  const grouped = new Set(model.groups.flatMap(({ targets }) => targets?.targets ?? []));
  const sections = model.sections.flatMap((top) => [...top.sections, ...(top.items.length > 0 ? [top] : [])]);
  return sections.flatMap(({ items, title }, order): Proposal[] => {
    const numbers = items.flatMap(({ number }) => number?.value ?? []);
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (first === undefined || last === undefined || last <= first || last - first !== numbers.length - 1) return [];
    if (numbers.some((number) => grouped.has(number))) return [];
    const range = `${first}-${last}`;
    return [
      {
        label: range,
        kind: CompletionItemKind.Reference,
        newText: range,
        names: [range, title?.value ?? ''],
        order,
        description: shortened(title?.value ?? ''),
      },
    ];
  });
}

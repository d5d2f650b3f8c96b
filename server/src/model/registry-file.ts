import { child, type Node } from '../yaml/nodes';
import { asMapping, asText, defined, items, text, texts } from './read';
import { collectTexts } from './texts';
import type { RegistryFile, RegistryUnit } from './types';

/** Reads a unit registry (contract section 3). */
export function readRegistryFile(root: Node | null): RegistryFile {
  const list = child(root, '单位');
  const county = text(root, '县区');
  return {
    kind: 'danwei',
    root: asMapping(root),
    units: items(list).map(readUnit),
    texts: collectTexts(root),
    ...(list && { list }),
    ...(county && { county }),
  };
}

/** Reads one unit; in an indicator file's own list a plain string is a unit with that name. */
export function readUnit(node: Node): RegistryUnit {
  const plain = asText(node);
  if (plain) return { node, name: plain, aliases: [], formerNames: [], members: [], successors: [] };
  return {
    node,
    aliases: texts(child(node, '别名')),
    formerNames: texts(child(node, '曾用名')),
    members: texts(child(node, '成员')),
    successors: texts(child(node, '承继')),
    ...defined({
      name: text(node, '名称'),
      fullName: text(node, '全称'),
      category: text(node, '类别'),
      host: text(node, '挂牌于'),
      closed: text(node, '停用'),
    }),
  };
}

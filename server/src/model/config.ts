import type { Node } from '../yaml/nodes';
import { child } from '../yaml/nodes';
import { asMapping, asText, items, text, texts } from './read';
import type { Text } from './types';

/** Severities of rules as a person set them. */
export type RuleSettings = readonly { readonly rule: Text; readonly severity: Text }[];

export interface Override {
  readonly files: readonly Text[];
  readonly rules: RuleSettings;
  readonly registry?: Text;
}

/** `zhibiao.config.yaml`. */
export interface ConfigFile {
  readonly kind: 'config';
  readonly rules: RuleSettings;
  readonly registry?: Text;
  readonly corpora: readonly Text[];
  readonly ignore: readonly Text[];
  readonly overrides: readonly Override[];
}

/** Reads the project configuration from its tree. */
export function readConfigFile(root: Node | null): ConfigFile {
  const registry = text(root, '单位名录');
  return {
    kind: 'config',
    rules: readRules(child(root, '规则')),
    corpora: texts(child(root, '要求库')),
    ignore: texts(child(root, '忽略')),
    overrides: items(child(root, '覆盖')).map((node) => {
      const own = text(node, '单位名录');
      return {
        files: texts(child(node, '文件')),
        rules: readRules(child(node, '规则')),
        ...(own && { registry: own }),
      };
    }),
    ...(registry && { registry }),
  };
}

function readRules(node: Node | null | undefined): RuleSettings {
  return (asMapping(node)?.entries ?? []).flatMap(({ key, value }) => {
    const rule = asText(key);
    const severity = asText(value);
    return rule && severity ? [{ rule, severity }] : [];
  });
}

import { resolve } from 'node:path';
import { kindOf } from '../workspace/kinds';
import { Failure } from './context';
import type { FileKind } from './engine';
import { visible } from './escape';
import { shownPath } from './paths';

const WORDS: Readonly<Record<FileKind, string>> = {
  zhibiao: '指标文件',
  danwei: '单位名录',
  yaoqiu: '要求库',
  config: '配置文件',
};

/**
 * The absolute path of a file that takes a report, a cache or a document.
 * @throws Failure where the name is that of a file which people write by hand: it would be lost, or be checked as one
 */
export function reportFile(name: string, cwd: string): string {
  const file = resolve(cwd, name);
  const kind = kindOf(file);
  if (kind === undefined) return file;
  throw new Failure(`${visible(shownPath(cwd, file))} 是${WORDS[kind]}的名字，结果请写到别的文件`);
}

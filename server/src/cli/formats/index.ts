import type { Format } from '../report';
import { github } from './github';
import { gitlab } from './gitlab';
import { json } from './json';
import { junit } from './junit';
import { markdown } from './markdown';
import { sarif } from './sarif';
import { stylish } from './stylish';

/** Values of `--format`. Contract section 7. */
export const FORMATS = ['stylish', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const;
export type FormatName = (typeof FORMATS)[number];

export const formatters: Readonly<Record<FormatName, Format>> = {
  stylish,
  json,
  sarif,
  junit,
  github,
  gitlab,
  markdown,
};

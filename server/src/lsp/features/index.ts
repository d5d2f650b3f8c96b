import type { Feature } from '../host';
import { authoring } from './authoring';
import { codeActions } from './code-actions';
import { completion } from './completion';
import { editions } from './editions';
import { exchange } from './exchange';
import { exporting } from './export';
import { formatting } from './formatting';
import { hints } from './hints';
import { hover } from './hover';
import { navigation } from './navigation';
import { preview } from './preview';
import { rename } from './rename';
import { symbols } from './symbols';
import { views } from './views';
import { workspaceCheck } from './workspace-check';

export const features: readonly Feature[] = [
  codeActions,
  completion,
  hover,
  navigation,
  symbols,
  rename,
  formatting,
  hints,
  views,
  workspaceCheck,
  authoring,
  preview,
  exporting,
  exchange,
  editions,
];

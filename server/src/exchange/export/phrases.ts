import type { Message } from '../../rules/finding';

/** Why there is nothing to write. */
export const exportPhrases = {
  notIndicators: '不是指标文件，不能导出。',
  noCorpus: '没有可以对照的要求库。请在「依据」写明指标体系的名称，再导出对照表。',
  noUnits: '没有写单位，不能导出单位清单。',
  unknownUnit: '没有提到单位「{unit}」。',
} as const;

export interface ExportProblem {
  readonly problem: Message;
}

export function problem(name: keyof typeof exportPhrases, data: Message['data'] = {}): ExportProblem {
  return { problem: { template: exportPhrases[name], data } };
}

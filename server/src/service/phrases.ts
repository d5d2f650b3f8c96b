/** Titles of actions that belong to no rule. */
export const text = {
  fixAll: '修复本文件全部可自动修复的问题',
  fixRule: (rule: string, count: number) => `修复本文件全部同类问题（${rule}，${count}处）`,
  suppress: (rule: string) => `在此处不再提示（${rule}），并写明理由`,
  reason: '理由：',
} as const;

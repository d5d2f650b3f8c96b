/** What belongs to no rule, such as titles of actions: templates like those of the rules. */
export const phrases = {
  fixAll: '修复本文件全部可自动修复的问题',
  fixRule: '修复本文件全部同类问题（{rule}，{count}处）',
  suppress: '在此处不再提示（{rule}），并写明理由',
  indexing: '正在读取文件夹中的指标文件',
  checkingWorkspace: '正在检查工作区的文件',
  openRegistry: '打开单位名录「{name}」',
  openCorpus: '打开要求库「{name}」',
} as const;

/** Goes into the document, so it is Chinese whatever language the editor speaks. */
export const reasonPrompt = '理由：';

/**
 * Words of our own that rules put into the gaps of their messages, beside names and quotations from the document.
 * A gap of these stands for a number, `{numbers}` for several.
 */
export const gapPhrases = [
  '第{from}项至第{to}项',
  '第{number}项',
  '第{numbers}项',
  '第{numbers}等{count}项',
  '加分项第{number}项',
  '否决项第{number}项',
  '扣分项第{number}项',
  '第{line}行',
  '这一项',
  '前面列出的',
  '「合并报送」中这一组',
  '创建周期的',
  '文字',
  '整数',
  '数字',
  '列表',
  '若干个「键: 值」',
  '全角空格',
  '制表符',
  '不间断空格等特殊空格',
  '至',
  '或',
] as const;

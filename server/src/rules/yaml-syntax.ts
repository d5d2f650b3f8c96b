import type { FaultKind } from '../yaml/faults';
import { faultRule } from './fault-rule';

/** What the YAML parser rejects, in words that a drafter understands. Contract section 6. */
export const yamlSyntax = faultRule({
  id: 'yaml-syntax',
  summary: '不符合 YAML 写法、读不出来的地方',
  messages: {
    tab: '缩进用了制表符，请改用空格。',
    'indent-too-small': '这一行的缩进少了{off}个空格，应与「{anchor}」对齐。',
    'indent-too-large': '这一行的缩进多了{off}个空格，应与「{anchor}」对齐。',
    'unclosed-quote': '引号 {quote} 只有一半，请在这段文字后面补上另一半。',
    'unclosed-bracket': '方括号或花括号「{open}」没有配对，请在后面补上「{close}」。',
    'conflict-marker':
      '这里留有两个版本合并时的冲突标记，请选定一个版本，并删去「<<<<<<<」「=======」「>>>>>>>」各行。下面按前一个版本检查。',
    'colon-in-text': '文字里有半角冒号加空格，会被当作键名。请改用全角冒号，或给整段文字加上引号。',
    'reserved-start': '以「{sign}」开头的文字要整段加上引号。',
    'missing-colon': '「{text}」后面缺半角冒号和内容；如果是上一行的文字，请接到上一行末尾。',
    'unknown-alias': '「*」后面的名称没有定义过。如果它是文字，请给整段加上引号。',
    'alias-bomb': '这里的引用层层展开后过大，不予展开。',
    'too-deep': '嵌套层数过多，从这里起不再读取。',
    'too-large': '文件过大，不予检查。请分成几个文件。',
    'several-documents': '一个文件只能写一份文档，从这一行起的内容没有检查。请删去「---」，或另存为一个文件。',
    'bad-escape': '双引号里的反斜杠「\\」用法不对。请改用单引号，或写成两个反斜杠。',
    unreadable: '这里读不懂。请检查冒号后有没有空格、引号和括号是否成对、缩进是否对齐。',
    fix: '改正写法',
    'fix-indent': '对齐缩进',
    'fix-quote': '补上另一半引号',
    'fix-bracket': '补上另一半括号',
    'fix-wrap': '给整段文字加上引号',
    'fix-colon': '补上冒号',
  },
  titles: {
    tab: 'fix-indent',
    'indent-too-small': 'fix-indent',
    'indent-too-large': 'fix-indent',
    'unclosed-quote': 'fix-quote',
    'unclosed-bracket': 'fix-bracket',
    'colon-in-text': 'fix-wrap',
    'reserved-start': 'fix-wrap',
    'missing-colon': 'fix-colon',
  } satisfies Partial<Record<FaultKind, string>>,
});

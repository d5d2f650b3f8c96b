import { faultRule } from './fault-rule';

/** Full-width punctuation where YAML needs ASCII. Contract section 6; the traps of craft.md. */
export const yamlFullwidth = faultRule({
  id: 'yaml-fullwidth',
  summary: '该用半角符号的地方用了全角符号，或少了空格',
  messages: {
    'fullwidth-colon': '键名后用了全角冒号「{odd}」，请改为半角冒号加一个空格「: 」。',
    'colon-without-blank': '「{key}:」后面少一个空格，请改为「{key}: 」。',
    'fullwidth-dash': '列表项开头用了「{odd}」，请改为半角短横加一个空格「- 」。',
    'dash-without-blank': '列表项的短横后面少一个空格，请改为「- 」。',
    'fullwidth-comma': '列表里用了全角逗号「，」，前后会连成一项。请改为半角逗号加一个空格「, 」。',
    'fullwidth-bracket': '列表的括号用了全角的「{odd}」，请改为半角。',
    'fullwidth-quote': '整段文字用了全角引号「{odd}」，引号会成为文字的一部分。请改为半角引号「"」，或去掉引号。',
    'odd-blank': '这里的空白是{blank}，请改为半角空格。',
    fix: '改为半角符号',
  },
});

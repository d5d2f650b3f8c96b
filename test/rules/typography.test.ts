import { typography } from '../../server/src/rules/typography';
import { item, testRule } from './harness';

const content = (text: string) => item('责任单位: [甲]').replace('做一件事', text);
const comma = '中文里用了半角标点「,」，应为「，」。';

testRule(typography, {
  valid: [
    content('罚款1,000元，比例1:3，除110、120外，达到 100% 以上。'),
    content('根据《中共中央 国务院关于印发〈纲要〉的通知》，作为“党建引领 比拼四季”的结果。'),
    content('|\n          　　为深入贯彻\n          1. 甲'),
    // Units, numbers of documents, dates and paths are not running text.
    item(
      '责任单位: [区政府办公室(审批服务局), 市生态环境局 沁水分局]\n完成时限: 5 月 30 日前',
      '文号: 沁办发(2021)23号\n印发机关: 中共沁水县委办公室 沁水县人民政府办公室\n单位名录: [{ 名称: 区政府办公室(审批服务局) }]\n',
    ),
    item('责任单位: [甲]', '标题: 任务表\n').replace('一、甲', '一、 甲'),
  ],
  invalid: [
    {
      text: content('尊重生效裁判⟦,⟧不存在未履行的情况。'),
      says: comma,
      fixed: content('尊重生效裁判，不存在未履行的情况。'),
    },
    {
      text: content('"甲⟦,⟧乙\\n丙 (丁): 戊"').replaceAll('\n', '\r\n'),
      says: '中文里用了4处半角标点，如「,」应为「，」。',
      fixed: content('"甲，乙\\n丙（丁）：戊"').replaceAll('\n', '\r\n'),
    },
    {
      text: item('报送资料:\n  - 甲⟦;⟧乙\n  - |\n    甲\n    乙⟦!⟧'),
      says: ['中文里用了半角标点「;」，应为「；」。', '中文里用了半角标点「!」，应为「！」。'],
      fixed: item('报送资料:\n  - 甲；乙\n  - |\n    甲\n    乙！'),
    },
    // As often a lost character as a question.
    { text: content('重大⟦?⟧政决策'), says: '中文里用了半角标点「?」，应为「？」。' },
    {
      text: content('重要制度建设中⟦ ⟧对争议较大的 事项'),
      says: '词语中间有2处空格，如「建设中 对争议」。请删去空格。',
      fixed: content('重要制度建设中对争议较大的事项'),
    },
    {
      text: content("'“放管⟦ ⟧服”改革'"),
      says: '词语中间有空格：「“放管 服”改」。请删去空格。',
      fixed: content("'“放管服”改革'"),
    },
    {
      text: content('推进制度建设⟦\n          ⟧和落实').replaceAll('\n', '\r\n'),
      says: '换行处读出来是一个空格：「度建设 和落实」。请接成一行。',
      fixed: content('推进制度建设和落实').replaceAll('\n', '\r\n'),
    },
    {
      text: content('>-\n          推进制度建设⟦\n          ⟧和落实\n'),
      says: '换行处读出来是一个空格：「度建设 和落实」。请接成一行。',
      fixed: content('>-\n          推进制度建设和落实\n'),
    },
    {
      text: content('甲⟦  ⟧乙'),
      says: '词语中间有空格：「甲  乙」。请删去空格。',
      fix: { title: '删去空格', gives: content('甲乙') },
    },
    {
      text: item('责任单位: [甲]').replace('一、甲', '1⟦、⟧甲'),
      says: '序号「1、」应写成「1.」。',
      fixed: item('责任单位: [甲]').replace('一、甲', '1.甲'),
    },
    {
      text: `${item('责任单位: [甲]')}阶段:\n  - 名称: ⟦(⟧一) 自查\n    内容: 甲⟦ ⟧乙⟦:⟧丙\n`,
      says: [
        '中文里用了2处半角标点，如「(」应为「（」。',
        '词语中间有空格：「甲 乙:丙」。请删去空格。',
        '中文里用了半角标点「:」，应为「：」。',
      ],
      fixed: `${item('责任单位: [甲]')}阶段:\n  - 名称: （一）自查\n    内容: 甲乙：丙\n`,
    },
    {
      text: '名称: 体系⟦(⟧2021年版)\n说明: 甲⟦,⟧乙\n',
      kind: 'yaoqiu',
      says: ['中文里用了2处半角标点，如「(」应为「（」。', comma],
      fixed: '名称: 体系（2021年版）\n说明: 甲，乙\n',
    },
  ],
});

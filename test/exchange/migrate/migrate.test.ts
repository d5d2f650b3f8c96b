import { describe, expect, it } from 'vitest';
import { migrate } from '../../../server/src/exchange/migrate/migrate';
import { countsOf, migrationReport } from '../../../server/src/exchange/migrate/report';
import type { IndicatorFile } from '../../../server/src/model/types';
import type { Checked } from '../../../server/src/workspace/project';
import { open, seed, uriOf } from '../../service/harness';
import { corpusText, county, EDITIONS, editionOf, move, TEXTS } from './editions-of';

const TO = '新指标体系';

/** The item of the text with the comments above it, as it stands there. */
function itemIn(text: string, number: number): string {
  const rows = text.split(/\r?\n/);
  const isComment = (row = '') => /^ +#/.test(row);
  const at = rows.findIndex((row) => row.trim() === `- 序号: ${number}`);
  let [start, end] = [at, at + 1];
  while (isComment(rows[start - 1])) start--;
  while (/^ {8}/.test(rows[end] ?? '') && !/^ *(?:- |# (?:待核|原第))/.test(rows[end] ?? '')) end++;
  return rows.slice(start, end).join('\n');
}

function unitsOf(model: IndicatorFile): Record<number, string[]> {
  return Object.fromEntries(
    model.items.map((item) => [item.number?.value, item.units.flatMap(({ units }) => units.map(({ value }) => value))]),
  );
}

function errorsOf({ findings }: Checked): string[] {
  return findings
    .filter(({ severity, rule }) => severity === 'error' && rule !== 'unit-missing')
    .map(({ rule }) => rule);
}

/** A bundled document beside its registry. */
function bundled(kind: 'as-printed' | 'corrected', name: string): Record<string, string> {
  const text = seed(`${kind}/${name}/${name}.zhibiao.yaml`);
  return {
    'a.zhibiao.yaml': text.replace(/^单位名录:.*$/m, '单位名录: ./a.danwei.yaml'),
    'a.danwei.yaml': seed(`as-printed/${name}/${name}.danwei.yaml`),
  };
}

describe('兰陵 on the 2021 edition', () => {
  it('has the units where they belong', async () => {
    const { made, model } = await move(bundled('corrected', 'lanling'), '2021年版');
    expect(countsOf(made)).toBe('未变19项，修订47项，部分对应6项，拆分4项，合并4项，没有对应13项，新增24项');
    // Checked by hand, item by item, against both texts.
    expect(unitsOf(model)).toMatchObject({
      3: ['县行政审批服务局'], // 3, unchanged
      6: ['县委编办'], // 7: lists of powers
      8: ['县财政局', '县行政审批服务局'], // 9: fees
      9: ['县市场监督管理局'], // 12: 双随机
      12: ['县市场监督管理局'], // 14: fair competition
      14: ['县政府办公室', '县发改局'], // 16: government promises
      17: ['县行政审批服务局'], // 6: 一网、一门、一次
      27: ['县司法局'], // 24: normative documents
      32: ['县司法局'], // 29, clearing up
      10: [], // new: on-site inspections
      18: [], // new: 跨省通办
      85: [], // new: emergencies
      96: ['县委办公室', '县政府办公室'], // 90: yearly plan
      99: ['县委办公室', '县政府办公室', '县委督委办'], // 92: persons mainly responsible
      100: ['县委办公室', '县委组织部', '县委督委办', '县司法局'], // 93: weight of the assessment
    });
    expect(model.items).toHaveLength(100);
  });

  it('has the text of the new edition where it was revised, with the old one beside it', async () => {
    const { made } = await move(bundled('corrected', 'lanling'), '2021年版');
    expect(itemIn(made.text, 17)).toMatch(
      /^ +# 原第6项内容：政务服务重点领域.*不低于80%.*\n +- 序号: 17\n +内容: .*不低于90%/,
    );
    // Where the editions agree, letter for letter what the county had.
    expect(itemIn(made.text, 27)).not.toContain('#');
  });

  it('marks what a person has to decide', async () => {
    const { made } = await move(bundled('corrected', 'lanling'), '2021年版');
    expect(itemIn(made.text, 42)).toContain('# 待核：本项与原第38项只有部分内容相同');
    expect(itemIn(made.text, 33)).toContain('# 待核：原第29项拆入第32、33项');
    expect(itemIn(made.text, 72)).toContain('# 待核：本项由原第68项、第69项合并');
    expect(made.doubts).toBe(20);
  });

  it('lists what has no counterpart', async () => {
    const { made } = await move(bundled('corrected', 'lanling'), '2021年版');
    const gone = made.rows.filter(({ kind }) => kind === 'dropped').map(({ from }) => from);
    expect(gone).toEqual(['10', '11', '19', '20', '21', '22', '43', '50', '70', '72', '80', '84', '86']);
    expect(made.text).toContain('# 原第72项没有对应：\n#   - 序号: 72\n#     内容: 依法独立行使审计监督权');
    expect(made.text).toContain('\n#     责任单位: [县审计局]\n');
  });
});

it.each([
  ['as-printed', 'lanling', '2021年版'],
  ['corrected', 'lanling', '2021年版'],
  ['as-printed', 'qinshui', '2019年版'],
  ['as-printed', 'shapotou', '2019年版'],
  ['as-printed', 'zhashui', '2021年版'],
] as const)('%s/%s on the %s has no error that it had not before', async (kind, name, to) => {
  const { before, after } = await move(bundled(kind, name), to);
  const old = errorsOf(before);
  for (const rule of errorsOf(after)) {
    const at = old.indexOf(rule);
    expect(at, rule).toBeGreaterThanOrEqual(0);
    old.splice(at, 1);
  }
});

describe('an item', () => {
  const rich = [
    '牵头单位: 县司法局  # 已与该局商定',
    '责任单位:',
    '  - 县政府办公室 # 主要负责',
    '  - "县税务局"',
    '配合单位: [县发改局,',
    '  县财政局]',
    '完成时限:',
    '  - { 时间: 5月31日前, 任务: 摸底 }',
    '  - { 时间: 10月31日前, 任务: 报送 }',
    '# 去年的材料也要',
    '报送资料:',
    '  - 清单',
    '分值: 2.5',
    '说明: 地方从严',
    '备注: |',
    '  与县税务局商定',
    '  # 不是注释',
    '',
    '  另行通知',
    '负责人电话: 见通讯录',
  ];

  it('carries its keys letter for letter', async () => {
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county({ 2: rich }) }, TO);
    expect(made.text).toContain(rich.map((row) => (row === '' ? '' : `        ${row}`)).join('\n'));
    expect(model.items[0]?.remark?.value).toBe('与县税务局商定\n# 不是注释\n\n另行通知\n');
  });

  it('carries what stands in flow style', async () => {
    const flow = `      - { 序号: 6, 内容: ${JSON.stringify(TEXTS.flood)}, 责任单位: [县应急局, 县水务局], 完成时限: 6月底前, 报送资料: [甲, 乙], 备注: "a: b" } # 汛期\n`;
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county({}, flow) }, TO);
    const item = model.items[2];
    expect(item?.units.map(({ units }) => units.map(({ value }) => value))).toEqual([['县应急局', '县水务局']]);
    expect(item?.evidence.map(({ value }) => value)).toEqual(['甲', '乙']);
    expect([item?.deadlines[0]?.text.value, item?.remark?.value]).toEqual(['6月底前', 'a: b']);
    // The comment has no place in the item, and is not lost.
    expect(made.text).toContain('汛期');
  });

  it('carries comments of its own, but none that silence a rule for the old text', async () => {
    const text = county({ 2: ['责任单位: [县税务局]'] }).replace(
      '      - 序号: 2\n',
      '      # 县长批示\n      - 序号: 2  # 原第二项\n        # zhibiao-disable-next-line requirement-threshold 原文如此\n',
    );
    const { made, after } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
    expect(itemIn(made.text, 1)).toContain('      # 县长批示\n      # 原第二项\n');
    expect(made.rows[1]?.notes.join()).toContain('没有搬的忽略注释：# zhibiao-disable-next-line requirement-threshold');
    expect(after.findings.map(({ rule }) => rule)).not.toContain('suppression');
  });

  it('gets an empty 责任单位 where it is new', async () => {
    const { made } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county() }, TO);
    expect(itemIn(made.text, 3)).toBe(`      - 序号: 3\n        内容: ${TEXTS.flood}\n        责任单位: []`);
  });

  it('of the county alone is kept at the end', async () => {
    const local = '      - 序号: 6\n        内容: 建设法治文化公园。\n        对应: 无\n        责任单位: [县文旅局]\n';
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county({}, local) }, TO);
    expect(model.items).toHaveLength(5);
    expect(made.rows[5]).toMatchObject({ from: '6', to: [], kind: 'local' });
    expect(made.text).toContain('# 原第6项是本地增加的，没有搬到正文：\n#   - 序号: 6\n');
  });
});

describe('items that were joined', () => {
  const next = corpusText('新指标体系', [[`${TEXTS.review}${TEXTS.court}`, '前版: [4, 5]']], '前版: 旧指标体系\n');
  const files = (four: string[], five: string[]) => ({
    ...EDITIONS,
    'new.yaoqiu.yaml': next,
    'a.zhibiao.yaml': county({ 4: four, 5: five }),
  });

  it('put their units and evidence together, and keep what contradicts', async () => {
    const { made, model } = await move(
      files(
        ['责任单位: [县司法局, 县信访局]', '完成时限: 5月31日前', '报送资料: [台账, 说明]', '分值: 1.5'],
        ['责任单位: [县法院, 县司法局] # 五', '完成时限: 6月30日前', '报送资料: 台账', '分值: 0.6'],
      ),
      TO,
    );
    const [item] = model.items;
    expect(item?.units[0]?.units.map(({ value }) => value)).toEqual(['县司法局', '县信访局', '县法院']);
    expect(item?.evidence.map(({ value }) => value)).toEqual(['台账', '说明']);
    expect([item?.deadlines.length, item?.score?.value]).toEqual([1, 2.1]);
    expect(made.text).toContain('# 待核：另有原第5项：完成时限: 6月30日前');
    expect(made.text).toContain('# 原第5项：责任单位: [县法院, 县司法局] # 五');
  });

  it('write once what they all say', async () => {
    const { made } = await move(files(['责任单位: [县司法局] # 同'], ['责任单位: [县司法局] # 同']), TO);
    expect(made.text.match(/责任单位: \[县司法局\] # 同/g)).toHaveLength(1);
  });
});

it('an item that was divided leaves its score with the first part', async () => {
  const next = corpusText(
    '新指标体系',
    [
      ['行政复议案件办理符合法定程序和时限。', '前版: 4'],
      ['复议机构设置和人员配备与工作任务相适应。', '前版: 4'],
      [TEXTS.court, '前版: 5'],
      [TEXTS.permits, '前版: 1'],
    ],
    '前版: 旧指标体系\n',
  );
  const text = county({ 4: ['责任单位: [县司法局]', '分值: 3'] });
  const { model } = await move({ ...EDITIONS, 'new.yaoqiu.yaml': next, 'a.zhibiao.yaml': text }, TO);
  expect(model.items.slice(0, 2).map(({ score }) => score?.value)).toEqual([3, undefined]);
  expect(unitsOf(model)).toMatchObject({ 1: ['县司法局'], 2: ['县司法局'] });
});

describe('what the county had made of the text', () => {
  const moved = (content: string, reason: string[] = [], item = 2) =>
    move({ ...EDITIONS, 'a.zhibiao.yaml': county({ [item]: [`内容: ${content}`, ...reason] }) }, TO);

  it('is done again where a number is stricter', async () => {
    const { made, model } = await moved(TEXTS.opening.replace('5个工作日', '3个工作日'));
    expect(model.items[0]?.content?.value).toBe(TEXTS.openingNew.replace('5个工作日', '3个工作日'));
    expect(itemIn(made.text, 1)).toContain('# 照原第2项：');
  });

  it('is only told of where a number is laxer', async () => {
    const { made, model } = await moved(TEXTS.opening.replace('5个工作日', '9个工作日'));
    expect(model.items[0]?.content?.value).toBe(TEXTS.openingNew);
    expect(itemIn(made.text, 1)).toMatch(
      /# 待核：原第2项对上级原文另有改动，没有照搬：「[^」]*5个工作日」改为「[^」]*9个工作日」/,
    );
  });

  it('is done again where a clause was added at the end', async () => {
    const added = '每季度开展一次企业开办情况问卷调查。';
    const { model } = await moved(TEXTS.opening + added);
    expect(model.items[0]?.content?.value).toBe(TEXTS.openingNew + added);
  });

  it('is told of where the surroundings are gone', async () => {
    const content = TEXTS.permits.replace('社会公开。', '社会公开，每半年由司法行政机关核对一次。');
    const { made, model } = await moved(content, [], 1);
    expect(model.items[1]?.content?.value).toBe(TEXTS.permitsNew);
    expect(itemIn(made.text, 2)).toContain('# 待核：原第1项对上级原文另有改动');
  });

  it('stays as it is, word for word, where the editions agree', async () => {
    const { made } = await moved(`"${TEXTS.review.replace('案件', '个案')}" # 县里改`, [], 4);
    expect(itemIn(made.text, 4)).toContain(`内容: "${TEXTS.review.replace('案件', '个案')}" # 县里改`);
  });
});

describe('a wording that the county replaces throughout', () => {
  const texts = [
    '本级政府每年研究一次行政审批工作，及时清理中介服务收费项目。',
    '财政预算安排由本级政府统一组织编制，按规定时限向社会公开。',
    '行政复议案件的办理情况定期报本级政府审议，机构人员配备到位。',
  ];
  const revised = texts.map((text) => `坚持依法办事。${text}`);
  const files = (own: readonly string[]) => ({
    'old.yaoqiu.yaml': corpusText(
      '旧指标体系',
      texts.map((text) => [text]),
    ),
    'new.yaoqiu.yaml': corpusText(
      '新指标体系',
      revised.map((text) => [text]),
    ),
    'a.zhibiao.yaml': corpusText(
      '甲',
      own.map((text) => [text]),
    ).replace('名称: 甲', '标题: 甲\n县区: 甲县\n依据: 旧指标体系'),
  });
  const ofCounty = (text: string) => text.replace('本级政府', '县政府');

  it('is replaced in the new texts too', async () => {
    const { model } = await move(files(texts.map(ofCounty)), TO);
    expect(model.items.map(({ content }) => content?.value)).toEqual(revised.map(ofCounty));
  });

  it('is left alone where the county kept the central wording somewhere', async () => {
    const { model } = await move(files(texts.map((text, index) => (index === 1 ? text : ofCounty(text)))), TO);
    expect(model.items.map(({ content }) => content?.value)).toEqual(revised);
  });
});

describe('references and groups', () => {
  const tail = (numbers: string) => `合并报送:\n  # 一并报\n  - 指标: ${numbers}\n    资料: [见第5项的台账] # 两份\n`;

  it('get the new numbers', async () => {
    const next = corpusText('新指标体系', [
      [TEXTS.flood],
      [TEXTS.review],
      [TEXTS.court],
      [TEXTS.permits],
      [TEXTS.opening],
    ]);
    const text = county({ 1: ['报送资料: 同第5项', '备注: "与第4项至第5项一起"'] }, tail('4-5'));
    const { made, model } = await move({ ...EDITIONS, 'new.yaoqiu.yaml': next, 'a.zhibiao.yaml': text }, TO);
    expect(itemIn(made.text, 4)).toContain('报送资料: 同第3项\n        备注: "与第2项至第3项一起"');
    expect(made.text).toContain('合并报送:\n  # 一并报\n  - 指标: 2、3\n    资料: [见第3项的台账] # 两份\n');
    expect(model.groups[0]?.targets?.targets).toEqual([2, 3]);
  });

  it('say that they mean the old file where there is no such item any more', async () => {
    const text = county({ 1: ['报送资料: 同第3项'], 5: ['报送资料: 3-4合并提供'] });
    const { made, after } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
    expect(itemIn(made.text, 2)).toContain('# 待核：引用的「第3项」在新版中没有一一对应');
    expect(itemIn(made.text, 2)).toContain('报送资料: 同旧版第3项');
    expect(itemIn(made.text, 5)).toContain('报送资料: 旧版第3-4合并提供');
    expect(after.findings.map(({ rule }) => rule)).not.toContain('reference-target');
  });

  it.each([
    ['3-4', '合并报送「3-4」没有搬：原第3项没有对应'],
    ['[1, 4]', '合并报送「1、4」没有搬：在新版中是第2、4项，中间隔着别的指标'],
    ['若干项', '合并报送「」没有搬：看不出是哪几项'],
  ])('a group %s that does not survive is kept at the end', async (numbers, says) => {
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county({}, tail(numbers)) }, TO);
    expect(made.notes).toEqual([says]);
    expect(model.groups).toEqual([]);
    expect(made.text).toContain(
      `# ${says}：\n#   # 一并报\n#   - 指标: ${numbers}\n#     资料: [见第5项的台账] # 两份\n`,
    );
  });
});

describe('the rest of the file', () => {
  it('stays in its place', async () => {
    const top =
      '文号: 甲办发〔2021〕1号\n年度: 2021 # 全年\n\n# 周期\n创建周期: { 起: 2021-01-01, 止: 2021-12-31 }\n层级名称: [一级, 二级, 三级]\n';
    const tail = '阶段:\n  - 名称: （一）自查\n    时间: 2021年5月31日前\n说明: 另行通知\n';
    const { made } = await move({ ...EDITIONS, 'a.zhibiao.yaml': `# 封面\n${county({}, tail, top)}` }, TO);
    const head = '# 封面\n标题: 分解表\n县区: 甲县\n依据: 新指标体系\n';
    expect(made.text).toContain(`${head}${top}一级指标:\n`);
    expect(made.text).toContain(tail);
    expect(made.text).not.toContain('其他内容');
    expect(made.text.split('\n')[1]).toBe('# 待核：文号、印发日期、年度、创建周期照原文件，新文件印发时请改');
  });

  it('keeps line breaks, the mode line first and a path to the registry', async () => {
    const text = `# yaml-language-server: $schema=x.json\n${county({}, '', '单位名录: ./a.danwei.yaml\n')}`;
    const files = { ...EDITIONS, 'a.zhibiao.yaml': text.replaceAll('\n', '\r\n') };
    const { made } = await move(files, TO, '../甲/a.danwei.yaml');
    expect(made.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(made.text).toMatch(/^# yaml-language-server: \$schema=x\.json\r\n# 由「旧指标体系」换用「新指标体系」/);
    expect(made.text).toContain('单位名录: "../甲/a.danwei.yaml"\r\n');
  });

  it('comments 总分 out where the scores do not add up to it any more', async () => {
    const scores = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [number, ['分值: 2']]));
    const { made, after } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county(scores, '总分: 10\n') }, TO);
    expect(made.text).toContain('\n# 待核：搬过来的分值合计8分，调整后再写「总分: 10」\n');
    expect(errorsOf(after)).toEqual([]);
  });

  it('drops 指标总数, which was that of the old edition', async () => {
    const { made } = await move({ ...EDITIONS, 'a.zhibiao.yaml': county({}, '', '指标总数: 5\n') }, TO);
    expect(made.text).not.toMatch(/^指标总数/m);
    expect(made.notes).toEqual(['去掉「指标总数」，改按「新指标体系」的5项计']);
  });

  it('of an extract stays an extract', async () => {
    const text = `${county({ 5: ['责任单位: [县法院]'] }, '', '节选: true\n')}`.replace(
      / {6}- 序号: 1\n[\s\S]*?(?= {6}- 序号: 4)/,
      '',
    );
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
    expect(model.items.map(({ number }) => number?.value)).toEqual([4, 5]);
    expect(made.rows.map(({ kind }) => kind)).toEqual(['identical', 'identical']);
  });

  it('is carried on with extra items', async () => {
    const extras = (name: string, text: string) => `附加项:\n  加分项:\n    - 序号: 1\n      内容: ${text}\n${name}`;
    const files = {
      'old.yaoqiu.yaml': EDITIONS['old.yaoqiu.yaml'] + extras('', '获得省部级以上表彰奖励的。'),
      'new.yaoqiu.yaml': EDITIONS['new.yaoqiu.yaml'] + extras('', '获得省部级以上的表彰奖励，并附证明。'),
      'a.zhibiao.yaml': county({}, extras('      责任单位: [县司法局]\n', '获得省部级以上表彰奖励的。')),
    };
    const { made, model } = await move(files, TO);
    expect(model.extras[0]?.items[0]?.units[0]?.units[0]?.value).toBe('县司法局');
    expect(made.rows[5]).toMatchObject({ from: '加分项1', to: ['加分项1'] });
  });
});

describe('a file that follows no known edition', () => {
  it('is moved by its texts alone', async () => {
    const text = county({ 1: ['责任单位: [县审批局]'] }).replace('依据: 旧指标体系', '依据: 无');
    const { made, model } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
    expect(made.rows.slice(0, 5).map(({ to }) => to)).toEqual([['2'], ['1'], [], ['4'], ['5']]);
    expect(unitsOf(model)[2]).toEqual(['县审批局']);
    expect(model.basis?.value).toBe(TO);
  });
});

describe('nothing is made', () => {
  it('of a file that follows the edition already', async () => {
    const { project, file } = await open(bundled('as-printed', 'qinshui'));
    expect(migrate(file, await editionOf(project, '2021年版'))).toBe('same-edition');
    const moved = await move(bundled('corrected', 'lanling'), '2021年版');
    expect(migrate(moved.after, await editionOf(moved.project, '2021年版'))).toBe('same-edition');
  });

  it.each(['', '- 甲\n', '{ 标题: 甲 }\n', '"甲'])('of %j', async (text) => {
    const { project, file } = await open({ 'a.zhibiao.yaml': text });
    expect(migrate(file, await editionOf(project, '2021年版'))).toBe('unreadable');
  });
});

describe('the report', () => {
  it('has a line for each old and each new item, inert whatever the file says', async () => {
    // The first | is the cursor of the harness.
    const text = county({ 3: ['内容: "|<img src=x> | [点我](http://evil)"'] });
    const { made } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
    const report = migrationReport(made);
    expect(report).toContain('| 旧指标体系序号 | 新指标体系序号 | 类别 | 内容 | 说明 |\n|---|---|---|---|---|\n');
    expect(report).toContain('| 3 | — | 没有对应 | \\<img src=x\\> \\| \\[点我\\](http:… |');
    expect(report.match(/^\| /gm)).toHaveLength(1 + 5 + 1);
  });
});

it('a comment of the old text silences nothing in the new one', async () => {
  const text = county({ 3: ['备注: 甲 # zhibiao-disable-line unit-missing 不用'] });
  const { after } = await move({ ...EDITIONS, 'a.zhibiao.yaml': text }, TO);
  expect(after.document.suppressions).toEqual([]);
});

it('a damaged file loses nothing', async () => {
  const text = `${county({ 2: ['责任单位：[县税务局]'] })}      - 序号 6\n        内容 半行\n`;
  const { project, at } = await open({ ...EDITIONS, 'a.zhibiao.yaml': text });
  const made = migrate(await at('a.zhibiao.yaml'), await editionOf(project, TO));
  if (typeof made === 'string') throw new Error(made);
  for (const part of ['县税务局', '半行', '序号 6']) expect(made.text).toContain(part);
  const { document } = await project.check(uriOf('b.zhibiao.yaml'), made.text);
  expect(document.faults).toEqual([]);
});

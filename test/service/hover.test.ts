import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../server/src/service/hover';
import { type Opened, type OpenOptions, open, seed } from './harness';

const CENTRAL =
  '全面推行“证照分离”“多证合一”，将更多涉企经营许可事项纳入改革。进一步压缩企业开办时间，实际办理时限不超过5个工作日，市场监管、税务、社保等流程逐步实现“一窗受理，并行办理”。';
const REGISTRY = `县区: 某县
单位:
  - 名称: 县司法局
    全称: 某县司法局
    别名: [司法局]
    类别: 政府部门
    曾用名: [县法制办]
  - 名称: 县政府办
  - 名称: 县审批局
    类别: 挂牌
    挂牌于: 县政府办
  - 名称: 各部门
    类别: 集合
    成员: [县司法局, 县政府办]
  - 名称: 县环保局
    停用: 2019-03-01
    承继: 县政府办
`;

const head = (basis = '2021年版', more = '') =>
  `标题: 表\n县区: 某县\n${basis ? `依据: ${basis}\n` : ''}${more}单位名录: x.danwei.yaml\n`;
const item = (lines: string) => `一级指标:\n  - 名称: 一、政府职能依法全面履行\n    三级指标:\n${lines}`;
const five = (text: string, rest = '') => item(`      - 序号: 5|\n        内容: ${text}\n${rest}`);

/** What is shown at the cursor, and the text that it is shown for. */
async function at(text: string, options: OpenOptions & { kind?: 'plaintext'; more?: Record<string, string> } = {}) {
  const { more, kind, ...rest } = options;
  const opened = await open({ 'a.zhibiao.yaml': text, 'x.danwei.yaml': REGISTRY, ...more }, rest);
  return shown(opened, kind);
}

function shown({ workspace, file, offset }: Opened, kind: 'markdown' | 'plaintext' = 'markdown') {
  const answer = hover(workspace, file, offset, kind);
  if (!answer?.range) return undefined;
  const { start, end } = file.document.lines.span(answer.range);
  const contents = answer.contents as MarkupContent;
  expect(contents.kind).toBe(kind);
  return { at: file.document.lines.text.slice(start, end), says: contents.value };
}

describe('an item', () => {
  it('shows what became of the central text, its figures and where it comes from', async () => {
    expect(await at(head() + five(CENTRAL.replace('5个', '3个')))).toEqual({
      at: '5',
      says: [
        '**《市县法治政府建设示范指标体系（2021年版）》第5项**',
        CENTRAL.replace('5个', '~~5~~**3**个'),
        '**本文件所写** · ~~上级原文，本文件没有~~',
        '数量要求：',
        '- **不超过5个工作日** — 本文件为「不超过3个工作日」，严于上级',
        '出处：沁办发〔2021〕23号附件2第5项；沙坡头区指标和任务分解表第5项。  \n校勘：据一县（整理文本，未与官方原文核对）。',
      ].join('\n\n'),
    });
  });

  it.each([
    ['5个工作日', '15个工作日', '~~5~~**15**个工作日'],
    ['5个工作日', '50个工作日', '~~5~~**50**个工作日'],
    ['证照分离', '证照（含副本）分离', '“证照**含副本**分离”'],
  ])('keeps numbers whole and marks readable: %s → %s', async (from, to, expected) => {
    expect((await at(head() + five(CENTRAL.replace(from, to))))?.says).toContain(expected);
  });

  it('marks changes for a client that shows plain text only', async () => {
    const card = await at(head() + five(CENTRAL.replace('5个', '3个')), { kind: 'plaintext' });
    expect(card?.says).toContain('不超过[-5-]{+3+}个工作日');
    expect(card?.says).not.toMatch(/\*\*|~~/);
  });

  it.each<[string, string, string]>([
    ['the same text', head() + five(CENTRAL), '文字与上级要求一致。'],
    [
      'a text that is its own',
      head() + five('做一件全新的事，与别处无关'),
      '没有与这一项相应的要求。本地增加的，请写「对应: 无」。',
    ],
    ['a local addition', head() + five('做一件事', '        对应: 无\n'), '本地增加的指标，上级没有相应的要求。'],
    ['a number that the corpus lacks', head() + five('做一件事', '        对应: 300\n'), '没有第300项。'],
    ['a stated item with another text', head() + five('做一件事', '        对应: 5\n'), '差别较大，不逐字对照。'],
    ['an item without a text', head() + item('      - 序号: 5|\n'), '全面推行“证照分离”'],
    ['no 依据', head('') + five(CENTRAL), '文件没有写上级「依据」，没有可以对照的要求。'],
    ['依据: 无', head('无') + five(CENTRAL), '文件没有写上级「依据」，没有可以对照的要求。'],
    ['a corpus that is not there', head('1999年版') + five(CENTRAL), '没有找到「依据」所写的「1999年版」'],
    [
      'a figure left out',
      head() + five(CENTRAL.replace('，实际办理时限不超过5个工作日', '')),
      '**不超过5个工作日** — 本文件没有',
    ],
    ['a figure put in', head() + five(`${CENTRAL}每年至少公布2次。`), '— 上级没有，本文件增加'],
  ])('says of %s what can be said', async (_, text, expected) => {
    expect((await at(text))?.says).toContain(expected);
  });

  it('shows each item that 对应 names', async () => {
    const card = await at(head() + five('两件事', '        对应: [5, 2]\n'));
    expect(card?.says).toMatch(/》第5项\*\*[\s\S]*\n\n---\n\n\*\*《[^》]+》第2项\*\*/);
  });

  it.each([
    ['序号', '序号: 5|'],
    ['内容', '全面|推行'],
    ['备注', '随|便'],
    ['分值', '分值: 2|'],
  ])('is shown on its %s', async (_, cursor) => {
    const text = head() + item(`      - 序号: 5\n        内容: ${CENTRAL}\n        分值: 2\n        备注: 随便\n`);
    const card = await at(text.replace(cursor.replace('|', ''), cursor));
    expect(card?.says).toContain('》第5项**');
  });

  it('is shown by its number where it cannot be read', async () => {
    const card = await at(
      head() + item('      - 序号: 5\n        内容: [全面|推行\n      - 序号: 6\n        内容: 乙\n'),
    );
    expect(card?.says ?? '》第5项**').toContain('》第5项**');
  });

  it('shows the same item of other counties, five of them', async () => {
    const other = (county: string) =>
      `县区: ${county}\n依据: 2021年版\n${item(`      - 序号: 9\n        内容: ${CENTRAL}\n        牵头单位: 县政府办\n        责任单位: [甲局, 乙局, '各乡镇、各部门', 丁局]\n        完成时限: 5月30日前\n`)}`;
    const more = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`${n}.zhibiao.yaml`, other(`${n}县`)]));
    const card = await at(head() + five(CENTRAL), { more });
    expect(card?.says.split('\n\n---\n\n')[1]).toBe(
      [
        '其他县区的同一项：',
        [1, 2, 3, 4, 5]
          .map(
            (n) =>
              `- **${n}县** · 第9项 · 牵头：县政府办 · 责任：甲局、乙局、「各乡镇、各部门」等4个 · 时限：5月30日前`,
          )
          .join('\n'),
        '另有2份文件。',
      ].join('\n\n'),
    );
  });

  it('compares an entry of 附加项 with the one of the corpus', async () => {
    const corpus = `名称: 省指标\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 甲\n附加项:\n  加分项:\n    - 序号: 1\n      内容: 获得省级以上表彰奖励的，予以加分。\n`;
    const extra = (text: string) => `${head('省指标')}附加项:\n  加分项:\n    - 序号: 1|\n      内容: ${text}\n`;
    const more = { 'p.yaoqiu.yaml': corpus };
    expect((await at(extra('获得市级以上表彰奖励的，予以加分。'), { more }))?.says).toBe(
      '**《省指标》加分项第1项**\n\n获得~~省~~**市**级以上表彰奖励的，予以加分。\n\n**本文件所写** · ~~上级原文，本文件没有~~',
    );
    expect((await at(extra('被评为先进的'), { more }))?.says).toContain(
      '**加分项第1项**\n\n《省指标》中没有与这一条相应的内容。',
    );
  });

  it('of a corpus shows its variants and the counties', async () => {
    const text = `名称: 省指标\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1|\n        内容: 合格率不低于90%\n        出处: [甲第1项, 乙第2项]\n        校勘: 待核\n        异文:\n          - { 来源: 甲, 文字: 90% }\n          - 文字: 九成\n`;
    const county = `县区: 某县\n依据: 省指标\n${item('      - 序号: 1\n        内容: 合格率不低于95%\n')}`;
    const card = shown(await open({ 'p.yaoqiu.yaml': text, 'a.zhibiao.yaml': county }));
    expect(card).toEqual({
      at: '1',
      says: [
        '**《省指标》第1项**\n\n数量要求：\n\n- **不低于90%**',
        '出处：甲第1项；乙第2项。  \n校勘：待核（整理文本，未与官方原文核对）。  \n异文：「甲」作「90%」、「九成」。',
        '---\n\n各县区的这一项：\n\n- **某县** · 第1项',
      ].join('\n\n'),
    });
  });
});

describe('对应', () => {
  const text = (number: string) => head() + item(`      - 序号: 1\n        内容: 甲\n        对应: ${number}\n`);

  it('shows the item of the corpus', async () => {
    const card = await at(text('[2, |5]'));
    expect(card?.at).toBe('5');
    expect(card?.says).toContain(`》第5项**\n\n${CENTRAL}\n\n数量要求：\n\n- **不超过5个工作日**\n\n出处：`);
  });

  it('or that there is none', async () => {
    expect((await at(text('300|')))?.says).toBe('《市县法治政府建设示范指标体系（2021年版）》没有第300项。');
  });
});

describe('a unit', () => {
  const list = (units: string, more = '') =>
    `${head('', '年度: 2022\n')}${item(`      - 序号: 7\n        内容: 甲\n        牵头单位: [${units}]\n        完成时限: 5月30日前\n${more}`)}`;

  it('has a card', async () => {
    const more = '      - 序号: 8\n        内容: 乙\n        责任单位: 县法制办\n        完成时限: 2月1日前\n';
    expect(await at(list('县政府办, 县司|法局', more))).toEqual({
      at: '县司法局',
      says: [
        '**县司法局**',
        '- 全称：某县司法局\n- 别名：司法局\n- 类别：政府部门\n- 属于：各部门\n- 曾用名：县法制办',
        '---',
        '本文件：牵头1项、责任1项。',
        '最近时限：2022年5月30日（第7项），还有90天。',
      ].join('\n\n'),
    });
  });

  it.each<[string, string]>([
    ['司|法局', '「司法局」是「县司法局」的别名。'],
    ['某县司|法局', '「某县司法局」是「县司法局」的全称。'],
    ['县法|制办', '「县法制办」是曾用名，现为县司法局。'],
    ['县环|保局', '「县环保局」已于2019-03-01停用。\n\n职责由县政府办承继。'],
    ['县审|批局', '- 挂牌于：县政府办'],
    ['各部|门', '- 成员：县司法局、县政府办'],
    ['县司|法厅', '「县司法厅」不在单位名录中。\n\n相近的单位：县司法局。'],
    ['县司|法局县政府办', '「县司法局县政府办」写了几个单位：县司法局、县政府办。请一项写一个单位。'],
    ['县 司|法局', '「县 司法局」中间多了空格，应为「县司法局」。'],
    ['区司|法局', '「区司法局」不在单位名录中。\n\n单位名录中的写法是「县司法局」。'],
    ['气|象站', '「气象站」不在单位名录中。\n\n---\n\n本文件：牵头1项。'],
  ])('%s', async (name, expected) => {
    expect((await at(list(name)))?.says).toContain(expected);
  });

  it('without a registry is only counted', async () => {
    const text = list('县司|法局').replace('单位名录: x.danwei.yaml\n', '');
    const card = shown(await open({ 'a.zhibiao.yaml': text }));
    expect(card?.says).toMatch(/^\*\*县司法局\*\*\n\n没有找到单位名录，无法核对这个单位。\n\n---\n\n本文件：牵头1项。/);
  });

  it('of the file’s own list has the same card', async () => {
    const own = '单位名录:\n  - 县司|法局\n  - { 名称: 县政府办 }\n一级指标: []\n';
    expect((await at(own))?.says).toBe('**县司法局**\n\n---\n\n本文件没有用到这个单位。');
  });

  it('in a registry is counted in the files that follow it', async () => {
    const more = { 'b.zhibiao.yaml': list('司法局, 县法制办'), 'c.zhibiao.yaml': list('县政府办') };
    const registry = REGISTRY.replace('名称: 县司法局', '名称: 县司|法局');
    const card = shown(await open({ ...more, 'x.danwei.yaml': registry }));
    expect(card?.at).toBe('县司法局');
    expect(card?.says).toMatch(/\n\n---\n\n工作区中用到这个单位的文件：\n\n- 「b\.zhibiao\.yaml」：牵头2项$/);
    const unused = REGISTRY.replace('名称: 县审批局', '名称: 县审|批局');
    expect(shown(await open({ ...more, 'x.danwei.yaml': unused }))?.says).toContain('工作区中没有文件用到这个单位。');
    const host = REGISTRY.replace('挂牌于: 县政府办', '挂牌于: 县政|府办');
    expect(shown(await open({ ...more, 'x.danwei.yaml': host }))?.says).toContain('「c.zhibiao.yaml」：牵头1项');
  });
});

describe('a deadline', () => {
  const due = (text: string, year = '年度: 2022\n') =>
    `${year}${item(`      - 序号: 1\n        内容: 甲\n        完成时限: ${text}\n`)}`;

  it.each<[string, string, string]>([
    ['2022年5月30|日前', '2022年5月30日前', '截止日：2022年5月30日，还有90天。'],
    ['5月30|日前', '5月30日前', '截止日：2022年5月30日，还有90天。\n\n年份按「年度」计，为2022年。'],
    ['3月1|日前', '3月1日前', '截止日：2022年3月1日，今天到期。'],
    ['2月底|前', '2月底前', '截止日：2022年2月28日，已过1天。'],
    ['2022年2月20日至3月|5日', '2022年2月20日至3月5日', '起止：2022年2月20日至2022年3月5日，还有4天。'],
    ['每年2月|1日前', '每年2月1日前', '重复发生，最近一次的截止日：2023年2月1日，还有337天。'],
    ['2021年每季|度末', '2021年每季度末', '重复发生，最后一次的截止日：2021年12月31日，已过60天。'],
    ['长期|坚持', '长期坚持', '长期任务，没有截止日。'],
    ['5月31|前', '5月31前', '完成时限「5月31前」缺「日」，应为「5月31日前」。'],
    ['2月30|日前', '2月30日前', '2月没有30日。'],
    ['[{ 时间: 5月30|日前, 任务: 报告 }]', '5月30日前', '年份按「年度」计，为2022年。\n\n任务：报告'],
  ])('%s', async (text, value, expected) => {
    const card = await at(due(text));
    expect(card?.at).toBe(value);
    expect(card?.says).toContain(`**${value}**\n\n`);
    expect(card?.says).toContain(expected);
  });

  it('without a year belongs to none', async () => {
    expect((await at(due('5月30|日前', '')))?.says).toContain('没有写年份，文件也没有「年度」，无法确定是哪一年。');
  });

  it('of a phase is called by its key', async () => {
    const card = await at('阶段:\n  - { 名称: 甲, 时间: 5月31|前 }\n');
    expect(card?.says).toContain('时间「5月31前」缺「日」');
  });
});

describe('a reference', () => {
  const items = (last: string) =>
    item(
      `${[1, 2, 3].map((n) => `      - 序号: ${n}\n        内容: 做第${'甲乙丙'[n - 1]}件事，${'要'.repeat(40)}\n        责任单位: 县司法局\n`).join('')}      - 序号: 4\n        内容: ${last}\n`,
    );

  it('lists the items that it names; the number under the cursor stands out', async () => {
    const card = await at(items('见第2、|3、9项。'));
    const line = (text: string) => `${text}件事，${'要'.repeat(24)}… · 县司法局`;
    expect(card).toEqual({
      at: '3',
      says: [line('- 第2项 · 做第乙'), line('- **第3项** · 做第丙'), '- 本文件没有第9项。'].join('\n'),
    });
  });

  it('of 合并报送 says how many there are, and is bounded', async () => {
    const card = await at(`${items('丁')}合并报送:\n  - 指标: 1-|40\n`);
    expect(card?.at).toBe('40');
    expect(card?.says).toMatch(/^\*\*合并报送：共40项。\*\*\n\n- 本文件没有第33项。\n[\s\S]*第40项。\n\n另有32项。$/);
  });
});

describe('titles and names of other documents', () => {
  it.each<[string, string]>([
    ['一、政府职|能依法全面履行', '标题与《市县法治政府建设示范指标体系（2021年版）》一致。\n\n本文件1项，上级20项。'],
    ['一、政府职能|依法履行', '《市县法治政府建设示范指标体系（2021年版）》：「一、政府职能依法全面履行」'],
    ['甲|乙', '《市县法治政府建设示范指标体系（2021年版）》中没有相应的标题。\n\n共1项。'],
  ])('a title: %s', async (title, expected) => {
    const text = `${head()}一级指标:\n  - 名称: ${title}\n    三级指标:\n      - 序号: 1\n        内容: 做一件本地的事\n`;
    const card = await at(text);
    expect(card?.at).toBe(title.replace('|', ''));
    expect(card?.says).toContain(expected);
  });

  it('依据 shows the corpus', async () => {
    const card = await at(head('2021|年版'));
    expect(card?.at).toBe('2021年版');
    expect(card?.says).toMatch(/^\*\*市县法治政府建设示范指标体系（2021年版）\*\*\n\n- 简称：2021年版\n/);
    expect(card?.says).toContain('- 三级指标共100项。\n- 要求库文件：2021.yaoqiu.yaml\n\n非官方文本。');
    expect((await at(head('1999|年版')))?.says).toContain('没有找到「依据」所写的「1999年版」');
  });

  it('单位名录 shows the file', async () => {
    expect((await at('单位名录: ./x.dan|wei.yaml\n'))?.says).toBe(
      '**某县**\n\n- 单位名录文件：x.danwei.yaml\n- 共5个单位。',
    );
    expect((await at('单位名录: ./y.dan|wei.yaml\n'))?.says).toBe('单位名录「./y.danwei.yaml」不存在，请核对路径。');
  });
});

describe('a key', () => {
  it.each<[string, string, string]>([
    ['县|区: 某县\n', '县区', '县、区或者市的名称。'],
    ['编号: 连|续\n', '连续', '可以写：`连续`、`分级`'],
    [item('      - 序号: 1\n        责|任单位: 甲\n'), '责任单位', '承担任务的单位。'],
  ])('%s', async (text, value, expected) => {
    const card = await at(text);
    expect(card?.at).toBe(value);
    expect(card?.says).toContain(expected);
  });

  it('says nothing of keys that there are not, of comments and blanks', async () => {
    expect(await at('没有|的键: 甲\n')).toBeUndefined();
    expect(await at('# 说|明\n县区: 某县\n')).toBeUndefined();
    expect(await at('|')).toBeUndefined();
  });
});

describe('text from files', () => {
  const EVIL = '[点我](command:x)<img src=x>`码`**粗**';

  it.each([
    ['a unit', `${head('')}${item(`      - 序号: 1\n        内容: 甲\n        责任单位: ['|${EVIL}']\n`)}`],
    ['a title', `一级指标:\n  - 名称: '|${EVIL}'\n`],
    ['a basis', `依据: '|${EVIL}'\n`],
    ['a path', `单位名录: '|${EVIL}'\n`],
    ['a deadline', item(`      - 序号: 1\n        完成时限: '|${EVIL}'\n`)],
    ['a short title', item(`      - 序号: 1|\n        名称: '${EVIL}'\n`)],
    ['an item', `${head()}${five(CENTRAL.replace('证照', `${EVIL}证照`))}`],
  ])('is shown as it stands: %s', async (_, text) => {
    const says = (await at(text))?.says ?? '';
    expect(says).toContain('点我\\](command:x)\\<img');
    expect(says).not.toMatch(/(?<!\\)[[<`]/);
  });
});

describe('any cursor', () => {
  const SEEDS = [
    'as-printed/shapotou/shapotou.zhibiao.yaml',
    'as-printed/baofeng/scheme.zhibiao.yaml',
    'as-printed/qinshui/qinshui.danwei.yaml',
    'requirements/2021.yaoqiu.yaml',
  ];
  const damage = fc.constantFrom('', '[', '"', ': ', '\n- ', '\n', '：', '{', '  ');

  it('of a damaged document gets an answer that covers it, or none', async () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SEEDS),
        place,
        place,
        damage,
        fc.array(place),
        async (path, a, b, put, at) => {
          const text = seed(path);
          const [start, end] = [Math.floor(a * text.length), Math.floor(a * text.length + b * 60)];
          const name = path.split('/').at(-1) ?? '';
          const { workspace, at: read } = await open({ [name]: text.slice(0, start) + put + text.slice(end) });
          const file = await read(name);
          const { lines } = file.document;
          for (const offset of [
            start,
            start + put.length,
            lines.text.length,
            ...at.map((x) => Math.floor(x * lines.text.length)),
          ]) {
            const { range, contents } = hover(workspace, file, offset) ?? {};
            if (!range) continue;
            const span = lines.span(range);
            expect(span.start <= offset && offset <= span.end).toBe(true);
            expect((contents as MarkupContent).value.trim()).not.toBe('');
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('English', () => {
  it('has every sentence', async () => {
    const options = { locale: 'en' } as const;
    const card = await at(head() + five(CENTRAL.replace('5个', '3个')), options);
    expect(card?.says).toContain('》, item 5**');
    expect(card?.says).toContain('— 「不超过3个工作日」 in this file, stricter than required');
    expect((await at(`年度: 2022\n阶段:\n  - { 名称: 甲, 时间: 5月30|日前 }\n`, options))?.says).toContain(
      'Last day: 2022-5-30, days left: 90.',
    );
    expect((await at(`编|号: 连续\n`, options))?.says).toContain('One of: `连续`, `分级`');
  });
});

describe('the bundled documents', () => {
  const counties = ['shapotou', 'qinshui', 'lanling'];
  const files = Object.fromEntries(
    counties.flatMap((county) =>
      [`${county}.zhibiao.yaml`, `${county}.danwei.yaml`].map((name) => [name, seed(`as-printed/${county}/${name}`)]),
    ),
  );
  /** File, where to start looking, and the text that the cursor stands at the end of. */
  const PLACES = [
    ['shapotou.zhibiao.yaml', '', '序号: 5'],
    ['shapotou.zhibiao.yaml', '', '序号: 1'],
    ['shapotou.zhibiao.yaml', '', '序号: 16'],
    ['shapotou.zhibiao.yaml', '序号: 16', '区工信'],
    ['shapotou.zhibiao.yaml', '', '[区政府'],
    ['shapotou.zhibiao.yaml', '', '1.加大'],
    ['shapotou.zhibiao.yaml', '\n附加项', '序号: 1'],
    ['qinshui.zhibiao.yaml', '\n合并报送', '26'],
    ['qinshui.zhibiao.yaml', '', '依据: 市县'],
    ['qinshui.danwei.yaml', '', '县司法'],
    ['lanling.zhibiao.yaml', '', '序号: 4'],
  ] as const;

  it.each(['zh-cn', 'en'] as const)('read well in %s', async (locale) => {
    const opened = await open(files, { locale });
    const cards: string[] = [];
    for (const [name, from, to] of PLACES) {
      const file = await opened.at(name);
      const { text } = file.document.lines;
      const offset = text.indexOf(to, text.indexOf(from)) + to.length;
      cards.push(`<!-- ${name}: ${to} -->\n\n${shown({ ...opened, file, offset })?.says}\n`);
    }
    const path = join(import.meta.dirname, 'hover', `bundled.${locale}.md`);
    await expect(cards.join('\n\n***\n\n')).toMatchFileSnapshot(path);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOf, levelPrefix, looksLikeUnit, nearestNames } from '../../server/src/domain/unit';

const REGISTRY = [
  '县司法局',
  '县财政局',
  '县政府办公室',
  '县委办公室',
  '县委组织部',
  '县委宣传部',
  '县人大办',
  '县政协办',
  '县行政审批局',
  '县市场监管局',
  '县卫体局',
  '县人社局',
  '县发改局',
  '县应急局',
  '县纪委监委',
  '市生态环境局沁水分局',
  '各行政执法单位',
];

describe('levelPrefix', () => {
  it.each([
    ['县司法局', '县'],
    ['区政府办公室（审批服务局）', '区'],
    ['市生态环境局沁水分局', '市'],
    ['市政府办公室', '市'],
    ['市民政局', '市'],
    ['县直各单位', '县'],
    ['市场监管局', null],
    ['市政工程处', null],
    ['区域发展中心', null],
    ['沁水县司法局', null],
    ['各乡镇', null],
    ['县', null],
    ['', null],
  ])('%s: %s', (name, level) => {
    expect(levelPrefix(name)).toBe(level);
  });
});

describe('levelOf', () => {
  it.each([
    ['沁水县', '县'],
    ['沙坡头区', '区'],
    ['介休市', '市'],
    ['五寨', null],
    ['', null],
  ])('%s: %s', (county, level) => {
    expect(levelOf(county)).toBe(level);
  });
});

describe('looksLikeUnit', () => {
  it.each([
    ...REGISTRY,
    '区政府办公室（审批服务局）',
    '区委依法治区办',
    '县委',
    '临沂市环保局兰陵分局',
    '凤凰镇',
    '乾佑街道',
    '国家税务总局沁水县税务局',
  ])('%s', (name) => {
    expect(looksLikeUnit(name)).toBe(true);
  });

  it.each([
    '',
    '局',
    '实地核查',
    '5月30日前',
    '请县司法局提供材料。县委',
    '各乡镇、',
    '农村社区',
    `${'县'.repeat(41)}局`,
  ])('not 「%s」', (text) => {
    expect(looksLikeUnit(text)).toBe(false);
  });
});

describe('nearestNames', () => {
  it.each([
    ['县司法厅', ['县司法局']],
    ['司法局', ['县司法局']],
    ['区司法局', ['县司法局']],
    ['县司发局', ['县司法局']],
    ['沁水县司法局', ['县司法局']],
    ['县 司法局', ['县司法局']],
    ['县发改委', ['县发改局']],
    ['县卫生健康和体育局', ['县卫体局']],
    ['县人力资源和社会保障局', ['县人社局']],
    ['县市场监督管理局', ['县市场监管局']],
    ['县行政审批服务管理局', ['县行政审批局']],
    ['县应急管理局', ['县应急局']],
    ['县委办', ['县委办公室']],
    ['县人大办公室', ['县人大办']],
    ['县委组织科', ['县委组织部']],
    ['市生态环境局', ['市生态环境局沁水分局']],
    ['行政执法单位', ['各行政执法单位']],
  ])('%s → %s', (name, expected) => {
    expect(nearestNames(name, REGISTRY).slice(0, 1)).toEqual(expected);
  });

  it.each(['县民政局', '县林业局', '县气象局', '凤凰镇', '驻宝企业', '', '。'])('has nothing for %s', (name) => {
    expect(nearestNames(name, REGISTRY)).toEqual([]);
  });

  it('gives the best first, without the name itself, up to the limit', () => {
    const names = ['县政府办', '县政府办公室', '县政府', '县司法局', '县政务办'];
    expect(nearestNames('县政府办公厅', names)[0]).toBe('县政府办公室');
    expect(nearestNames('县政府办公厅', names, 1)).toHaveLength(1);
    expect(nearestNames('县政府办', names)).not.toContain('县政府办');
  });

  it('prefers the same level', () => {
    expect(nearestNames('县司法厅', ['市司法局', '县司法局', '区司法局'])[0]).toBe('县司法局');
  });

  it('never throws and only returns candidates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (name, candidates) => {
        const nearest = nearestNames(name, candidates);
        expect(nearest.length).toBeLessThanOrEqual(3);
        for (const candidate of nearest) expect(candidates).toContain(candidate);
      }),
    );
  });
});

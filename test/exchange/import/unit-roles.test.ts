import { describe, expect, it } from 'vitest';
import { settleRoles } from '../../../server/src/exchange/import/unit-roles';

const settled = (answer: string) => settleRoles({ lead: '', answer, cooperate: '' }, (name) => name === '县牵头办');

describe('settleRoles', () => {
  it.each<[string, readonly [lead: string, answer: string, cooperate: string]]>([
    ['牵头：县司法局\n配合：县财政局、县人社局', ['县司法局', '', '县财政局、县人社局']],
    ['牵头单位：县政府办；配合单位：各乡镇（街道）', ['县政府办', '', '各乡镇（街道）']],
    ['【牵头单位】县司法局【责任单位】县财政局', ['县司法局', '县财政局', '']],
    ['县审计局；配合部门：县财政局', ['', '县审计局', '县财政局']],
    ['责任单位：县司法局', ['', '县司法局', '']],
    ['县司法局牵头，县财政局、县人社局配合', ['县司法局', '', '县财政局、县人社局']],
    ['县司法局牵头', ['县司法局', '', '']],
    ['县司法局（牵头）、县财政局、县人社局(配合)', ['县司法局', '县财政局', '县人社局']],
    ['县委编办（牵头）；县司法局、县财政局（配合）', ['县委编办', '', '县司法局、县财政局']],
    ['县司法局（牵头）\n县财政局、县人社局（配合）', ['县司法局', '', '县财政局、县人社局']],
    ['县司法局（县委依法治县办）、县财政局', ['', '县司法局（县委依法治县办）、县财政局', '']],
    ['县牵头办', ['', '县牵头办', '']],
    ['由县领导牵头，定期协调', ['', '由县领导牵头，定期协调', '']],
    ['', ['', '', '']],
  ])('%j', (text, [lead, answer, cooperate]) => {
    expect(settled(text)).toEqual({ lead, answer, cooperate });
  });

  it('leaves the other cells of the item as they are', () => {
    const cells = { lead: '县司法局', answer: '', cooperate: '县财政局' };
    expect(settleRoles(cells, () => false)).toEqual(cells);
    expect(settleRoles({ ...cells, lead: '县司法局；配合：县审计局' }, () => false)).toEqual({
      ...cells,
      cooperate: '县审计局\n县财政局',
    });
  });
});

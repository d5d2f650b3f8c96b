import { requirementThreshold } from '../../server/src/rules/requirement-threshold';
import { altered, central, county } from './central';
import { testRule } from './harness';

const setting = central();
const file = (number: number, from: string, to: string, more = '') => ({
  text: county({ [number]: altered(number, from, to) + more }),
  ...setting,
});

testRule(requirementThreshold, {
  valid: [
    { text: county(), ...setting },
    county({ 1: altered(1, '5个', '3个') }),
    file(2, '达到100%', '100%'),
    file(1, '不超过5个工作日', '不超过 5 个工作日'),
    file(1, '不超过5个工作日', '不得超过5个工作日'),
    file(1, '5个', '3个', '\n说明: 地方从严'),
    file(1, '5个', '7个', '\n说明: 本级不适用'),
    file(1, '5个', '7个', '\n说明: 登记系统尚未联通'),
    file(1, '5个', '7个', '\n对应: 无'),
    // The clause is gone with its number: that is `requirement-dropped`.
    file(1, '实际办理时限不超过5个工作日，', ''),
  ],
  invalid: [
    {
      ...file(1, '5个工作日', '⟦3个工作日⟧'),
      says: [
        {
          says: '要求严于上级：上级为「不超过5个工作日」，此处为「不超过3个工作日」。',
          severity: 'warning',
        },
      ],
      fix: {
        title: '在「说明」中写「地方从严」',
        gives: county({ 1: `${altered(1, '5个', '3个')}\n说明: 地方从严` }),
      },
    },
    {
      ...file(1, '5个工作日', '⟦7个工作日⟧', '\n说明: 地方从严'),
      says: '要求低于上级：上级为「不超过5个工作日」，此处为「不超过7个工作日」。确需调整的，请在「说明」中写明理由。',
      fix: {
        title: '改为上级的「不超过5个工作日」',
        gives: county({ 1: `${altered(1, '5个', '5个')}\n说明: 地方从严` }),
      },
    },
    {
      ...file(2, '100%', '⟦90%⟧'),
      says: '要求低于上级：上级为「达到100%」，此处为「达到90%」。确需调整的，请在「说明」中写明理由。',
      fix: { title: '改为上级的「达到100%」', gives: county() },
    },
    {
      ...setting,
      text: county({ 6: altered(6, '之日起20个工作日内向', '之日⟦起⟧向') }),
      says: '要求低于上级：上级有「20个工作日内」，此处没有。确需调整的，请在「说明」中写明理由。',
      fix: { title: '补上「20个工作日内」', gives: county() },
    },
    {
      ...file(7, '应当主动公开', '应当⟦5个工作日内⟧主动公开'),
      says: [{ says: '要求严于上级：上级没有「5个工作日内」的要求。', severity: 'warning' }],
      fix: { title: '删去「5个工作日内」', gives: county() },
    },
    {
      ...file(1, '不超过5个工作日', '⟦不少于5个工作日⟧'),
      says: [
        {
          says: '要求与上级不同：上级为「不超过5个工作日」，此处为「不少于5个工作日」。确需调整的，请在「说明」中写明理由。',
          severity: 'warning',
        },
      ],
    },
    {
      ...file(6, '20个工作日内', '⟦一个月⟧内'),
      says: [
        {
          says: '要求与上级不同：上级为「20个工作日内」，此处为「一个月内」。确需调整的，请在「说明」中写明理由。',
          severity: 'warning',
        },
      ],
    },
    {
      ...setting,
      text: county({ 2: `"${altered(2, '100%', '⟦90%⟧')}"` }).replaceAll('\n', '\r\n'),
      says: '要求低于上级：上级为「达到100%」，此处为「达到90%」。确需调整的，请在「说明」中写明理由。',
      fix: {
        title: '改为上级的「达到100%」',
        gives: county({ 2: `"${altered(2, '100%', '100%')}"` }).replaceAll('\n', '\r\n'),
      },
    },
  ],
});

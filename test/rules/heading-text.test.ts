import { headingText } from '../../server/src/rules/heading-text';
import { central, county } from './central';
import { testRule } from './harness';

const setting = central();
const file = (from: string, to: string) => ({ text: county().replace(from, to), ...setting });

testRule(headingText, {
  valid: [
    { text: county(), ...setting },
    file('1. 优化公共服务', '（一）优化公共服务。'),
    file('二、行政执法', '三、行政执法'),
    // Traditional characters are said elsewhere.
    file('行政执法严格', '行政執法严格'),
    county().replace('公正文明', '公正'),
  ],
  invalid: [
    {
      ...file('严格规范公正文明', '严格规范公正'),
      text: county().replace('二、行政执法严格规范公正文明', '二、⟦行政执法严格规范公正⟧'),
      says: '标题与上级不一致：上级为「行政执法严格规范公正文明」，此处为「行政执法严格规范公正」。',
      fix: { title: '改为「行政执法严格规范公正文明」', gives: county() },
    },
    {
      text: county().replace('2. 加强事中事后监管', '"（七） ⟦加强监管执法⟧"').replaceAll('\n', '\r\n'),
      ...setting,
      says: '标题与上级不一致：上级为「加强事中事后监管」，此处为「加强监管执法」。',
      fix: {
        title: '改为「加强事中事后监管」',
        gives: county().replace('2. 加强事中事后监管', '"（七） 加强事中事后监管"').replaceAll('\n', '\r\n'),
      },
    },
  ],
});

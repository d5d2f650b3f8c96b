import { requirementAdded } from '../../server/src/rules/requirement-added';
import { altered, central, county } from './central';
import { testRule } from './harness';

const setting = central();
const local = '建立村级法律顾问微信群，及时解答群众咨询，定期汇总上报。';
const withLocal = (more = '', number = '8') =>
  `${county()}          - 序号: ${number}\n            内容: ${local}\n${more}`;

testRule(requirementAdded, {
  valid: [
    { text: county(), ...setting },
    { text: county({ 6: `${altered(6, '监督，', '监督，定期开展专项通报，')}\n说明: 地方补充` }), ...setting },
    {
      text: county({ 6: `${altered(6, '监督，', '监督，定期开展专项通报，')}\n说明: 地方从严、地方补充` }),
      ...setting,
    },
    { text: county({ 2: altered(2, '政务服务“', '政务服务（区级）“') }), ...setting },
    { text: withLocal('            对应: 无\n'), ...setting },
    { text: withLocal('            说明: 地方补充\n'), ...setting },
  ],
  invalid: [
    {
      text: county({ 6: `${altered(6, '监督，', '监督，⟦定期开展专项通报⟧，')}\n责任单位: [甲]` }),
      ...setting,
      says: '多出上级要求中没有的内容：「定期开展专项通报」。地方增加的，请在「说明」中写「地方补充」。',
      fix: {
        title: '在「说明」中写「地方补充」',
        gives: county({ 6: `${altered(6, '监督，', '监督，定期开展专项通报，')}\n责任单位: [甲]\n说明: 地方补充` }),
      },
    },
    {
      text: county({ 6: `${altered(6, '更新。', '更新。⟦行政执法机关每年1月31日前公开上年度总体情况⟧。')}` }),
      ...setting,
      says: '多出上级要求中没有的内容：「行政执法机关每年1月31日前公开上年度总体情况」。地方增加的，请在「说明」中写「地方补充」。',
      fix: { title: '删去「行政执法机关每年1月31日前公开上年……」', gives: county() },
    },
    {
      text: withLocal('', '⟦8⟧'),
      ...setting,
      says: '上级没有与这一项相应的指标。地方增加的，请写「对应: 无」。',
      fix: { title: '写「对应: 无」', gives: withLocal('            对应: 无\n') },
    },
  ],
});

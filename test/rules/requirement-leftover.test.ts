import { requirementLeftover } from '../../server/src/rules/requirement-leftover';
import { altered, central, county } from './central';
import { testRule } from './harness';

/** The phrase stands in four items: 3, 5, 7 and here also 2. */
const corpus = { corpus: central().corpus?.replace('公开政务', '公开地方政府规章、政务') ?? '' };
const full = (number: number) => altered(number, '地方政府规章或者', '');
const kept = altered(2, '公开', '公开地方政府规章、');

testRule(requirementLeftover, {
  valid: [
    { text: county({ 2: kept }), ...corpus },
    { text: county({ 2: kept, 3: full(3), 5: full(5) }), ...corpus },
    { text: county({ 3: full(3), 5: full(5), 7: full(7) }), ...corpus },
    { text: county({ 2: `${kept}\n说明: 本级不适用`, 3: full(3), 5: full(5), 7: full(7) }), ...corpus },
  ],
  invalid: [
    {
      text: county({ 2: altered(2, '公开', '公开⟦地方政府规章⟧、'), 3: full(3), 5: full(5), 7: full(7) }),
      ...corpus,
      says: '本文件在第3、5、7项删去了「地方政府规章」，此处仍保留，请核对是否漏删。',
    },
  ],
});

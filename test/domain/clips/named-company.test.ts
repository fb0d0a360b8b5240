import { describe, expect, it } from 'vitest';
import { companyNamedIn } from '@/src/domain/clips/named-company';

const FILED = [
  { id: 'a', names: ['上海青禾岭泵业有限公司'] },
  { id: 'b', names: ['青禾岭泵业科技（苏州）有限公司'] },
  { id: 'c', names: ['Tarnhill Pumps GmbH', 'Tarnhill Holding AG'] },
  { id: 'd', names: ['Bay Ltd'] },
  { id: 'e', names: ['Northwick & Søns'] },
  { id: 'f', names: ['水口公司'] },
];

describe('a company that a text names', () => {
  it.each([
    ['青禾岭泵业新厂投产', { id: 'a', name: '上海青禾岭泵业有限公司' }],
    ['青禾嶺泵業新廠投產', { id: 'a', name: '上海青禾岭泵业有限公司' }],
    ['青禾岭泵业科技（苏州）获奖', { id: 'b', name: '青禾岭泵业科技（苏州）有限公司' }],
    ['TARNHILL PUMPS feiert Jubiläum', { id: 'c', name: 'Tarnhill Pumps GmbH' }],
    ['New plant of Northwick & Sons opens', undefined],
    ['At Northwick & Søns all is new', { id: 'e', name: 'Northwick & Søns' }],
    ['Tarnhills are hills', undefined],
    ['A day at the bay', undefined],
    ['水口村', undefined],
    ['', undefined],
  ])('%s', (text, found) => {
    expect(companyNamedIn(text, FILED)).toEqual(found);
  });
});

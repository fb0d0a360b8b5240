import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '@/src/kernel/ids';
import { groupLosses, lossesOf, priceBand, type Loss } from '@/src/domain/pipeline/loss-reasons';
import type { OpportunityRow } from '@/src/domain/pipeline/opportunity.kind';
import type { Row } from '@/src/domain/records/record';
import { runs } from '@/test/support/runs';

const CNY = (amount: string) => ({ amount, currency: 'CNY' });
const row = (id: string, kind: string, state: string, fields: object): Row =>
  // Safe: records written out by hand.
  ({ id, kind, state, fields, keys: [], origin: { base: 'd.1' } }) as unknown as Row;

const opportunities = [
  row('o1', 'opportunity', 'lost', { lostReason: 'price', competitor: 'Tarnhill', lostPrice: CNY('42000.00') }),
  row('o2', 'opportunity', 'lost', { lostReason: 'relation', competitor: 'Northwick' }),
  row('o3', 'opportunity', 'won', { lostReason: 'price', competitor: 'Tarnhill' }),
  row('o4', 'opportunity', 'open', {}),
] as OpportunityRow[];
const register = [
  row('u1', 'unclosed-client', 'open', { reason: 'price', competitor: ' Tarnhill ', price: CNY('9999.99') }),
  row('u2', 'unclosed-client', 'reviewed', { price: 'secret', reason: '' }),
];
const losses = lossesOf(opportunities, register);
const counts = (keyOf: (loss: Loss) => string | undefined) =>
  groupLosses(losses, keyOf).map(({ key, losses: ids }) => [key, ids.length]);

describe('S87 loss-reason analysis', () => {
  it('counts what is lost and the whole register, by reason, by competitor and by price', () => {
    expect(losses.map(({ id }) => id)).toEqual(['o1', 'o2', 'u1', 'u2']);
    expect(counts(({ reason }) => reason)).toEqual([
      ['price', 2],
      ['relation', 1],
      [undefined, 1],
    ]);
    expect(counts(({ competitor }) => competitor)).toEqual([
      ['Tarnhill', 2],
      ['Northwick', 1],
      [undefined, 1],
    ]);
    expect(counts(({ price }) => price && priceBand(price))).toEqual([
      ['CNY 1000', 1],
      ['CNY 10000', 1],
      [undefined, 2],
    ]);
  });

  it('is empty where nothing was lost and there is no register', () => {
    expect(lossesOf(opportunities.slice(2), [])).toEqual([]);
    expect(groupLosses([], () => 'any')).toEqual([]);
  });

  it.each([
    ['0', '0'],
    ['0.99', '0'],
    ['1', '1'],
    ['9.99', '1'],
    ['10', '10'],
    ['9999.99', '1000'],
    ['10000', '10000'],
    ['-500', '100'],
    ['007', '1'],
  ])('a price of %s begins at %s', (amount, from) => {
    expect(priceBand(CNY(amount))).toBe(`CNY ${from}`);
  });

  it('holds every loss exactly once, however it is grouped', () => {
    const loss = fc.record({
      id: fc.uuid().map((id) => id as RecordId),
      kind: fc.constant('unclosed-client'),
      reason: fc.option(fc.constantFrom('price', 'relation', 'timing'), { nil: undefined }),
      competitor: fc.constant(undefined),
      price: fc.constant(undefined),
      lostOn: fc.constant(undefined),
    });
    fc.assert(
      fc.property(fc.uniqueArray(loss, { selector: ({ id }) => id, maxLength: 40 }), (all) => {
        const groups = groupLosses(all, ({ reason }) => reason);
        const grouped = groups.flatMap(({ losses: ids }) => ids);
        expect(grouped.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        const known = groups.filter(({ key }) => key !== undefined).map(({ losses: ids }) => ids.length);
        expect(known).toEqual(known.toSorted((a, b) => b - a));
      }),
      { ...runs(100, 1000), seed: 87 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { reorderFacts, reorderOf, reorderTable } from '@/src/domain/analysis/reorder';
import { day } from '@/test/support/orders';
import { NaiveSource } from '@/test/support/naive-source';

describe('how long until the next order', () => {
  it('counts those who wait still as long as they were followed', async () => {
    const source = new NaiveSource([
      { customer: 'a', day: '2024-01-01', cents: 100 },
      { customer: 'a', day: '2024-01-11', cents: 100 },
      { customer: 'a', day: '2024-01-11', cents: 50 },
      { customer: 'b', day: '2024-01-06', cents: 100 },
      { customer: 'c', day: '2024-01-07', cents: -100 },
    ]);
    const reorder = reorderOf(await source.customerDays(), day('2024-01-21'));

    // a: again after 10 days, then silent for 10. b: silent for 15.
    expect(reorderTable(reorder.next).rows.map((row) => row.slice(0, 4))).toEqual([[10, 3, 1, 1 - 1 / 3]]);
    expect(reorderTable(reorder.second).rows.map((row) => row.slice(0, 4))).toEqual([[10, 2, 1, 0.5]]);
    expect(reorderFacts(reorder)).toEqual({
      reorderMedian: null,
      reorderQuarter: 10,
      reorderThreeQuarters: null,
      reorderMean: 10 + 5 * (1 - 1 / 3),
      reorderLongest: 15,
      reorderEvents: 1,
      secondMedian: 10,
      secondQuarter: 10,
      secondThreeQuarters: null,
      secondMean: 12.5,
      secondLongest: 15,
      secondEvents: 1,
    });
  });

  it('knows nothing where nobody ordered', async () => {
    const reorder = reorderOf(await new NaiveSource([]).customerDays(), 0);

    expect(reorderTable(reorder.next).rows).toEqual([]);
    expect(reorderFacts(reorder)).toMatchObject({ reorderMedian: null, reorderMean: null, reorderLongest: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import { fileLine, type FileLine } from '@/scripts/cli/file-line';
import { salesFixture, salesFixtureBytes, salesFixtureNames } from '@/test/support/sales-fixtures';
import { contentOf } from '@/test/support/tabular';

/** Kinds of export that have to be held. */
const FLOOR = 165;

describe('sales files of every kind', () => {
  const kinds = salesFixtureNames();

  it('has a fixture for so many kinds', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(FLOOR);
  });

  it.each(kinds)('%s: every figure and every notice is right', async (kind) => {
    const fixture = salesFixture(kind);
    const line = await fileLine(contentOf(salesFixtureBytes(kind, fixture), fixture.name));
    expect(comparable(line)).toEqual(comparable({ file: fixture.name, ...fixture.expected }));
  });
});

/** Amounts without zeros at their ends, notices in one order, shares to nine digits. */
function comparable(line: FileLine): FileLine {
  const { amountSum, notices, top20 } = line;
  return {
    ...line,
    amountSum: amountSum?.includes('.') ? amountSum.replace(/\.?0+$/, '') : amountSum,
    notices: notices.toSorted(),
    top20: top20 === null ? null : Number(top20.toFixed(9)),
  };
}

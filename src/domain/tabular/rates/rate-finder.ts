import { dayOf, type Day } from '@/src/kernel/calendar';
import { at, must } from '@/src/kernel/assert';
import { parseDecimal, type Decimal } from '@/src/kernel/money';
import type { Rate, RateTable } from './rate-table';

interface Step {
  readonly from: Day;
  readonly rate: Decimal;
}

const ONE: Decimal = { units: 1n, scale: 0 };

/** Finds rates by currency and day. */
export class RateFinder {
  private readonly target: string;
  /** By currency, the earliest first. */
  private readonly steps = new Map<string, readonly Step[]>();

  constructor({ target, rates }: RateTable) {
    this.target = target;
    for (const currency of new Set(rates.map((rate) => rate.currency))) {
      const own = rates.filter((rate) => rate.currency === currency).map(stepOf);
      this.steps.set(
        currency,
        own.sort((a, b) => a.from - b.from),
      );
    }
  }

  /** The last rate on or before the day; undefined where there is none. One of the target is always one. */
  rateAt(currency: string, day: Day): Decimal | undefined {
    if (currency === this.target) return ONE;
    const steps = this.steps.get(currency) ?? [];
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (at(steps, middle).from <= day) low = middle + 1;
      else high = middle;
    }
    return steps[low - 1]?.rate;
  }
}

function stepOf({ rate, from }: Rate): Step {
  const [year = 0, month = 0, day = 0] = from?.split('-').map(Number) ?? [];
  return {
    from: from === null ? Number.NEGATIVE_INFINITY : dayOf({ year, month, day }),
    rate: must(parseDecimal(rate), 'a rate is a decimal'),
  };
}

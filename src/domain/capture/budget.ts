/** What is left of the time and the work that one reading may take. */
export interface Budget {
  /** Counts one unit of work (an element, a node) and tells whether there is any left. False once, false ever after. */
  spend(): boolean;
  readonly isSpent: boolean;
}

const CLOCK_EVERY = 64;

/** @param now a clock in milliseconds that never goes back. @param nodes units of work. */
export function createBudget(now: () => number, ms: number, nodes: number): Budget {
  const end = now() + ms;
  let left = nodes;
  let spent = false;
  return {
    spend: () => {
      left--;
      if (left < 0 || (left % CLOCK_EVERY === 0 && now() > end)) spent = true;
      return !spent;
    },
    get isSpent() {
      spent ||= now() > end;
      return spent;
    },
  };
}

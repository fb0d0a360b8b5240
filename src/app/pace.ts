/** Cards between two looks at the clock. */
export const STEP = 100;

/**
 * Says how far the work is and lets the page breathe; false ends the work. Called about every {@link STEP} cards.
 * @param done cards so far.
 */
export type Pace = (done: number, total: number) => Promise<boolean>;

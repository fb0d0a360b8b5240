import fc from 'fast-check';
import { runs } from './runs';

/** The shortest text found that a second normalising would change; null where a normal form is its own normal form. */
export function changedAgain(text: fc.Arbitrary<string>, normalise: (text: string) => string): [string] | null {
  const isOwn = fc.property(text, (one) => normalise(normalise(one)) === normalise(one));
  return fc.check(isOwn, { ...runs(400, 4000), seed: 5 }).counterexample;
}

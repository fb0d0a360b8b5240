import { assert } from '@/src/kernel/assert';

const PRECISION = 1e-16;
const MOST_STEPS = 100_000;
const SMALLEST = 1e-300;

/**
 * How likely a chi-square statistic of at least `statistic` is by chance: Q(df / 2, statistic / 2), the regularised upper
 * incomplete gamma function. Right to about 1e-13 of its value, however small that is.
 *
 * @param df a whole number above 0. @param statistic not negative.
 * @source series and continued fraction (Lentz): Abramowitz & Stegun 6.5.29 and 6.5.31.
 * @example chiSquareTail(3.841458820694124, 1) // 0.05
 */
export function chiSquareTail(statistic: number, df: number): number {
  assert(Number.isInteger(df) && df > 0, 'degrees of freedom are a whole number above 0');
  const [a, x] = [df / 2, statistic / 2];
  if (x <= 0) return 1;
  const factor = Math.exp(a * Math.log(x) - x - logGammaOfHalves(df));
  return x < a + 1 ? 1 - factor * lowerSeries(a, x) : factor * upperFraction(a, x);
}

/** Σ xⁿ / (a (a + 1) … (a + n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_STEPS && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / SMALLEST;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < MOST_STEPS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || SMALLEST);
    c = b + numerator / c || SMALLEST;
    const change = d * c;
    product *= change;
    if (Math.abs(change - 1) < PRECISION) break;
  }
  return product;
}

/** ln Γ(df / 2), by Γ(x + 1) = x Γ(x) from Γ(1) = 1 or Γ(1/2) = √π. */
function logGammaOfHalves(df: number): number {
  let sum = df % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let x = df % 2 === 0 ? 1 : 0.5; x < df / 2; x++) sum += Math.log(x);
  return sum;
}

import { at } from '@/src/kernel/assert';

/** The first `limit` (at least 1) of many, the most points first, then in the order of `compare`; without keeping the others. */
export class BestHits<T extends { readonly points: number }> {
  private readonly kept: T[] = [];
  private readonly limit: number;
  private readonly compare: (a: T, b: T) => number;

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.limit = limit;
    this.compare = compare;
  }

  /** In order. */
  get hits(): readonly T[] {
    return this.kept;
  }

  /** A hit with fewer points has no chance any more. */
  get least(): number {
    return this.kept.length < this.limit ? 0 : at(this.kept, this.limit - 1).points;
  }

  add(hit: T): void {
    const { kept, limit } = this;
    if (kept.length >= limit && this.order(at(kept, limit - 1), hit) <= 0) return;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.order(at(kept, middle), hit) <= 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, hit);
    if (kept.length > limit) kept.pop();
  }

  private order(a: T, b: T): number {
    return b.points - a.points || this.compare(a, b);
  }
}

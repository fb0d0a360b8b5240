import { intAt } from '@/src/kernel/typed';

/** Numbers the different values of one list after the other: each value anew for each list, on from the list before. */
export class Seen {
  /** The first number of the present list. */
  first = 0;
  /** After its last one. */
  past = 0;
  private readonly numbers: Int32Array;

  /** @param size more than any value; none is below 0. */
  constructor(size: number) {
    this.numbers = new Int32Array(size).fill(-1);
  }

  /** How many different values the present list has. */
  get count(): number {
    return this.past - this.first;
  }

  /** Another list begins. */
  forget(): void {
    this.first = this.past;
  }

  add(value: number): number {
    const known = intAt(this.numbers, value);
    if (known >= this.first) return known;
    this.numbers[value] = this.past;
    return this.past++;
  }
}

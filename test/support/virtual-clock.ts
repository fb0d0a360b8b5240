import type { Clock } from '@/src/app/ports/world';

/** A clock that stands still until whoever drives it lets the next wait end. */
export class VirtualClock implements Clock {
  private at: number;
  private waits: { readonly until: number; readonly end: () => void }[] = [];

  constructor(at: number) {
    this.at = at;
  }

  now(): number {
    return this.at;
  }

  today(): string {
    return new Date(this.at).toISOString().slice(0, 10);
  }

  wait(ms: number): Promise<void> {
    return ms <= 0 ? Promise.resolve() : new Promise((end) => void this.waits.push({ until: this.at + ms, end }));
  }

  /** Moves on to the next moment that somebody waits for; those who wait for the same one wake in the order they came. */
  step(): void {
    const next = Math.min(...this.waits.map(({ until }) => until));
    if (next === Infinity) return;
    this.at = Math.max(this.at, next);
    const due = this.waits.filter(({ until }) => until <= this.at);
    this.waits = this.waits.filter(({ until }) => until > this.at);
    for (const { end } of due) end();
  }
}

/**
 * A hybrid logical clock reading: never behind the wall clock, always after the reading before it, so that entries
 * keep their order when the computer's clock is set back.
 *
 * @source Kulkarni, Demirbas et al., "Logical Physical Clocks" (2014), for one device at a time.
 */
export interface HybridTime {
  /** Milliseconds since 1970. */
  readonly ms: number;
  /** Counts readings within one millisecond (or while the wall clock stands behind). */
  readonly count: number;
}

/** The next reading after `previous`, given what the wall clock says. */
export function advance(previous: HybridTime | undefined, wallMs: number): HybridTime {
  if (!previous || wallMs > previous.ms) return { ms: wallMs, count: 0 };
  return { ms: previous.ms, count: previous.count + 1 };
}

/** Fixed width, so that the order of the strings is the order of the times; `device` breaks ties between devices. */
export function formatHybridTime({ ms, count }: HybridTime, device: string): string {
  return `${ms.toString(36).padStart(9, '0')}.${count.toString(36).padStart(6, '0')}.${device}`;
}

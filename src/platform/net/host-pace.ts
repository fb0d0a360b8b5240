/** How soon the hosts may be asked again. */
export interface HostPace {
  /** Milliseconds to wait before the next request to a host, which from now on counts as made. */
  turn(host: string, now: number): number;
  /** The host wants to be left alone until then. */
  close(host: string, until: number): void;
  /** Milliseconds for which it still does; 0 when it does not. */
  closedFor(host: string, now: number): number;
}

const MOST_HOSTS = 1000;

/** @param apart milliseconds between the beginnings of two requests to one host. */
export function createHostPace(apart: number): HostPace {
  const free = new Map<string, number>();
  const closed = new Map<string, number>();
  return {
    turn: (host, now) => {
      if (free.size > MOST_HOSTS) free.clear();
      const start = Math.max(now, free.get(host) ?? 0);
      free.set(host, start + apart);
      return start - now;
    },
    close: (host, until) => {
      if (closed.size > MOST_HOSTS) closed.clear();
      closed.set(host, until);
    },
    closedFor: (host, now) => Math.max(0, (closed.get(host) ?? 0) - now),
  };
}

const LONGEST = 3_600_000;
/** Where a server that is busy names no time. */
const UNSAID = 60_000;

/**
 * Milliseconds that a `Retry-After` asks for: seconds, or a date; at least 0, at most an hour.
 * @example retryAfter('3', 0) // 3000
 */
export function retryAfter(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const wanted = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isNaN(wanted) ? UNSAID : Math.min(LONGEST, Math.max(0, wanted));
}

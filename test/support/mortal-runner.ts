import { createBell, runEnrichQueue } from '@/src/app/run-enrich-queue';
import type { EnrichPorts } from '@/src/app/enrich-uses';
import type { SiteState } from '@/src/app/ports/site-access';
import { createWeb, WEB_LIMITS } from '@/src/platform/net/web';
import type { VirtualClock } from './virtual-clock';

/** One request that reached a site. */
export interface Request {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly record: string;
}

export interface Sites {
  readonly requests: Request[];
  /** How long an answer takes, in milliseconds of the clock. */
  readonly latencyMs: number;
  readonly answer: (host: string, path: string) => Response;
  readonly isGranted: (url: string) => boolean;
}

/** Calls of the database that have not come back yet, and how often it was written. */
export interface Load {
  calls: number;
  writes: number;
}

/** A page that works on the queue and can die between any two things it does: from then on nothing comes back to it. */
export interface MortalRunner {
  readonly kill: () => void;
  /** Ends it as closing a page does not: orderly. */
  readonly end: () => Promise<void>;
}

const NEVER = new Promise<never>(() => undefined);

export function startRunner(
  ports: EnrichPorts & { readonly clock: VirtualClock },
  sites: Sites,
  load: Load,
  isAlone: boolean,
): MortalRunner {
  const life = { isOver: false };
  const watches: (() => void)[] = [];
  const control = new AbortController();
  const alive = <T>(answer: Promise<T>): Promise<T> => answer.then((value) => (life.isOver ? NEVER : value));
  const store = new Proxy(ports.store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      if (name === 'watch')
        return (listener: () => void) => {
          const stop = target.watch(listener);
          watches.push(stop);
          return stop;
        };
      return (...given: unknown[]): Promise<unknown> => {
        if (life.isOver) return NEVER;
        load.calls++;
        if (name === 'commit') load.writes++;
        // Safe: all other functions of a store give promises.
        const answer = Reflect.apply(member, target, given) as Promise<unknown>;
        return alive(answer.finally(() => load.calls--));
      };
    },
  });
  const clock = {
    now: () => ports.clock.now(),
    today: () => ports.clock.today(),
    wait: (ms: number) => alive(ports.clock.wait(ms)),
  };
  let asker = '';
  const web = createWeb(
    {
      wire: async (url) => {
        const { hostname, pathname } = new URL(url);
        sites.requests.push({ at: clock.now(), host: hostname, path: pathname, record: asker });
        await clock.wait(sites.latencyMs);
        return sites.answer(hostname, pathname);
      },
      isGranted: async (url) => sites.isGranted(url),
      log: {
        add: async ({ record }) => {
          asker = record;
          return true;
        },
        lines: async () => [],
        clear: async () => undefined,
        drop: async () => undefined,
      },
      // Nothing is kept: whatever is asked twice is seen.
      cache: { find: async () => undefined, keep: async () => undefined, clear: async () => undefined },
      keyOf: async () => undefined,
      clock,
      isOnline: () => true,
    },
    WEB_LIMITS,
  );
  const access = {
    ...ports.sites,
    state: async (url: string): Promise<SiteState> => (sites.isGranted(url) ? 'granted' : 'askable'),
  };
  const runner = { name: ports.ids.next(), isAlone, signal: control.signal, bell: createBell() };
  const running = runEnrichQueue({ ...ports, store, clock, web, sites: access }, runner);
  return {
    kill: () => {
      life.isOver = true;
      for (const stop of watches) stop();
    },
    end: async () => {
      control.abort();
      await running;
    },
  };
}

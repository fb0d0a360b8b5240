import { wrap, type Remote } from 'comlink';

/** What is stopped may still end by itself: its worker has the columns in memory, and another would load them again. */
const STOPPED_MS = 200;
const OVERTAKEN_MS = 3000;

interface Running<T> {
  readonly remote: Remote<T>;
  /** Ends the worker with whatever it does. Once it has ended, `ended` resolves. */
  readonly end: () => void;
  readonly ended: Promise<undefined>;
}

type Asking<T, A> = (remote: Remote<T>) => Promise<A>;

/**
 * A worker that starts with the first call, and ends with a question that is stopped unless it holds something. The next call
 * starts another, of which everything that was asked beside is asked again.
 */
export class EndingWorker<T> {
  private readonly start: () => Worker;
  /** Whether something is in the worker that must not be lost. */
  private readonly isHolding: () => boolean;
  private running: Running<T> | undefined;
  private tasks = 0;

  constructor(start: () => Worker, isHolding: () => boolean) {
    this.start = start;
    this.isHolding = isHolding;
  }

  /** Does what cannot be done twice: the worker is kept for as long as it takes. */
  async task<A>(work: Asking<T, A>): Promise<A> {
    this.tasks++;
    try {
      return await work(this.current().remote);
    } finally {
      this.tasks--;
    }
  }

  /** Asks until there is an answer. */
  async ask<A>(question: Asking<T, A>): Promise<A> {
    for (;;) {
      const answer = await this.askOnce(question, this.current());
      if (answer) return answer.given;
    }
  }

  /** The same until the signal aborts; undefined when the question was ended. */
  async askUntil<A>(signal: AbortSignal, question: Asking<T, A>): Promise<A | undefined> {
    for (let used = this.current(); ; used = this.current()) {
      const unwatch = onAbort(signal, () => this.endUnlessHeld(used));
      const answer = await this.askOnce(question, used).finally(unwatch);
      if (answer) return answer.given;
      if (signal.aborted) return undefined;
    }
  }

  private async askOnce<A>(question: Asking<T, A>, used: Running<T>): Promise<{ readonly given: A } | undefined> {
    return Promise.race([question(used.remote).then((given) => ({ given })), used.ended]);
  }

  private current(): Running<T> {
    this.running ??= begin<T>(this.start());
    return this.running;
  }

  private endUnlessHeld(used: Running<T>): void {
    if (this.tasks > 0 || this.isHolding() || this.running !== used) return;
    this.running = undefined;
    used.end();
  }
}

function begin<T>(worker: Worker): Running<T> {
  const ending = new AbortController();
  const ended = new Promise<undefined>((resolve) => {
    ending.signal.addEventListener('abort', () => {
      worker.terminate();
      resolve(undefined);
    });
  });
  return { remote: wrap<T>(worker), end: () => ending.abort(), ended };
}

/** Calls back a little after the abort, unless what it is about was done before. Gives how to say so. */
function onAbort(signal: AbortSignal, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    timer = setTimeout(act, signal.reason === 'overtaken' ? OVERTAKEN_MS : STOPPED_MS);
  };
  signal.addEventListener('abort', wait, { once: true });
  return () => {
    signal.removeEventListener('abort', wait);
    clearTimeout(timer);
  };
}

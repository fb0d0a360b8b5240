import { startTransition, useEffect, useState } from 'react';
import type { NotebookRun, RunRequest } from '@/src/app/cell-result';
import type { FigureWatch, MovedFigures } from '@/src/app/figure-watch';
import { useInterface } from '../../app-context';

/** A run as the page sees it. */
export interface OpenRun {
  readonly standings: NotebookRun['standings'];
  /** Something runs, or is about to. */
  readonly busy: boolean;
  readonly trusted: boolean;
  /** What a changed file did to the figures, when all of them are there. */
  readonly moved: MovedFigures | undefined;
  readonly dismissMoved: () => void;
  readonly run: (key: string) => void;
  /** Without a key everything. */
  readonly stop: (key?: string) => void;
  readonly trust: () => void;
}

/** How a notebook is opened. */
export interface Opening {
  /** Its name, or its id, under which its figures are remembered. */
  readonly id: string;
  readonly trusted: boolean;
  /** Awaited before a program of the user runs. That of the first drawing counts. */
  readonly beforeJs: () => Promise<void>;
}

/**
 * Runs a notebook as long as it is shown, and again what a new request has made stale. What cells give is drawn in slices:
 * tables and charts of many customers never hold the page up.
 */
export function useNotebookRun(request: RunRequest, opening: Opening): OpenRun {
  const { app } = useInterface();
  const [followed] = useState(
    () => new FollowedRun(app.notebooks.start(opening), app.notebooks.watchFigures(opening.id)),
  );
  const [shown, setShown] = useState(() => followed.shown());
  useEffect(() => {
    const draw = (): void => setShown(followed.shown());
    const unwatch = followed.watch(() => (followed.isStopping ? draw() : startTransition(draw)));
    return () => {
      unwatch();
      followed.stop();
    };
  }, [followed]);
  useEffect(() => followed.update(request), [followed, request]);
  const { run, stop, trust, dismissMoved } = followed;
  return { ...shown, run, stop, trust, dismissMoved };
}

/** A run that knows whether anything of it is still to come. */
class FollowedRun {
  private readonly engine: NotebookRun;
  private readonly figures: FigureWatch;
  private waiting = 0;
  private isStarted = false;
  /** Whoever stops something is to see it at once. */
  isStopping = false;
  private readonly listeners = new Set<() => void>();

  constructor(engine: NotebookRun, figures: FigureWatch) {
    this.engine = engine;
    this.figures = figures;
  }

  shown(): Pick<OpenRun, 'standings' | 'busy' | 'trusted' | 'moved'> {
    const { standings, trusted } = this.engine;
    const busy = !this.isStarted || this.waiting > 0;
    return { standings, trusted, busy, moved: busy ? undefined : this.figures.moves(standings) };
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    const unwatch = this.engine.watch(listener);
    return () => {
      this.listeners.delete(listener);
      unwatch();
    };
  }

  update(request: RunRequest): void {
    this.isStarted = true;
    this.figures.begin(request, this.engine.standings, () => this.tell());
    this.follow(this.engine.update(request));
  }

  readonly run = (key: string): void => this.follow(this.engine.run(key));

  readonly stop = (key?: string): void => {
    this.isStopping = true;
    this.engine.stop(key);
  };

  readonly dismissMoved = (): void => {
    this.figures.dismiss();
    this.tell();
  };

  readonly trust = (): void => this.follow(this.engine.trust());

  private follow(work: Promise<void>): void {
    this.waiting++;
    this.isStopping = false;
    this.tell();
    void work.finally(() => this.end());
  }

  private end(): void {
    this.waiting--;
    this.tell();
    // Where nothing can be remembered, nothing is.
    if (this.waiting === 0) this.figures.settle(this.engine.standings).catch(() => undefined);
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

import { moved, type Moves } from '@/src/domain/notebook/moved';
import type { ShownFigures } from '@/src/domain/notebook/shown-figures.kind';
import type { NotebookRun, RunRequest } from './cell-result';
import { figuresOf } from './figures-of';
import type { FigureMemory } from './shown-figures';

/** What a file does to the figures of a notebook. */
export interface MovedFigures extends Moves {
  /** The dataset that the figures before were of. */
  readonly against: string;
}

type Standings = NotebookRun['standings'];

/**
 * Compares the figures of a notebook with those it showed before its file changed, or before another was chosen; when it is
 * opened, with those it showed last, whenever that was.
 */
export class FigureWatch {
  private readonly memory: FigureMemory;
  private request: RunRequest | undefined;
  /** What is compared with. */
  private before: ShownFigures | undefined;
  /** What the memory holds. */
  private kept: ShownFigures | undefined;
  /** Resolves when what was remembered is there, if anything was. */
  private loading: Promise<void> = Promise.resolve();

  constructor(memory: FigureMemory) {
    this.memory = memory;
  }

  /**
   * To be called before a run takes a request, with how its cells stand till then.
   * @param onFound called when figures of an earlier time are there to compare with.
   */
  begin(request: RunRequest, standings: Standings, onFound: () => void): void {
    const { request: last } = this;
    this.request = request;
    if (!last) this.loading = this.load(onFound);
    else if (!isOfFile(fileOf(last), request))
      this.takeAsBefore({ ...fileOf(last), figures: figuresOf(last, standings) });
  }

  /** Undefined where there is nothing to compare with, or nothing of it can be compared. */
  moves(standings: Standings): MovedFigures | undefined {
    const { request, before } = this;
    if (!request || !before || isOfFile(before, request)) return undefined;
    const moves = moved(before.figures, figuresOf(request, standings));
    return moves.compared === 0 ? undefined : { ...moves, against: before.dataset };
  }

  /** To be called when a run has nothing left to do. Resolves when its figures are kept. */
  async settle(standings: Standings): Promise<void> {
    await this.loading;
    const { request, kept } = this;
    if (!request) return;
    const figures = figuresOf(request, standings);
    const known = kept && isOfFile(kept, request) ? kept.figures : {};
    if (Object.keys(figures).every((name) => Object.hasOwn(known, name))) return;
    // What was shown first of a file stays: others may be of parameters tried in passing.
    this.kept = { ...fileOf(request), figures: { ...figures, ...known } };
    await this.memory.keep(this.kept);
  }

  /** The user has seen it. */
  dismiss(): void {
    this.before = undefined;
  }

  private async load(onFound: () => void): Promise<void> {
    // Where nothing can be read, nothing was shown.
    this.kept = await this.memory.last().catch(() => undefined);
    if (this.before || !this.kept) return;
    this.before = this.kept;
    onFound();
  }

  private takeAsBefore(shown: ShownFigures): void {
    if (Object.keys(shown.figures).length > 0) this.before = shown;
  }
}

function fileOf({ dataset, datasetHash }: RunRequest): Omit<ShownFigures, 'figures'> {
  return { dataset: dataset ?? '', hash: datasetHash };
}

function isOfFile({ dataset, hash }: Omit<ShownFigures, 'figures'>, request: RunRequest): boolean {
  const now = fileOf(request);
  return dataset === now.dataset && hash === now.hash;
}

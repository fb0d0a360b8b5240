import { cellDigests } from '@/src/domain/notebook/cell-digest';
import { affectedBy, DATASET, graphOf, type NotebookGraph } from '@/src/domain/notebook/graph';
import { inputsOf, inputValues, type InputValues } from '@/src/domain/notebook/input';
import { cellBlocks, type CellBlock } from '@/src/domain/notebook/notebook';
import type { CellError, CellResult, CellStanding, CellState, NotebookRun, RunRequest } from './cell-result';
import { failed, runCell, type CellPorts } from './run-cell';

export interface RunDeps extends CellPorts {
  /** Shipped notebooks are, and those the user wrote; those from files are not. */
  readonly trusted: boolean;
  /** Saves what is unsaved. Awaited before a program of the user runs, which may take the page down. */
  readonly beforeJs?: () => Promise<void>;
}

/**
 * A run that keeps what cells gave and runs what a change has made stale: one cell after another, in the order of the graph.
 * A cell that fails holds up only those that need it. Before `trust` nothing runs of a notebook that is not trusted.
 */
export function createNotebookRun(deps: RunDeps): NotebookRun {
  return new Engine(deps);
}

/** All that is known of a request before anything runs. */
interface Plan {
  readonly request: RunRequest;
  readonly blocks: ReadonlyMap<string, CellBlock>;
  readonly graph: NotebookGraph;
  readonly inputs: InputValues;
  readonly digests: ReadonlyMap<string, string>;
}

interface Given {
  /** Of what it was computed; empty where it is to be computed again whatever happens. */
  readonly digest: string;
  readonly result: CellResult;
}

class Engine implements NotebookRun {
  trusted: boolean;
  standings: ReadonlyMap<string, CellStanding> = new Map();
  private readonly deps: RunDeps;
  private plan: Plan | undefined;
  /** By key, what a cell gave and how it failed last. */
  private readonly gave = new Map<string, Given>();
  private readonly failures = new Map<string, Given>();
  /** Digests of heavy cells that were clicked. */
  private readonly clicked = new Set<string>();
  private running: { readonly key: string; readonly digest: string; readonly abort: AbortController } | undefined;
  private held = false;
  private pumping: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(deps: RunDeps) {
    this.deps = deps;
    this.trusted = deps.trusted;
  }

  update(request: RunRequest): Promise<void> {
    this.plan = planOf(request);
    this.held = false;
    for (const key of [...this.gave.keys(), ...this.failures.keys()]) if (!this.plan.blocks.has(key)) this.forget(key);
    const { running } = this;
    if (running && this.plan.digests.get(running.key) !== running.digest) running.abort.abort('overtaken');
    return this.settle();
  }

  run(key: string): Promise<void> {
    const { plan } = this;
    if (!plan) return Promise.resolve();
    this.held = false;
    for (const touched of affectedBy(plan.graph, [key])) {
      this.failures.delete(touched);
      this.clicked.delete(plan.digests.get(touched) ?? '');
      const given = this.gave.get(touched);
      if (given) this.gave.set(touched, { ...given, digest: '' });
    }
    for (const needed of [...this.unready(key), key]) {
      this.failures.delete(needed);
      this.clicked.add(plan.digests.get(needed) ?? '');
    }
    if (this.running?.key === key) this.running.abort.abort('overtaken');
    return this.settle();
  }

  stop(key?: string): void {
    if (key === undefined) this.held = true;
    const { running } = this;
    if (!running || (key !== undefined && running.key !== key)) return;
    this.failures.set(running.key, { digest: running.digest, result: failed({ code: 'cancelled' }) });
    running.abort.abort();
  }

  trust(): Promise<void> {
    this.trusted = true;
    return this.settle();
  }

  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Runs until nothing is left that may run. */
  private async settle(): Promise<void> {
    this.tell();
    while (this.pumping || this.next() !== undefined) {
      this.pumping ??= this.pump().finally(() => (this.pumping = undefined));
      await this.pumping;
    }
  }

  private async pump(): Promise<void> {
    for (let key = this.next(); key !== undefined; key = this.next()) await this.runOne(key);
  }

  /** The first cell that is to run now. */
  private next(): string | undefined {
    const { plan } = this;
    if (!plan || !this.trusted || this.held || this.running) return undefined;
    return plan.graph.order.find((key) => {
      const state = this.standings.get(key)?.state;
      return (state === 'new' || state === 'stale') && this.isReady(key);
    });
  }

  private isReady(key: string): boolean {
    const sources = this.plan?.graph.nodes.get(key)?.sources ?? [];
    return sources.every((source) => (this.standings.get(source)?.state ?? 'fresh') === 'fresh');
  }

  private async runOne(key: string): Promise<void> {
    const { plan } = this;
    const block = plan?.blocks.get(key);
    const digest = plan?.digests.get(key);
    if (!plan || !block || digest === undefined) return;
    const abort = new AbortController();
    this.running = { key, digest, abort };
    this.tell();
    const ended = new Promise<undefined>((resolve) => abort.signal.addEventListener('abort', () => resolve(undefined)));
    // Whoever does not listen to the signal is not waited for.
    const result = await Promise.race([this.execute(plan, block, abort.signal), ended]);
    this.running = undefined;
    if (result && !abort.signal.aborted) this.keep(key, { digest, result });
    this.tell();
  }

  private async execute(plan: Plan, { key, cell }: CellBlock, signal: AbortSignal): Promise<CellResult> {
    try {
      if (cell.kind === 'js') await this.deps.beforeJs?.();
      return await runCell(this.deps, cell, {
        dataset: plan.request.dataset,
        values: plan.inputs.values,
        sources: plan.graph.nodes.get(key)?.sources ?? [],
        resultOf: (source) => this.gave.get(source)?.result,
        signal,
      });
    } catch (thrown) {
      // An engine that has died must not take the others with it.
      return failed({ code: 'cell-failed', detail: thrown instanceof Error ? thrown.message : String(thrown) });
    }
  }

  private keep(key: string, given: Given): void {
    this.failures.delete(key);
    (given.result.kind === 'failed' ? this.failures : this.gave).set(key, given);
  }

  private forget(key: string): void {
    this.gave.delete(key);
    this.failures.delete(key);
  }

  /** The sources of a cell, of any depth, that have nothing to give as they are. */
  private unready(key: string): string[] {
    const found = new Set<string>();
    const waiting = [key];
    for (const next of waiting) {
      for (const source of this.plan?.graph.nodes.get(next)?.sources ?? []) {
        if (found.has(source) || (this.standings.get(source)?.state ?? 'fresh') === 'fresh') continue;
        found.add(source);
        waiting.push(source);
      }
    }
    return [...found];
  }

  private tell(): void {
    const { plan } = this;
    if (plan) {
      const standings = new Map<string, CellStanding>();
      const behind = [...plan.blocks.keys()].filter((key) => !plan.digests.has(key));
      for (const key of [...plan.graph.order, ...behind]) {
        const block = plan.blocks.get(key);
        if (block && isRunnable(block)) standings.set(key, this.standingOf(plan, block, standings));
      }
      this.standings = new Map(
        [...plan.blocks.keys()].flatMap((key) => {
          const standing = standings.get(key);
          return standing ? [[key, standing] as const] : [];
        }),
      );
    }
    for (const listener of this.listeners) listener();
  }

  private standingOf(plan: Plan, block: CellBlock, before: ReadonlyMap<string, CellStanding>): CellStanding {
    const given = this.gave.get(block.key)?.result;
    const error = hindrance(plan, block, before, this.deps.cells !== undefined) ?? this.failureOf(plan, block.key);
    const state = this.stateOf(plan, block, error !== undefined);
    return {
      state,
      ...(given && given.kind !== 'failed' ? { result: given } : {}),
      ...(error && state === 'failed' ? { error } : {}),
    };
  }

  private stateOf(plan: Plan, { key, heavy }: CellBlock, isHindered: boolean): CellState {
    if (!this.trusted) return 'untrusted';
    if (this.running?.key === key) return 'running';
    if (isHindered) return 'failed';
    const digest = plan.digests.get(key) ?? '';
    const given = this.gave.get(key);
    if (given?.digest === digest) return 'fresh';
    if (heavy && !this.clicked.has(digest)) return 'waiting';
    return given ? 'stale' : 'new';
  }

  /** How the cell failed, when it was what it is now. */
  private failureOf(plan: Plan, key: string): CellError | undefined {
    const failure = this.failures.get(key);
    if (!failure || failure.digest !== plan.digests.get(key)) return undefined;
    return failure.result.kind === 'failed' ? failure.result.error : undefined;
  }
}

/** Why a cell cannot run, as things are. */
function hindrance(
  plan: Plan,
  { key, cell }: CellBlock,
  before: ReadonlyMap<string, CellStanding>,
  hasCells: boolean,
): CellError | undefined {
  const { sources = [], missing = [] } = plan.graph.nodes.get(key) ?? {};
  const cycle = plan.graph.cycles.find((keys) => keys.includes(key));
  if (cycle) return { code: 'cycle', name: cycle.join(' → ') };
  if (missing[0] !== undefined) return { code: 'no-source', name: missing[0] };
  for (const source of sources) {
    const error = sourceError(plan, source, before);
    if (error) return error;
  }
  return !hasCells && (cell.kind === 'sql' || cell.kind === 'js') ? { code: 'not-runnable' } : undefined;
}

function sourceError(plan: Plan, source: string, before: ReadonlyMap<string, CellStanding>): CellError | undefined {
  if (source === DATASET) return plan.request.dataset === undefined ? { code: 'no-dataset' } : undefined;
  if (source.startsWith('$')) {
    const allowed = plan.inputs.refused.get(source.slice(1));
    return allowed === undefined ? undefined : { code: 'not-allowed', name: source.slice(1), allowed };
  }
  // What does not run has no standing: a cell that cannot be read, or one behind a cycle.
  return (before.get(source)?.state ?? 'failed') === 'failed' ? { code: 'source-failed', name: source } : undefined;
}

function isRunnable({ cell }: CellBlock): boolean {
  return cell.kind !== 'kept' && cell.kind !== 'input';
}

function planOf(request: RunRequest): Plan {
  const { notebook, dataset, datasetHash, given } = request;
  const graph = graphOf(notebook);
  const inputs = inputValues(inputsOf(notebook), given);
  return {
    request,
    blocks: new Map(cellBlocks(notebook).map((block) => [block.key, block])),
    graph,
    inputs,
    digests: cellDigests(notebook, graph, inputs, `${dataset ?? ''} ${datasetHash}`),
  };
}

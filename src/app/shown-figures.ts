import type { BatchId, RecordId } from '@/src/kernel/ids';
import type { ValueType } from '@/src/domain/analysis/result';
import { isFigure, type Figure, type Figures } from '@/src/domain/notebook/moved';
import { shownFigures, type ShownFigures } from '@/src/domain/notebook/shown-figures.kind';
import { actingName } from './acting';
import type { NotebookPorts } from './notebooks';

/** Where the figures that a notebook showed last are kept. */
export interface FigureMemory {
  last(): Promise<ShownFigures | undefined>;
  keep(shown: ShownFigures): Promise<void>;
}

/**
 * The memory of one notebook, by its name or id: one record beside the settings, without a place in the list of what was
 * done. Where it cannot be written nothing is said: it is a convenience.
 */
export function figureMemory(ports: NotebookPorts, newBatch: () => BatchId, notebook: string): FigureMemory {
  const { store, clock } = ports;
  const { name, table } = shownFigures;
  // Safe: like settings, these records are called by what they are about.
  const record = `${name} ${notebook}` as RecordId;
  return {
    last: async () => readShown((await store.row(table, record))?.fields),
    keep: async (shown) => {
      const exists = (await store.row(table, record)) !== undefined;
      await store.commit({
        id: newBatch(),
        actor: await actingName(store),
        wall: clock.now(),
        cause: 'setting',
        changes: [
          exists
            ? { set: record, kind: name, values: { ...shown } }
            : { make: record, kind: name, fields: { ...shown } },
        ],
      });
    },
  };
}

/** A backup may have brought anything. */
function readShown(fields: Readonly<Record<string, unknown>> | undefined): ShownFigures | undefined {
  const { dataset, hash, figures } = fields ?? {};
  if (typeof dataset !== 'string' || typeof hash !== 'string' || typeof figures !== 'object') return undefined;
  return { dataset, hash, figures: readFigures(figures ?? {}) };
}

function readFigures(figures: object): Figures {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, figure]: [string, unknown]): [string, Figure][] => {
      if (typeof figure !== 'object' || figure === null) return [];
      const { value, type, question }: { value?: unknown; type?: unknown; question?: unknown } = figure;
      // Safe: what is no such type is no figure.
      const of = type as ValueType;
      return isFigure(value, of) && typeof question === 'string' ? [[name, { value, type: of, question }]] : [];
    }),
  );
}

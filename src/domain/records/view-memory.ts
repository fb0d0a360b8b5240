import type { ViewField } from './custom-field.kind';
import type { Path, Row } from './record';
import type { Reading } from './view';

export interface Sort {
  readonly path: Path;
  readonly descending: boolean;
}

/** Rows, and beside each its texts, folded. */
export interface Texts {
  readonly rows: readonly Row[];
  readonly texts: readonly string[];
}

/** What was worked out about rows and lists of them, which are never changed in place. It goes when they go. */
interface ViewMemory {
  /** All texts of a row, folded. */
  readonly texts: WeakMap<Row, string>;
  /** The order a list was last put in. */
  readonly sorted: WeakMap<readonly Row[], Sort & { readonly rows: readonly Row[] }>;
  /** The texts of a list, and what it was last searched for. */
  readonly searched: WeakMap<readonly Row[], { readonly all: Texts; readonly wanted: string; readonly found: Texts }>;
}

const MEMORIES = new WeakMap<Reading, WeakMap<readonly ViewField[], ViewMemory>>();

/** One memory for each reading of the same fields: what rows are called that they point to may change, they themselves not. */
export function memoryOf(reading: Reading, fields: readonly ViewField[]): ViewMemory {
  const ofReading = MEMORIES.get(reading) ?? new WeakMap<readonly ViewField[], ViewMemory>();
  const memory = ofReading.get(fields) ?? { texts: new WeakMap(), sorted: new WeakMap(), searched: new WeakMap() };
  MEMORIES.set(reading, ofReading.set(fields, memory));
  return memory;
}

import type { ViewField } from './custom-field.kind';
import type { Path, Row } from './record';
import type { Reading } from './view';

export interface Sort {
  readonly path: Path;
  readonly descending: boolean;
}

/** What was worked out about rows and lists of them, which are never changed in place. It goes when they go. */
interface ViewMemory {
  /** All texts of a row, folded. */
  readonly texts: WeakMap<Row, string>;
  /** The order a list was last put in. */
  readonly sorted: WeakMap<readonly Row[], Sort & { readonly rows: readonly Row[] }>;
  /** What a list was last searched for. */
  readonly found: WeakMap<readonly Row[], { readonly wanted: string; readonly rows: readonly Row[] }>;
}

const MEMORIES = new WeakMap<Reading, WeakMap<readonly ViewField[], ViewMemory>>();

/** One memory for each reading of the same fields: what rows are called that they point to may change, they themselves not. */
export function memoryOf(reading: Reading, fields: readonly ViewField[]): ViewMemory {
  const ofReading = MEMORIES.get(reading) ?? new WeakMap<readonly ViewField[], ViewMemory>();
  const memory = ofReading.get(fields) ?? { texts: new WeakMap(), sorted: new WeakMap(), found: new WeakMap() };
  MEMORIES.set(reading, ofReading.set(fields, memory));
  return memory;
}

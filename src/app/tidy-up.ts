import type { BatchId } from '@/src/kernel/ids';
import { emptyBin, type BinPorts } from './recycle-bin';

/**
 * What is due whenever the workspace opens: deletions whose retention has ended become final. A database of a newer version
 * is left alone. Throws when the store refuses, for nobody asked and nobody can be answered.
 */
export async function tidyUp(ports: BinPorts, id: BatchId): Promise<void> {
  if (ports.store.readOnly) return;
  const emptied = await emptyBin(ports, id, 'expired');
  if (!emptied.ok) throw new Error(`expired deletions could not be made final: ${emptied.error.code}`);
}

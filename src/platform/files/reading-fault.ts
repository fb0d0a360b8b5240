import type { FileError } from '@/src/app/ports/datasets';
import { isFileChanged } from './blob-content';

/** What it means that reading a file failed. What browsers say of a changed file differs with the way it was read. */
export async function readingFault(file: Blob, thrown: unknown, signal: AbortSignal): Promise<FileError> {
  if (signal.aborted) return { code: 'cancelled' };
  const isThere = !isFileChanged(thrown) && (await isReadable(file));
  return { code: isThere ? 'unreadable' : 'changed', detail: String(thrown) };
}

async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

import { wrap, type Remote } from 'comlink';
import type { ContactFiles } from '@/src/app/ports/contact-files';
import type { ContactWorker } from './contact-worker';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Reading and writing of contact files in a worker that starts with the first call. */
export function createContactFiles(): ContactFiles {
  let remote: Remote<ContactWorker> | undefined;
  const worker = (): Remote<ContactWorker> => {
    remote ??= wrap<ContactWorker>(new Worker(new URL('./contact-worker.ts', import.meta.url), { type: 'module' }));
    return remote;
  };
  return {
    read: (file, home) => worker().read(file, home),
    writeSheet: async (rows) => new Blob([await worker().write(rows)], { type: XLSX }),
  };
}

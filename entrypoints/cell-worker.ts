import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveWorker } from '@/src/platform/cells/js/cell-worker';

/** The worker in which the text of a js cell runs, and nowhere else. */
export default defineUnlistedScript(() => serveWorker());

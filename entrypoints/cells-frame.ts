import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveFrame } from '@/src/platform/cells/js/cells-frame';

/** The script of the sandboxed page. Not a module: a page without an origin cannot load one. */
export default defineUnlistedScript(() => serveFrame());

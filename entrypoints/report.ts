import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReport } from '@/src/ui/charts/report';

/** Not run by the extension: its text goes into the pages that notebooks are saved as. */
export default defineUnlistedScript(startReport);

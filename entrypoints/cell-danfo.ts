import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerDanfo } from '@/src/platform/cells/js/offer-danfo';

/** danfojs for js cells that speak of it. */
export default defineUnlistedScript(() => offerDanfo());

import { gleif } from './gleif';
import { ownSite } from './own-site';
import type { Provider } from './provider';

/** The sources that a company can be enriched from, in the order they are asked. */
export const PROVIDERS: readonly Provider[] = [ownSite, gleif];

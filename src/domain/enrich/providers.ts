import { companiesHouse } from './companies-house';
import { gleif } from './gleif';
import { ownSite } from './own-site';
import type { Provider } from './provider';
import { wikidata } from './wikidata';

/** The sources that a company can be enriched from, in the order they are asked. */
export const PROVIDERS: readonly Provider[] = [ownSite, gleif, wikidata, companiesHouse];

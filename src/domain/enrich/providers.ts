import { companiesHouse } from './companies-house';
import { dns } from './dns';
import { gleif } from './gleif';
import { ownSite } from './own-site';
import type { Provider } from './provider';
import { rdap } from './rdap';
import { vies } from './vies';
import { wikidata } from './wikidata';

/** The sources that a company can be enriched from, in the order they are asked. */
export const PROVIDERS: readonly Provider[] = [ownSite, dns, rdap, gleif, wikidata, vies, companiesHouse];

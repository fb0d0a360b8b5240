import { companiesHouse } from './sources/companies-house';
import { dns } from './sources/dns';
import { gleif } from './sources/gleif';
import { ownSite } from './site/own-site';
import type { Provider } from './provider';
import { rdap } from './sources/rdap';
import { vies } from './sources/vies';
import { wikidata } from './sources/wikidata';

/** The sources that a company can be enriched from, in the order they are asked. */
export const PROVIDERS: readonly Provider[] = [ownSite, dns, rdap, gleif, wikidata, vies, companiesHouse];

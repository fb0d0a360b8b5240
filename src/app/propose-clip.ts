import type { RecordId } from '@/src/kernel/ids';
import { companyNamedIn } from '@/src/domain/clips/named-company';
import {
  proposeClip,
  type ClipPage,
  type ClipProposal,
  type ClipValue,
  type ClipValues,
} from '@/src/domain/clips/propose-clip';
import { ownDomain } from '@/src/domain/identity/domain-name';
import { regionsOf } from '@/src/domain/identity/region';
import { valuesIn } from '@/src/domain/parties/party-traits';
import type { Row } from '@/src/domain/records/record';
import { currencyOfRegion } from './read-input';
import { readSettings } from './settings';
import type { Store } from './ports/store';
import type { Clock } from './ports/world';

/**
 * What a selected text most likely is, with the company it is about where that is on file: the one whose site the page is,
 * else one that the text names. Amounts without a currency are read by the country of the site, else the user's own.
 * @param companies all that are on file.
 */
export async function proposeClipFor(
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  { text, page }: { readonly text: string; readonly page: ClipPage },
  companies: () => Promise<readonly Row[]>,
): Promise<ClipProposal> {
  const home = (await readSettings(store))['home-region'] ?? '';
  const host = /^https?:\/\/([^/:?#]{1,253})/i.exec(page.url)?.[1] ?? '';
  const currency = currencyOfRegion(regionsOf({ countries: [], host, lang: '' }, home)[0] ?? '');
  const today = clock.today();
  const proposal = proposeClip(text, page, { today, ...(currency === undefined ? {} : { currency }) });
  const company = (await ownerOfSite(store, page)) ?? (await namedIn(`${proposal.text}\n${page.title}`, companies));
  if (!company) return proposal;
  const link: ClipValues = { company };
  return {
    ...proposal,
    values: {
      'price-observation': { ...proposal.values['price-observation'], competitor: company },
      'account-event': { ...proposal.values['account-event'], ...link },
      'account-fact': { ...proposal.values['account-fact'], ...link },
    },
  };
}

async function ownerOfSite(store: Store, { url }: ClipPage): Promise<ClipValue | undefined> {
  const domain = ownDomain(url);
  if (domain === undefined) return undefined;
  const row = (await store.rowsByKeys([`domain:${domain}`])).find(({ kind }) => kind === 'company');
  return row && { text: row.id, from: 'page-address', raw: domain };
}

async function namedIn(text: string, companies: () => Promise<readonly Row[]>): Promise<ClipValue | undefined> {
  const named = (await companies()).map(({ id, fields }) => {
    const values = valuesIn(fields);
    return { id, names: [...values('name'), ...values('legalName')] };
  });
  const found = companyNamedIn<RecordId>(text, named);
  return found && { text: found.id, from: 'text', raw: found.name };
}

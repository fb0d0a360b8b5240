import { ownDomain } from '../../identity/domain-name';
import { isFreeMail } from '../../identity/public-hosts';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { publicAddress } from './public-address';

export interface SiteAddress {
  readonly url: string;
  /** Where only the host is known: the same without encryption. */
  readonly otherwise?: string;
}

/**
 * Where the company's own site is: its website; where none is filed, the domain of a mailbox that is nobody's free mail, or a
 * name that is a domain. Undefined where nothing leads to a site of its own: a page on a portal is not one.
 */
export function siteOf({ website, emails, name }: CompanyFields): SiteAddress | undefined {
  const mail = valuesOf(emails).map((email) => email.slice(email.lastIndexOf('@') + 1));
  const given = website ? [website.value] : [...mail.filter((host) => !isFreeMail(host)), name.value];
  for (const text of given) {
    const address = addressOf(text.trim());
    if (address) return address;
  }
  return undefined;
}

function addressOf(text: string): SiteAddress | undefined {
  const hasScheme = /^https?:\/\//i.test(text);
  // A name of a company is not a host because it has a point: `Dr. Quill`.
  if (!hasScheme && (/\s/.test(text) || !/\.\p{L}{2,}(?:\/|$)/u.test(text))) return undefined;
  const url = publicAddress(hasScheme ? text : `https://${text}`);
  if (!url || ownDomain(url.hostname) === undefined) return undefined;
  const whole = `${url.origin}${url.pathname}`;
  return hasScheme ? { url: whole } : { url: whole, otherwise: whole.replace(/^https/, 'http') };
}

/** The host of a site and its twin: `www.acme.de` for `acme.de`, and the other way round. */
export function hostsOf(url: string): readonly string[] {
  const { hostname } = new URL(url);
  const bare = hostname.replace(/^www\./, '');
  return [bare, `www.${bare}`];
}

/** Whether an address is on the site of another: its host or the twin of it, nobody's inner network. */
export function isOnSite(address: string, site: string): boolean {
  const url = publicAddress(address);
  return url !== undefined && hostsOf(site).includes(url.hostname);
}

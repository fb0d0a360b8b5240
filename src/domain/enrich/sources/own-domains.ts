import type { CompanyField } from '../../capture/found';
import { ownDomain } from '../../identity/domain-name';
import { isFreeMail } from '../../identity/public-hosts';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesOf } from '../../parties/contact-values';
import { publicAddress } from '../site/public-address';
import { siteOf } from '../site/site-address';

/** The name of a host of a company's own, as it is asked for: lower case, without letters beyond ASCII. */
export interface OwnHost {
  readonly host: string;
  /** The field of the record that it is from. */
  readonly field: CompanyField;
}

/** The hosts of its own mailboxes, each once, in the order of the mailboxes: no free mail, no portal, nobody's inner network. */
export function mailHosts({ emails }: Pick<CompanyFields, 'emails'>): readonly OwnHost[] {
  const hosts = valuesOf(emails).flatMap((email) => {
    const host = publicAddress(`https://${email.slice(email.lastIndexOf('@') + 1)}/`)?.hostname;
    const domain = host === undefined ? undefined : ownDomain(host);
    return host === undefined || domain === undefined || isFreeMail(host) || isFreeMail(domain) ? [] : [host];
  });
  return [...new Set(hosts)].map((host) => ({ host, field: 'emails' }));
}

/** The host of its site, without a `www` in front. Undefined where nothing leads to a site of its own. */
export function siteHost(company: CompanyFields): OwnHost | undefined {
  const site = siteOf(company);
  if (!site) return undefined;
  const { hostname } = new URL(site.url);
  const isMail = mailHosts(company).some(({ host }) => host === hostname);
  return { host: hostname.replace(/^www\./, ''), field: company.website ? 'website' : isMail ? 'emails' : 'name' };
}

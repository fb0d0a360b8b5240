import type { CompanyFields } from '../../parties/company.kind';
import { listAt, textAt, valueAt } from './json-at';
import { mailHosts, siteHost, type OwnHost } from './own-domains';
import type { DnsServer, RegisterAnswer, RegisterProvider, Remark } from '../provider';
import { siteOf } from '../site/site-address';

/** Where the servers answer, and what they have to be asked for. */
const SERVERS: Readonly<Record<DnsServer, { readonly host: string; readonly path: string; readonly accept?: string }>> =
  {
    google: { host: 'dns.google', path: '/resolve' },
    cloudflare: { host: 'cloudflare-dns.com', path: '/dns-query', accept: 'application/dns-json' },
  };

/** Numbers of the kinds of records, and of the answers that say something. @source RFC 1035, RFC 3596, RFC 6895 */
const TYPES = { MX: 15, A: 1, AAAA: 28 };
type RecordType = keyof typeof TYPES;
/** Each is asked only where those before it are empty. */
const IN_TURN: readonly RecordType[] = ['MX', 'A', 'AAAA'];
const NO_ERROR = 0;
const NO_SUCH_DOMAIN = 3;

/** Domains of one company that are worth a question. */
const MOST_DOMAINS = 2;
const MOST_REQUESTS = 3;

/** Who receives mail to the company's domains, by the name system. Nothing is sent to the mailboxes themselves. */
export const dns: RegisterProvider = {
  id: 'dns',
  asks: 'register',
  isOnAtFirst: false,
  needsKey: false,
  personalData: false,
  mostRequests: MOST_REQUESTS,
  sends: ['emails', 'website', 'name'],
  hosts: (company, choices) => (mailHosts(company).length > 0 || siteOf(company) ? [SERVERS[choices.dns].host] : []),
  next: (company, answers, choices) => {
    if (answers.length >= MOST_REQUESTS) return undefined;
    const { host: server, path, accept } = SERVERS[choices.dns];
    for (const { host, field } of domainsOf(company)) {
      const type = toAsk(host, answers);
      if (!type) continue;
      const url = `https://${server}${path}?name=${encodeURIComponent(host)}&type=${type}`;
      return { url, step: stepOf(host, type), fields: [field], answersAll: true, ...(accept ? { accept } : {}) };
    }
    return undefined;
  },
  parse: (company, answers) => ({
    suggestions: [],
    remarks: domainsOf(company).flatMap(({ host }) => said(host, answers)),
  }),
};

function domainsOf(company: CompanyFields): readonly OwnHost[] {
  const mail = mailHosts(company).slice(0, MOST_DOMAINS);
  const site = mail.length > 0 ? undefined : siteHost(company);
  return site ? [site] : mail;
}

/** What is still to be asked of a domain: one without MX receives mail where it has an address. @source RFC 5321 §5.1 */
function toAsk(domain: string, answers: readonly RegisterAnswer[]): RecordType | undefined {
  return IN_TURN.find((type, i) => {
    const before = IN_TURN.slice(0, i).every((earlier) => isEmpty(answerOf(domain, earlier, answers), earlier));
    return before && !answerOf(domain, type, answers);
  });
}

/** Nothing where it is not certain: a server that fails says nothing of the domain. */
function said(domain: string, answers: readonly RegisterAnswer[]): Remark[] {
  const answer = answerOf(domain, 'MX', answers);
  const nobody: Remark = { provider: 'dns', code: 'no-mail', values: { domain } };
  const status = valueAt(answer?.body, 'Status');
  if (status === NO_SUCH_DOMAIN) return [nobody];
  if (status !== NO_ERROR) return [];
  const records = recordsOf(answer, 'MX').map((data) => MX.exec(data));
  const [best] = records
    .flatMap((record) => (record?.[2] && isHost(record[2]) ? [{ rank: Number(record[1]), host: record[2] }] : []))
    .sort((a, b) => a.rank - b.rank);
  if (best) return [{ provider: 'dns', code: 'mail', values: { domain, host: best.host.toLowerCase() } }];
  const takesNone = records.length > 0 && records.every((record) => record?.[2] === '');
  const isNowhere = IN_TURN.every((type) => isEmpty(answerOf(domain, type, answers), type));
  return takesNone || isNowhere ? [nobody] : [];
}

/** Preference and host, the root dot aside; an empty host says that the domain takes no mail. @source RFC 7505 */
const MX = /^(\d{1,5}) (\S{0,253}?)\.?$/;

function isHost(text: string): boolean {
  return text.length <= 253 && /^(?!-)[a-z\d-]{1,63}(?:\.(?!-)[a-z\d-]{1,63})+$/i.test(text);
}

/** Whether the server is certain that the domain has no record of the kind. */
function isEmpty(answer: RegisterAnswer | undefined, type: RecordType): boolean {
  return valueAt(answer?.body, 'Status') === NO_ERROR && recordsOf(answer, type).length === 0;
}

/** What stands in the records of a kind; those that lead to another name are not among them. */
function recordsOf(answer: RegisterAnswer | undefined, type: RecordType): string[] {
  const records = listAt(answer?.body, 'Answer').filter((one) => valueAt(one, 'type') === TYPES[type]);
  return records.map((one) => textAt(one, 'data') ?? '?');
}

function answerOf(domain: string, type: RecordType, answers: readonly RegisterAnswer[]): RegisterAnswer | undefined {
  return answers.find(({ step }) => step === stepOf(domain, type));
}

function stepOf(domain: string, type: RecordType): string {
  return `${type} ${domain}`;
}

import { at } from '@/src/kernel/assert';
import type { StoredRole } from '../tabular/dataset.kind';
import type { AggregateSource, Entity } from './aggregate-source';

/** By the names of their columns: where a file has mail addresses, web sites and codes of its customers. */
export interface TextColumns {
  readonly emails: readonly string[];
  readonly websites: readonly string[];
  readonly codes: readonly string[];
}

/** What a file says of a customer beside its sales. */
export interface CustomerTexts {
  readonly key: string;
  /** The key itself where the file has no name. */
  readonly label: string;
  readonly emails: readonly string[];
  readonly websites: readonly string[];
  readonly codes: readonly string[];
}

/** Of one sort: each column costs a pass over the file. */
const MOST_COLUMNS = 2;

const EMAIL = /e-?mail|\bmail\b|邮箱|郵箱|邮件|郵件|信箱|correo|courriel/i;
const WEBSITE = /web|homepage|url|domain|internet|\bsite|网站|網站|官网|官網|网址|網址|域名|主页|首頁/i;
const CODE =
  /\b(?:vat|uscc|lei|ust-?id\w*|tax (?:no|number|id)|(?:customer|client|account|debtor) ?(?:no|number|code|id))\b|kundennummer|信用代码|信用代碼|税号|稅號|統一編號|登记号|登記號|客户(?:编号|编码|代码|号)|客戶(?:編號|編碼|代碼|號)/i;

/** What the columns of a dataset are, by their headers; a role that was recognised or chosen goes before. */
export function textColumns(columns: readonly StoredRole[]): TextColumns {
  const named = (pattern: RegExp): string[] =>
    columns.flatMap(({ name, role }) => (role === null && pattern.test(name.slice(0, 200)) ? [name] : []));
  const ids = columns.flatMap(({ name, role }) => (role === 'customerId' ? [name] : []));
  const few = (names: readonly string[]): string[] => names.slice(0, MOST_COLUMNS);
  const emails = named(EMAIL);
  return {
    emails: few(emails),
    websites: few(named(WEBSITE).filter((name) => !emails.includes(name))),
    codes: few([...ids, ...named(CODE)]),
  };
}

/**
 * What a source says of each customer: in any order, also of one without a row above zero. Of a column the latest value that is not blank counts. A
 * column that the source cannot break down by gives nothing.
 */
export async function customerTexts(source: AggregateSource, columns: TextColumns): Promise<CustomerTexts[]> {
  const { keys, labels } = await source.entitySums({ entity: 'customer' });
  const [emails, websites, codes] = [
    await latest(source, columns.emails),
    await latest(source, columns.websites),
    await latest(source, columns.codes),
  ];
  return keys.map((key, i) => ({
    key,
    label: at(labels, i),
    emails: emails.get(key) ?? [],
    websites: websites.get(key) ?? [],
    codes: codes.get(key) ?? [],
  }));
}

async function latest(source: AggregateSource, names: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const dimension = `column:${name}` as const;
    if (!(source.entities as readonly Entity[]).includes(dimension)) continue;
    const { keys, values } = await source.customerValues({ dimension, at: 'last' });
    keys.forEach((key, i) => {
      const value = at(values, i);
      if (value !== '') found.set(key, [...(found.get(key) ?? []), value]);
    });
  }
  return found;
}

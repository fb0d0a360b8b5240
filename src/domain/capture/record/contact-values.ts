import { readAddresses } from '../address/text-address';
import { chineseParts } from '../address/chinese-address';
import { readEmails } from '../email/text-email';
import type { FoundValue } from '../found';
import { accountsInText } from '../im/text-accounts';
import { readIds } from '../register/text-ids';
import { readPhones } from '../text/phones';
import type { RegionMap } from '../text/region-map';
import type { Snapshot } from '../text/snapshot';
import { normalisePhone } from '../../identity/phone-number';
import { overlaps, type RecordText, type Span } from './record-text';
import type { LabelledSpan } from './labelled-spans';

/** A value with its place in the record's text, without its evidence. */
export type PlacedValue = Omit<FoundValue, 'sources'> & Span;

const LEAST = 0.6;
const LABELLED = 0.9;
const COMPOSED = 0.85;
const WEBSITE = 0.88;

const TOP_LEVEL =
  '(?:com|net|org|info|biz|cn|tw|hk|de|at|ch|eu|uk|io|co|fr|it|nl|us|ca|au|shop|store|online|tech|example)';
const WEB = new RegExp(
  `(?:https?:\\/\\/|(?<![\\w@.-])www\\.)[^\\s<>"'()\\[\\],;\\u3001\\u3002\\uff0c|]{3,200}|(?<![\\w@./-])(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\\.){1,3}${TOP_LEVEL}(?![\\w@-]|\\.\\w)(?:\\/[\\w./-]{0,80})?`,
  'gi',
);

/**
 * Everything in a record that a reader of its kind knows by its form: numbers, mailboxes, sites, accounts, addresses, register
 * numbers. What a label calls something else (a booth, products, hours) is left alone.
 */
export function contactValues(
  record: RecordText,
  labelled: readonly LabelledSpan[],
  regions: RegionMap,
): PlacedValue[] {
  const snapshot: Snapshot = { ...record, lines: [] };
  const emails: PlacedValue[] = readEmails(snapshot).map((email) => ({ ...email, field: 'emails' }));
  const websites = readWebsites(record).filter((site) => !emails.some((email) => overlaps(email, site)));
  const accounts: PlacedValue[] = accountsInText(record.text, record.flat, true).map(({ raw, normal, at, end }) => ({
    field: 'accounts',
    raw,
    normal,
    at,
    end,
    confidence: LABELLED,
  }));
  const phones = phonesOf(snapshot, accounts, labelled, regions);
  const ids: PlacedValue[] = readIds(snapshot).map((id) => ({ ...id, field: 'registrationIds' }));
  const known = [...emails, ...websites, ...accounts, ...phones, ...ids];
  const written = addressesOf(snapshot, labelled, regions).filter(
    (address) => !phones.some((one) => overlaps(one, address)),
  );
  const isOther = (value: PlacedValue): boolean =>
    value.field !== 'registrationIds' && labelled.some((span) => span.label === 'other' && overlaps(span, value));
  return [...known, ...written].filter((value) => !isOther(value) && value.confidence >= LEAST);
}

function phonesOf(
  snapshot: Snapshot,
  accounts: readonly PlacedValue[],
  labelled: readonly LabelledSpan[],
  regions: RegionMap,
): PlacedValue[] {
  const found: PlacedValue[] = readPhones(snapshot, regions).map((phone) => ({ ...phone, field: 'phones' }));
  const columns = labelled.filter(({ label, isColumn }) => label === 'phone' && isColumn === true);
  for (const { at, end } of columns) {
    if (found.some((one) => overlaps(one, { at, end }))) continue;
    const raw = snapshot.text.slice(at, end).trim();
    const normal = /^[\d+() /.-]{6,24}$/.test(raw) ? normalisePhone(raw, regions.page) : undefined;
    if (normal) found.push({ field: 'phones', raw, normal, at, end, confidence: LABELLED });
  }
  // `手机/微信：138…`: the nearest label is the messenger's, and still it is a number to call.
  for (const { raw, normal = '', at, end } of accounts) {
    const line = snapshot.flat.slice(snapshot.flat.lastIndexOf('\n', at) + 1, at);
    const isCalled = /(?:手机|手機|电话|電話|mobile|tel)\s?[/、&(]?\s?(?:微信|wechat|whatsapp)[^\d]{0,6}$/i.test(line);
    const isWhatsApp = normal.startsWith('whatsapp:');
    const phone = isCalled || isWhatsApp ? normalisePhone(raw, regions.page) : undefined;
    if (phone && !found.some((one) => one.normal === phone))
      found.push({ field: 'phones', raw, normal: phone, label: 'mobile', at, end, confidence: LABELLED });
  }
  return found;
}

function readWebsites({ text, flat }: RecordText): PlacedValue[] {
  return [...flat.matchAll(WEB)].slice(0, 20).map((match): PlacedValue => {
    const raw = text.slice(match.index, match.index + match[0].length).replace(/[.。:/]+$/, '');
    return { field: 'website', raw, at: match.index, end: match.index + raw.length, confidence: WEBSITE };
  });
}

/** Addresses by their form; what a label calls one; and one put together from the columns of its parts. */
function addressesOf(snapshot: Snapshot, labelled: readonly LabelledSpan[], regions: RegionMap): PlacedValue[] {
  const textOf = ({ at, end }: Span): string => snapshot.text.slice(at, end).trim();
  const named = labelled
    .filter(({ label }) => label === 'address')
    .filter((span) => /\p{L}/u.test(textOf(span)) && textOf(span).length >= 5)
    .map((span): PlacedValue => {
      const raw = textOf(span).replace(/[\s,;，；]+$/, '');
      const parts = /[\u4e00-\u9fff]/.test(raw) ? { parts: chineseParts(raw) } : {};
      return { field: 'addresses', raw, at: span.at, end: span.at + raw.length, confidence: LABELLED, ...parts };
    });
  const read = readAddresses(snapshot, regions)
    .filter(({ raw }) => !/[\u4e00-\u9fff]/.test(raw) || !raw.includes('\n'))
    .map((address): PlacedValue => ({ ...address, field: 'addresses' }));
  const own = named.map((one) => {
    const [same, ...more] = read.filter((other) => overlaps(one, other));
    // A reader that knows the form also knows the parts, unless it saw only some of it.
    return same && more.length === 0 && same.raw.length >= one.raw.length - 2 ? same : one;
  });
  const composed = own.length === 0 ? composedAddress(snapshot, labelled) : [];
  return [...own, ...composed, ...read.filter((one) => ![...own, ...composed].some((other) => overlaps(one, other)))];
}

/** Columns of street, postcode and town make one address where the street is among them. */
function composedAddress({ text }: Snapshot, labelled: readonly LabelledSpan[]): PlacedValue[] {
  const part = (label: string): LabelledSpan | undefined =>
    labelled.find((span) => span.label === label && text.slice(span.at, span.end).trim() !== '');
  const [street, postcode, city] = ['street', 'postcode', 'city'].map(part);
  if (!street || !(postcode ?? city)) return [];
  const words = (span: Span | undefined): string => (span ? text.slice(span.at, span.end).trim() : '');
  const town = [words(postcode), words(city)].filter((one) => one !== '').join(' ');
  return [
    {
      field: 'addresses',
      raw: `${words(street)}, ${town}`,
      parts: {
        street: words(street),
        ...(postcode ? { postcode: words(postcode) } : {}),
        ...(city && postcode ? { city: words(city) } : {}),
      },
      at: street.at,
      end: street.end,
      confidence: COMPOSED,
    },
  ];
}

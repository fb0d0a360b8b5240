import type { FoundValue, PartyField } from '../found';
import type { Party } from '../schema-party';
import { snippetAt } from '../text/snippet';
import type { Snapshot } from '../text/snapshot';
import type { TextPerson } from './text-people';

/** How many lines below a name what belongs to the person may stand. */
const LINES = 6;
const REACH = 300;
const PERSONAL: ReadonlySet<PartyField> = new Set(['phones', 'emails', 'accounts']);
/** From here a name is known to be a person's. */
const MARKED = 0.84;

/**
 * People as parties, each with the numbers and mailboxes of their own: those between their name and the next, within a few
 * lines, or an address that is made of their name. Where several names share a line nothing can be told apart.
 */
export function linkPeople(people: readonly TextPerson[], values: readonly FoundValue[], snapshot: Snapshot): Party[] {
  const isOnlyOne = new Set(people.filter(isKnown).map(({ name }) => name)).size === 1;
  return people.map((person, i) => {
    const next = people[i + 1];
    const own = person.isOutsider
      ? []
      : values.filter((value) => !(isOnlyOne && isOfOffice(value, snapshot)) && belongs(value, person, next, snapshot));
    const source = { kind: 'text' as const, snippet: snippetAt(snapshot, person.at, person.end), at: person.at };
    const name: FoundValue = { field: 'name', raw: person.name, confidence: person.confidence, sources: [source] };
    const title: FoundValue[] = person.title
      ? [{ field: 'title', raw: person.title, confidence: person.confidence, sources: [source] }]
      : [];
    return {
      kind: 'person',
      values: [name, ...title, ...own],
      countries: [],
      ...(person.isOutsider ? { isOutsider: true } : {}),
    };
  });
}

function belongs(value: FoundValue, person: TextPerson, next: TextPerson | undefined, snapshot: Snapshot): boolean {
  const at = value.sources[0]?.at;
  if (at === undefined || !PERSONAL.has(value.field)) return false;
  if (value.field === 'emails' && isMadeOf(value.raw, person.name)) return true;
  if (isRightAfter(value, at, person, snapshot)) return true;
  if (!isKnown(person) || isGeneral(value) || isOfDesk(value, at, snapshot)) return false;
  return isRightBehind(value, at, person, snapshot) || (at >= person.end && at < reachOf(person, next, snapshot));
}

function isKnown({ title, confidence }: TextPerson): boolean {
  return title !== undefined || confidence >= MARKED;
}

/** A Chinese landline on a line of its own, below the one person to ask for: the number of their office. */
function isOfOffice({ label, normal, sources }: FoundValue, { flat }: Snapshot): boolean {
  const at = sources[0]?.at;
  if (at === undefined || label !== 'work' || !/^\+(?:86|886)/.test(normal ?? '')) return false;
  const before = flat.slice(flat.lastIndexOf('\n', at - 1) + 1, at);
  return /^ {0,3}(?:公司|办公|辦公|固定|联系|聯絡)? ?(?:电 {0,6}话|電 {0,6}話|座 {0,6}机|固 {0,6}话|总 {0,6}机|總 {0,6}機|TEL) ?: {0,3}$/i.test(
    before,
  );
}

/** `王小姐 13510660088`: how somebody is called, and a mobile number right behind. */
function isRightAfter({ label }: FoundValue, at: number, { end }: TextPerson, { flat }: Snapshot): boolean {
  return label === 'mobile' && at >= end && at - end <= 12 && /^[^\n\d]{0,12}$/.test(flat.slice(end, at));
}

/** `150-3634-9999(周经理)`: the name in brackets right behind the number. */
function isRightBehind({ field, raw }: FoundValue, at: number, person: TextPerson, { text }: Snapshot): boolean {
  return field === 'phones' && at < person.at && /^\s?[(（]$/.test(text.slice(at + raw.length, person.at));
}

/** An account that its line gives to a desk, or that everybody follows. */
function isOfDesk({ field, normal }: FoundValue, at: number, { flat }: Snapshot): boolean {
  if (field !== 'accounts') return false;
  const label = flat.slice(flat.lastIndexOf('\n', at - 2) + 1, at);
  return /^(?:wechat-official|wecom):/.test(normal ?? '') || /客服|官方|公司|企业|service|support|sales/i.test(label);
}

function reachOf({ line, end }: TextPerson, next: TextPerson | undefined, { lines }: Snapshot): number {
  const lastLine = lines[line + LINES]?.at ?? Number.POSITIVE_INFINITY;
  return Math.min(lastLine, end + REACH, next?.at ?? Number.POSITIVE_INFINITY);
}

/** A mailbox of a function, a fax, a hotline: the company's, whoever is named above it. */
function isGeneral({ field, raw, label }: FoundValue): boolean {
  if (field === 'phones') return label === 'hotline' || label === 'fax' || label === 'tollfree';
  // `tarnhill@tarnhill-pumps.com` is nobody's in particular.
  const [box = '', host = ''] = field === 'emails' ? raw.toLowerCase().split('@') : [];
  if (box.length >= 4 && host.startsWith(box)) return true;
  return /^(?:info|kontakt|contact|mail|office|sales|service|support|hello|admin|webmaster)@/i.test(raw);
}

/** Mailboxes that links name, each with the person of the page that it is named after, if there is one. */
export function withLinkedMail(people: readonly Party[], loose: readonly FoundValue[]): Party[] {
  const mail = loose.filter(
    ({ field, sources }) => field === 'emails' && sources.every(({ kind }) => kind === 'mailto-link'),
  );
  return people.map((person) => {
    const name = person.values.find(({ field }) => field === 'name')?.raw ?? '';
    const isTitled = person.values.some(({ field }) => field === 'title');
    if (person.isOutsider || !isTitled) return person;
    const own = mail.filter(({ raw }) => isMadeOf(raw, name) || isFirstName(raw, name));
    const given = new Set(person.values.map(({ raw }) => raw.toLowerCase()));
    return { ...person, values: [...person.values, ...own.filter(({ raw }) => !given.has(raw.toLowerCase()))] };
  });
}

function isFirstName(email: string, name: string): boolean {
  const [first = '', ...rest] = name.toLowerCase().split(' ');
  return rest.length > 0 && first.length > 2 && email.toLowerCase().startsWith(`${first}@`);
}

/** Whether a mailbox is named after a person: the family name, or the first name with an initial. */
function isMadeOf(email: string, name: string): boolean {
  const box = email.slice(0, email.indexOf('@')).toLowerCase();
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z\s-]/g, '')
    .split(/[\s-]+/)
    .filter((word) => word.length > 2);
  const last = words.at(-1) ?? '';
  return words.length >= 2 && last.length >= 4 && box.includes(last);
}

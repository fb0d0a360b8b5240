import type { FoundParty, FoundSource, RegionHints } from '../found';
import { LIMITS } from '../limits';
import { nameKey } from '../name/name-key';
import { readRecord } from '../record/read-record';
import type { RecordText } from '../record/record-text';
import { foldWidth } from '../text/fold-width';
import { mapRegions, type RegionMap } from '../text/region-map';
import { messageRecords, type MessageRecord } from './message-records';

export interface MessageOptions {
  /** Where the text is from, for numbers without a country code; the user's own country goes among the countries. */
  readonly hints?: RegionHints;
}

/** What is looked at of one pasted text. */
const CHARACTERS = 20_000;
const RECORDS = 200;
const NO_HINTS: RegionHints = { countries: [], host: '', lang: '' };
const INVISIBLE =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\r]/g;

/**
 * The companies and people that a pasted text tells of: a message, a signature, a card, a label, a list of lines or of columns.
 * One or several records, their lines in any order, with labels or without. The first 20,000 characters and 200 records count.
 * @returns companies that records share once; people with the position of their company among the parties. Every value has the
 *   line it stands on as its snippet. Empty for text that tells of nobody.
 */
export function readMessage(text: string, { hints = NO_HINTS }: MessageOptions = {}): FoundParty[] {
  const original = text.slice(0, CHARACTERS);
  // Of the same length, so that a place in it is a place in the text.
  const plain = original.replace(INVISIBLE, ' ');
  const flat = foldWidth(plain);
  const regions = withHome(mapRegions(flat, hints), plain);
  const records = messageRecords(flat).slice(0, RECORDS);
  return united(records.map((record) => readOne(record, { original, plain, flat }, regions)));
}

interface Texts {
  readonly original: string;
  readonly plain: string;
  readonly flat: string;
}

function readOne({ at, end, lines }: MessageRecord, texts: Texts, regions: RegionMap): FoundParty[] {
  const record: RecordText = {
    text: texts.plain.slice(at, end),
    flat: texts.flat.slice(at, end),
    lines: lines.map((line) => ({ ...line, at: line.at - at, end: line.end - at, isTitle: false })),
  };
  return readRecord(record, {
    regions: { page: regions.page, near: (place) => regions.near(place + at) },
    sourceAt: (span) => lineAround(texts.original, at + span.at),
    isList: false,
    linked: [],
  });
}

/** The line of the text that a place is on; of a long one the part that begins shortly before it. */
function lineAround(text: string, at: number): FoundSource {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const end = stop < 0 ? text.length : stop;
  const from = end - start <= LIMITS.snippetCharacters ? start : Math.max(start, at - 60);
  return { kind: 'text', snippet: text.slice(from, Math.min(end, from + LIMITS.snippetCharacters)).trim(), at };
}

/** A text without any hint is from where its script is written. */
function withHome(regions: RegionMap, text: string): RegionMap {
  const isHan = /[\u4e00-\u9fff]{2}/.test(text);
  const isTraditional = /[電話號區縣機樓廠們聯絡業務專線處國總經]/.test(text);
  const isGerman = /[äöüß]|\b(?:GmbH|Telefon|Herr|Frau|Straße|Grüßen|Firma)\b/.test(text);
  const home = isHan ? (isTraditional ? ['TW', 'CN'] : ['CN']) : isGerman ? ['DE'] : [];
  return { page: [...new Set([...regions.page, ...home])], near: regions.near };
}

/** Records in one row of parties; a company that several records name is one. */
function united(records: readonly (readonly FoundParty[])[]): FoundParty[] {
  const companies: FoundParty[] = [];
  const people: { readonly person: FoundParty; readonly employer: number | undefined }[] = [];
  for (const parties of records) {
    const positions = parties.map((party) => (party.kind === 'company' ? positionOf(companies, party) : -1));
    for (const party of parties)
      if (party.kind === 'person')
        people.push({ person: party, employer: party.worksFor === undefined ? undefined : positions[party.worksFor] });
  }
  return [
    ...companies,
    ...people.map(({ person: { kind, values }, employer }) => ({
      kind,
      values,
      ...(employer === undefined ? {} : { worksFor: employer }),
    })),
  ];
}

function positionOf(companies: FoundParty[], party: FoundParty): number {
  const key = keyOf(party);
  const at = companies.findIndex((one) => keyOf(one) === key);
  const held = companies[at];
  if (!held) return companies.push(party) - 1;
  const more = party.values.filter(
    (value) =>
      !held.values.some((one) => one.field === value.field && (one.normal ?? one.raw) === (value.normal ?? value.raw)),
  );
  companies[at] = { ...held, values: [...held.values, ...more.filter(({ field }) => field !== 'name')] };
  return at;
}

function keyOf({ values }: FoundParty): string {
  return nameKey(values.find(({ field }) => field === 'name')?.raw ?? '');
}

import type { AddressParts } from '../found';
import { LEGAL_FORM } from '../name/name-words';
import type { RegionMap } from '../text/region-map';
import type { Snapshot } from '../text/snapshot';
import { findChineseAddresses } from './chinese-address';
import { findJapaneseAddresses } from './japanese-address';
import { findStreets, isLooseStreet, type StreetPlace } from './street-line';
import { findTowns, type TownPlace } from './town-line';

/** An address as the text of a page gives it, and those of its parts that could be told apart. */
export interface TextAddress {
  readonly raw: string;
  readonly parts: AddressParts;
  readonly at: number;
  readonly end: number;
  readonly confidence: number;
}

const WHOLE = 0.92;
const STREET_ONLY = 0.8;
/** Nothing to visit, but where somebody is. */
const TOWN_ONLY = 0.7;
/** A house and its street at the end of a longer line: `Write to us: 720 Brazos Suite 110`. */
const TAIL = /[:.|] {1,3}(\d{1,5} \p{Lu}[^:.|!?\n]{3,60})$/u;
const IN_BLOCK =
  /^(?=[\p{Lu}\d#])(?!.*\b(?:[Tt]el|[Pp]hone|[Ff]ax|[Mm]ail|[Cc]ontact|[Aa]ddress|[Oo]ffices?|[Ll]ocation|[Cc]opyright|[Mm]ap|[Hh]ere)\b)[^@:?!©|]{3,60}$/u;
/** How far a town may stand behind its street. Characters. */
const REACH = 110;

/** What is known of a page when a town without a street is looked at. */
interface Page {
  readonly flat: string;
  readonly text: string;
  readonly towns: readonly TownPlace[];
  /** Where headings begin. */
  readonly headings: ReadonlySet<number>;
}

/** The addresses in the text: a street with the town after it, a street alone, Chinese ones as they are written. */
export function readAddresses(snapshot: Snapshot, regions: RegionMap): TextAddress[] {
  const { flat, text } = snapshot;
  const streets = findStreets(flat);
  const towns = findTowns(flat, {
    isAfterStreet: (at) => streets.some(({ end }) => at >= end && at - end <= REACH),
    regionsAt: (at) => [regions.near(at) ?? '', ...regions.page.slice(0, 2)],
    isOnPage: (country) => regions.page.includes(country),
  });
  const used = new Set<TownPlace>();
  const found = streets.map((street, i): TextAddress => {
    const town = townAfter(street, streets[i + 1], towns, flat);
    if (town) used.add(town);
    return fromStreet(street, town && behindStreet(town, street.end), text, regions);
  });
  const headings = new Set(snapshot.lines.flatMap(({ heading, at }) => (heading > 0 ? [at] : [])));
  const page: Page = { flat, text, towns, headings };
  const loose = towns.filter((town) => !used.has(town)).flatMap((town) => aboveTown(town, page));
  const housed = [...found, ...loose.filter(({ parts }) => parts.street)];
  return [...housed, ...townsAlone(loose, housed), ...asianAddresses(snapshot)].sort((a, b) => a.at - b.at);
}

/** What a Japanese postcode stands before is no Chinese address, however it looks. */
function asianAddresses(snapshot: Snapshot): TextAddress[] {
  const japanese = findJapaneseAddresses(snapshot);
  const isTaken = ({ at, end }: TextAddress): boolean => japanese.some((one) => one.at < end && at < one.end);
  return [...japanese, ...findChineseAddresses(snapshot).filter((one) => !isTaken(one))];
}

/** Towns without a street, each once, that no address with a street is in. */
function townsAlone(loose: readonly TextAddress[], housed: readonly TextAddress[]): TextAddress[] {
  const known = new Set(housed.map(({ parts }) => parts.postcode));
  return loose.filter(({ parts }) => !parts.street && !known.has(parts.postcode) && known.add(parts.postcode));
}

function townAfter(
  street: StreetPlace,
  next: StreetPlace | undefined,
  towns: readonly TownPlace[],
  flat: string,
): TownPlace | undefined {
  const limit = Math.min(street.end + REACH, next && next.at > street.end ? next.at + 40 : Number.POSITIVE_INFINITY);
  const town = towns.find(({ at, end }) => end > street.end && at >= street.at && at <= limit);
  if (!town) return undefined;
  const between = flat.slice(street.end, Math.max(street.end, town.at));
  const isFar = between.split('\n').length > 5 || /@|\btel\b|\bphone\b|\bfax\b|\d{3}[-. ]\d{4}/i.test(between);
  // A second line of the street (a building, a box) may stand between; another house may not.
  return isFar || (next && next.at < town.at && !/box|suite|floor/i.test(next.text)) ? undefined : town;
}

/** A town that seems to begin within its street (`4 Harbour Court Fremont`) begins behind it. */
function behindStreet(town: TownPlace, end: number): TownPlace {
  const { city, ...rest } = town;
  if (city === undefined || town.at >= end) return town;
  const own = city.slice(end - town.at).replace(/^[\s,.]+/, '');
  return own === '' ? rest : { ...rest, city: own };
}

function fromStreet(street: StreetPlace, town: TownPlace | undefined, text: string, regions: RegionMap): TextAddress {
  const end = Math.max(street.end, town?.end ?? 0);
  const country = town?.country || regions.near(street.at) || (town ? regions.page[0] : undefined);
  return {
    raw: oneLine(text.slice(street.at, end)),
    parts: { street: text.slice(street.at, street.end), ...townParts(town, text), ...(country ? { country } : {}) },
    at: street.at,
    end,
    confidence: town ? WHOLE : STREET_ONLY,
  };
}

/** A street of a kind that no pattern knows, in the line above its town or before it on the same line. */
function aboveTown(town: TownPlace, page: Page): TextAddress[] {
  const { flat, text, towns } = page;
  const start = Math.max(0, town.at - 200);
  const before = flat.slice(start, town.at).replace(/[\s,|·•-]+$/, '');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  // A street without a number has the house in the line above it.
  const above = before.slice(0, Math.max(0, before.length - line.length - 1));
  const tail = TAIL.exec(line)?.[1] ?? partOf(line);
  const both = tail ?? (/\d/.test(line) ? line : `${above.slice(above.lastIndexOf('\n') + 1)}\n${line}`);
  const at = start + before.length - both.length;
  const country = town.country ? { country: town.country } : {};
  const isOfOther = towns.some((one) => one !== town && one.end > at && one.at < town.at);
  if (isOfOther || !isLooseStreet(both.replace(/\n/g, ' '))) {
    const block = blockAbove(town, page);
    const raw = oneLine(text.slice(block, town.end));
    return [{ raw, parts: { ...townParts(town, text), ...country }, at: block, end: town.end, confidence: TOWN_ONLY }];
  }
  const parts = { street: oneLine(text.slice(at, at + both.length)), ...townParts(town, text), ...country };
  return [{ raw: oneLine(text.slice(at, town.end)), parts, at, end: town.end, confidence: WHOLE }];
}

/** Of a line that is parted by points (`Acme GmbH · Lindenstraße 14`) the last part, and what stands behind a label. */
function partOf(line: string): string | undefined {
  const part = /(?: [·•|]|(?:anschrift|adresse|address|sitz|zentrale|standort) ?:) ([^·•|:]{5,60})$/i.exec(line)?.[1];
  return part && isLooseStreet(part) ? part : undefined;
}

/** Where the lines begin that seem to be of one address with a town: a building, an estate, a street without a number. */
function blockAbove(town: TownPlace, { flat, headings }: Page): number {
  let start = flat.lastIndexOf('\n', town.at) + 1;
  if (town.at - start > 80) return town.at;
  for (let i = 0; i < 3 && start > 0; i++) {
    const above = flat.lastIndexOf('\n', start - 2) + 1;
    const line = flat.slice(above, start - 1);
    if (headings.has(above) || !IN_BLOCK.test(line) || LEGAL_FORM.test(line)) break;
    start = above;
  }
  return start;
}

function townParts(town: TownPlace | undefined, text: string): AddressParts {
  if (!town) return {};
  const city = town.city && text.includes(town.city) ? town.city.replace(/\n/g, ' ') : town.city;
  return { postcode: town.postcode, ...(city ? { city } : {}), ...(town.region ? { region: town.region } : {}) };
}

function oneLine(text: string): string {
  return text.replace(/,?\s*\n\s*| [·•|] /g, ', ').slice(0, 300);
}

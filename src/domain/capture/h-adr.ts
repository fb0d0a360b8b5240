import type { AddressParts, FoundValue } from './found';
import { LIMITS } from './limits';
import type { Microformat } from './microformats';
import { CONFIDENCE } from './schema-party';

const WRITTEN = [
  'street-address',
  'extended-address',
  'post-office-box',
  'locality',
  'region',
  'postal-code',
  'country-name',
];
/** A mere point on the globe is shown, but is no address to write to. */
const ONLY_A_POINT = 0.55;

/**
 * The address that an h-adr, adr, h-geo or geo tells of, in the order in which it is written there.
 * @returns undefined when it says less than two parts and no whole line: `CA` alone is no address.
 */
export function foundAddress(place: Microformat): FoundValue | undefined {
  const texts = WRITTEN.flatMap((name) => place.properties.get(name)?.[0]?.text ?? []).filter((text) => text !== '');
  const own = place.types.some((type) => type === 'h-adr' || type === 'h-geo');
  const name = own ? (place.properties.get('name')?.[0]?.text ?? '') : '';
  const point = pointOf(place);
  const isBarePoint = texts.length === 0 && point !== undefined;
  const written = [isPoint(name) ? '' : name, ...texts, isBarePoint ? point : ''].filter((text) => text !== '');
  const raw = written.join(', ').slice(0, LIMITS.valueCharacters);
  if (written.length < 2 && !isBarePoint && !/\d.{0,300}\p{L}|\p{L}.{0,300}\d/u.test(raw)) return undefined;
  const confidence = isBarePoint ? ONLY_A_POINT : CONFIDENCE['h-card'];
  const source = { kind: 'h-card' as const, snippet: raw.slice(0, LIMITS.snippetCharacters) };
  return { field: 'addresses', raw, parts: partsOf(place, point), confidence, sources: [source] };
}

function partsOf({ properties }: Microformat, geo: string | undefined): AddressParts {
  const text = (name: string): string => properties.get(name)?.[0]?.text ?? '';
  const street = [text('street-address'), text('extended-address')].filter((part) => part !== '').join(', ');
  const country = text('country-name');
  const parts = { street, city: text('locality'), region: text('region'), postcode: text('postal-code') };
  const named = Object.entries(parts).filter(([, part]) => part !== '');
  return {
    ...Object.fromEntries(named),
    ...(/^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(geo ? { geo } : {}),
  };
}

/** Degrees as `51.5;-0.14`, in a geo: address, or latitude and longitude apart. */
function pointOf({ types, properties }: Microformat): string | undefined {
  const one = (name: string): string => properties.get(name)?.[0]?.text ?? '';
  const inner = properties.get('geo')?.[0]?.item;
  if (inner) return pointOf(inner);
  const apart = `${one('latitude')};${one('longitude')}`;
  const whole = [apart, one('geo'), types.includes('h-geo') ? one('name') : ''].find(isPoint);
  const [, latitude, longitude] = POINT.exec(whole ?? '') ?? [];
  return latitude && longitude ? `${latitude},${longitude}` : undefined;
}

const POINT = /^(?:geo:)?\s{0,3}(-?\d{1,2}(?:\.\d{1,12})?)\s{0,3}[;,]\s{0,3}(-?\d{1,3}(?:\.\d{1,12})?)(?=$|[;\s])/i;

function isPoint(text: string): boolean {
  return POINT.test(text);
}

/** Class names of the older generation that begin a thing, and its name in the newer. */
const ROOT_NAMES: Readonly<Record<string, string>> = {
  vcard: 'h-card',
  adr: 'h-adr',
  geo: 'h-geo',
  hentry: 'h-entry',
  vevent: 'h-event',
  hreview: 'h-review',
};

export const CLASSIC_ROOTS: readonly string[] = Object.keys(ROOT_NAMES);

/** @source https://microformats.org/wiki/hcard, /adr, /geo: the properties that a contact has. */
export const CLASSIC_PROPERTIES: readonly string[] = `fn org title role tel email url adr geo photo logo bday
  given-name additional-name family-name nickname honorific-prefix honorific-suffix
  street-address extended-address post-office-box locality region postal-code country-name
  latitude longitude reviewer author item`.split(/\s+/);

/** `vcard` → `h-card`; undefined for what begins nothing. */
export function classicName(name: string): string | undefined {
  return Object.hasOwn(ROOT_NAMES, name) ? ROOT_NAMES[name] : undefined;
}

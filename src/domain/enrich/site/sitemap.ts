/** A sitemap of a large site is longer; the pages that say who a company is stand near its beginning. */
const CHARACTERS = 512_000;
const MOST = 5000;
const ADDRESS = /<loc>\s{0,50}(?:<!\[CDATA\[\s{0,50})?([^<>\s\]]{1,2000})\s{0,50}(?:\]\]>)?\s{0,50}<\/loc>/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The addresses that a sitemap lists, in its order; none for what is no sitemap. It is searched, not parsed: nothing in it can
 * declare an entity or call for another file. What is longer than the caps is left out.
 * @source sitemaps.org protocol 0.9
 * @example readSitemap('<url><loc>https://a.example/?a&amp;b</loc></url>') // ['https://a.example/?a&b']
 */
export function readSitemap(text: string): string[] {
  const addresses: string[] = [];
  for (const [, address = ''] of text.slice(0, CHARACTERS).matchAll(ADDRESS)) {
    if (addresses.length >= MOST) break;
    addresses.push(address.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => NAMED[name] ?? ''));
  }
  return addresses;
}

/**
 * What tells one page of a site from another: its address without the place on it that stands behind #, unless the page uses
 * that as an address of its own. An address that is none stays as it is.
 * @example pageKey('https://a.example/x#top') // 'https://a.example/x'
 */
export function pageKey(url: string): string {
  const [address = '', ...place] = url.split('#');
  return /^!?\//.test(place.join('#')) ? url : address;
}

import { isPortal } from '../identity/public-hosts';

/** Words that stand before a country's ending and belong to it: `.co.uk`, `.com.cn`. */
const SECOND_LEVEL = /^(?:com?|net|org|gov|edu|ac|ltd|plc|me|or|ne|go|gob|gen|info|biz|idv|sch|nom|asso|gv)$/;

/**
 * The registrable domain of a web address or host, for telling whether two addresses on one page are of one site. Knows the
 * usual endings of two parts by their shape: the whole list of public suffixes is too large to carry into a page.
 * @returns lower case; undefined for portals, IP addresses and text that is no address.
 * @example siteDomain('https://www.acme.co.uk/about') // 'acme.co.uk'
 */
export function siteDomain(address: string): string | undefined {
  const host = hostIn(address.trim().slice(0, 500).toLowerCase());
  const parts = host.split('.').filter((part) => part !== '');
  if (parts.length < 2 || /^[\d.]+$/.test(host)) return undefined;
  const isTwoPart = parts.length > 2 && (parts.at(-1) ?? '').length === 2 && SECOND_LEVEL.test(parts.at(-2) ?? '');
  const domain = parts.slice(isTwoPart ? -3 : -2).join('.');
  return isPortal(domain) ? undefined : domain;
}

function hostIn(address: string): string {
  const host = /^(?:[a-z][a-z\d+.-]{1,20}:)?(?:\/\/)?(?:[^/?#@]{0,100}@)?([^/?#:@\s]{1,253})/.exec(address)?.[1] ?? '';
  return /^[\p{L}\d.-]+$/u.test(host) ? host : '';
}

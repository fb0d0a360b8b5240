import { getDomain } from 'tldts';
import { isPortal } from './public-hosts';

/**
 * The registrable domain that a web address or host belongs to, when it can be one company's own.
 * @returns lower case; undefined for portals, IP addresses, unknown suffixes and text that is no address.
 * @source publicsuffix.org, private section included: `firma.github.io` is nobody's `github.io`.
 * @example ownDomain('https://www.acme.com.cn/about') // 'acme.com.cn'
 */
export function ownDomain(address: string): string | undefined {
  const domain = registrableDomain(address);
  return domain === undefined || isPortal(domain) ? undefined : domain;
}

/** The same of any address, portals among them. */
export function registrableDomain(address: string): string | undefined {
  return getDomain(address.trim().slice(0, 500), { allowPrivateDomains: true })?.toLowerCase() || undefined;
}

/**
 * The same where a registry keeps it: what stands below a suffix that a host gives out (`firma.github.io`) is in no registry.
 */
export function registeredDomain(address: string): string | undefined {
  const domain = ownDomain(address);
  return domain !== undefined && getDomain(domain)?.toLowerCase() === domain ? domain : undefined;
}

/** Endings that name nothing on the public network, or something on the network of the user. */
const INNER =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private|arpa|onion|test|invalid)$/;
/** Registrable domains that exist to name addresses of any machine: `127.0.0.1.nip.io`. */
const RENAMING =
  /(?:^|\.)(?:nip\.io|sslip\.io|xip\.io|localtest\.me|lvh\.me|vcap\.me|lacolhost\.com|lvh\.io|traefik\.me)$/;
const LONGEST = 2000;

/**
 * A web address that may be asked without a person having typed it into the browser: http or https on its own port, a name with
 * a dot that is nobody's inner network, no number in any writing, nobody's name and password.
 * @returns the address whole; undefined for all others. What a public name resolves to is not known here.
 * @example publicAddress('http://0x7f000001/') // undefined
 */
export function publicAddress(text: string): URL | undefined {
  const url = text.length > LONGEST ? undefined : parsed(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.port !== '' || url.username !== '' || url.password !== '')
    return undefined;
  return isPublicName(url.hostname) ? url : undefined;
}

/** Not by `URL.canParse`, which in Node 20 refuses letters like ü once it has been called often. */
function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    // No address.
    return undefined;
  }
}

/** The parser of addresses has written numbers of every kind as four parts already, and IPv6 in brackets. */
function isPublicName(host: string): boolean {
  if (!host.includes('.') || host.endsWith('.') || host.startsWith('[')) return false;
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return !/^(?:\d+|0x[\da-f]*)$/.test(ending) && !INNER.test(host) && !RENAMING.test(host);
}

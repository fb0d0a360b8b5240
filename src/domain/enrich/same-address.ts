/** Shorter pieces than this say too little to be a whole address. Letters and digits. */
const SHORTEST = 6;

/**
 * Whether two writings are of one address: one has all that the other has, and perhaps a province, a country or a floor more.
 * @example isSameAddress('昆山市前进东路579号', '江苏省昆山市前进东路579号') // true
 * @example isSameAddress('Am Markt 3, D-07743 Jena', 'Am Markt 3, 07743 Jena') // true
 */
export function isSameAddress(a: string, b: string): boolean {
  const [shorter = [], longer = []] = [wordsOf(a), wordsOf(b)].sort(
    (one, other) => one.join('').length - other.join('').length,
  );
  const whole = shorter.join('');
  if (whole.length < SHORTEST || !/\d/.test(whole)) return whole !== '' && whole === longer.join('');
  // Chinese is written without blanks: the shorter one stands within the longer.
  if (/\p{Script=Han}/u.test(whole)) return standsIn(whole, longer.join(''));
  const rest = new Set(longer);
  return shorter.length > 1 && shorter.every((word) => rest.has(word));
}

/** Not when a digit goes on where it ends: 6号 is not in 16号, nor 35-1 in 35-10. */
function standsIn(shorter: string, longer: string): boolean {
  const at = longer.indexOf(shorter);
  if (at < 0) return false;
  const isCut = (outside: string, edge: string): boolean => /\d/.test(outside) && /\d/.test(edge);
  const end = at + shorter.length;
  return !isCut(longer[at - 1] ?? '', shorter[0] ?? '') && !isCut(longer[end] ?? '', shorter.at(-1) ?? '');
}

/** In lower case, without signs and without the country before a postcode. */
function wordsOf(address: string): string[] {
  const plain = address
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b[a-z]{1,3}-(?=\d{4,5}\b)/g, '');
  return plain.split(/[^\p{L}\d]+/u).filter((word) => word !== '');
}

/** What may stand before a number to say whose it is. */
const LABEL = /^(?:companies house|crn|(?:company|registered|registration) (?:no|number))[ .:]{0,3}/i;
/** England and Wales have digits only; SC, SO, SL Scotland, NI, NC Northern Ireland, OC and LP partnerships. */
const NUMBER = /^(?:\d{8}|(?:SC|SO|SL|NI|NC|OC|LP)\d{6})$/;

/**
 * The number under which Companies House knows a company, without what says so.
 * @param isBritish whether eight digits alone are such a number: elsewhere they are a tax number.
 * @example britishNumber('Companies House 09876543', false) // '09876543'
 */
export function britishNumber(text: string, isBritish: boolean): string | undefined {
  const written = text.slice(0, 60).normalize('NFKC').trim();
  const number = written.replace(LABEL, '').toUpperCase();
  const isPlain = number === written && /^\d/.test(number);
  return NUMBER.test(number) && (isBritish || !isPlain) ? number : undefined;
}

/** As it is filed: a number of a local register means something only with its register. */
export function filedBritishNumber(number: string): string {
  return `Companies House ${number}`;
}

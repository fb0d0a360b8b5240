const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?(?:\.\d{1,9})?Z?)?$/;

/**
 * A day and time as XML writes them, in the form of the other cells. The day before 1900 on which spreadsheets put times
 * alone goes. Anything else comes back as it is.
 *
 * @example isoText('2024-01-05T00:00:00.000') // '2024-01-05'
 * @example isoText('1899-12-31T13:20:00') // '13:20:00'
 */
export function isoText(text: string): string {
  const [, day, minutes = '00:00', seconds = '00'] = ISO.exec(text.trim()) ?? [];
  if (day === undefined) return text;
  const time = `${minutes}:${seconds}`;
  if (day === '1899-12-31' || day === '1899-12-30') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Where a street and house stand in the text. */
export interface StreetPlace {
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const cased = (words: string): string =>
  words
    .split(' ')
    .flatMap((word) => [word, word.toUpperCase()])
    .join('|');
const TYPES = cased(
  'Street St Avenue Ave Av Road Rd Boulevard Blvd Drive Dr Lane Ln Court Ct Way Place Pl Plaza Plz Square Sq Parkway Pkwy Pky Highway Hwy Circle Cir Terrace Terr Ter Trail Trl Turnpike Tpke Pike Row Alley Expressway Expy Freeway Fwy Crescent Cres Close Mews Gardens Grove Walk Quay Wharf Broadway Loop Crossing Parade Esplanade Causeway',
);
const DIRECTION = '(?:N|S|E|W|NE|NW|SE|SW|N\\.E|N\\.W|S\\.E|S\\.W|North|South|East|West|NORTH|SOUTH|EAST|WEST)\\.?';
const NUMBER = '\\d{1,6}(?:\\s?[-/&]\\s?\\d{1,6})?[A-Za-z]?';
const WORD = "(?:[A-Z][\\w'.&-]{0,20}|\\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)|of|the|de|la|del|and)";
const UNIT = `(?:[, ]{1,3}(?:Suite|SUITE|Ste|STE|Unit|UNIT|Apt|APT|Floor|FLOOR|Fl|Room|Rm|Bldg|Building|BLDG|Level|Office|Studio|#)\\.? ?(?:# ?)?[A-Z\\d][\\w-]{0,6}|[, ]{1,3}#\\s?[\\w-]{1,6}|[, ]{1,3}\\d{1,3}(?:st|nd|rd|th) (?:Floor|Fl|FLOOR)\\b\\.?){0,2}`;
const ENGLISH = [
  `${NUMBER},? (?:${DIRECTION} )?(?:${WORD} ){1,5}?(?:${TYPES})\\b\\.?(?: ${DIRECTION}(?![\\w']))?${UNIT}`,
  `${NUMBER},? (?:${DIRECTION} )?(?:Broadway|BROADWAY|(?:US |State |County |Old )?(?:Highway|HIGHWAY|Hwy|HWY|Route|ROUTE|Rt|Rte|FM|County Road|Avenue|AVENUE|Ave) [A-Z\\d][\\w-]{0,5})\\b${UNIT}`,
  `(?:One|Two|Three|Four|Five|Ten) (?:${WORD} ){1,3}?(?:${TYPES})\\b\\.?${UNIT}`,
  `(?:P\\.? ?O\\.?|Post Office|PO|GPO) ?(?:Box|BOX):? ?(?:#|[Nn]o\\.?)? ?[A-Z]?\\d{1,7}`,
];
const GERMAN =
  "(?:[A-ZÄÖÜ][\\wäöüß.'-]{0,30}[ -]){0,3}(?:[A-ZÄÖÜ]?[\\wäöüß-]{0,30}(?:straße|strasse|str\\.|gasse|weg|platz|allee|ring|damm|ufer|hof|markt|chaussee|steig|graben|park)|(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Ring|Damm|Ufer|Markt)) \\d{1,4} ?[a-zA-Z]?(?: ?[-/+] ?\\d{1,4} ?[a-z]?)?(?![\\d.])";
const FRENCH =
  "\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours|square) [\\wÀ-ÿ' .-]{2,45}?(?=\\s*(?:[,\\n-]|\\d{5}|$))";
const ROMANCE =
  "(?:Rua|Avenida|Av\\.|Via|Viale|Piazza|Corso|Calle|C/|Carrer|Plaza|Paseo|Praça) [\\wÀ-ÿ'. ]{2,40}?,? (?:n\\.?[ºo°]\\.? ?|nº ?|Nº ?)?\\d{1,5}[A-Za-z]?(?![\\d])";
const NORDIC =
  '[A-ZÅÄÖØÆ][\\wåäöøæ-]{1,30}(?:gatan|vägen|gata|väg|gränd|torget|vej|gade|veien|gaten|katu|tie|straat|laan|weg|plein|gracht|kade|dreef) \\d{1,4} ?[A-Za-z]?(?![\\d])';
const POLISH =
  '(?:ul|al|pl|os)\\. [A-ZĆŁŃŚŹŻ\\d][\\wąćęłńóśźżĆŁŚŹŻ. -]{2,40}? \\d{1,4} ?[A-Za-z]?(?:/\\d{1,4})?(?![\\d])';

/** The forms, each with words of which a line has at least one, so that most lines are not looked at closely. */
const FORMS: readonly { readonly gate: RegExp; readonly pattern: RegExp }[] = [
  [ENGLISH, new RegExp(`\\b(?:${TYPES}|Route|ROUTE|Rt|Rte|FM|Box|BOX)\\b`)] as const,
  [[GERMAN], /stra(?:ß|ss)e|str\.|gasse|weg|platz|allee|ring|damm|ufer|hof|markt|chaussee|steig|graben|park/i] as const,
  [[FRENCH], /rue|avenue|av\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours|square/] as const,
  [[ROMANCE], /Rua|Avenida|Av\.|Via|Piazza|Corso|C\/|Carrer|Calle|Plaza|Paseo|Praça/] as const,
  [[POLISH], /(?:ul|al|pl|os)\. /] as const,
  [[NORDIC], /gata|väg|gränd|torget|vej|gade|veien|katu|tie|straat|laan|weg|plein|gracht|kade|dreef/] as const,
].map(([patterns, gate]) => ({
  gate,
  pattern: new RegExp(`(?<![\\w$€£.,/#-])(?:${patterns.map((one) => `(?:${one})`).join('|')})`, 'g'),
}));
/** Words that make a number and a capital letter a measure or a title rather than a house. */
const NOT_STREET =
  /^\d{1,6} (?:Years?|Days?|Hours?|Months?|Minutes?|Steps?|Ways?|Reasons?|Tips|Miles|Views?|Reviews?|Comments?|Photos?|Results?|Items?|Products?|Posts?|Star|Points?)\b|^(?:19|20)\d\d (?:All|Copyright|by|The|Annual|Award|Best|Winner)\b|\b(?:All Rights|Copyright|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?:19|20)?\d\d/;

/** Streets with a house number, in the forms of English, German, French, Polish, Nordic and Romance languages, and post boxes. */
export function findStreets(flat: string): StreetPlace[] {
  const found: StreetPlace[] = [];
  let at = 0;
  for (const line of flat.split('\n')) {
    if (/\d|\b(?:One|Two|Three|Four|Five|Ten) /.test(line)) found.push(...streetsIn(line, at));
    at += line.length + 1;
  }
  return found.slice(0, 200);
}

function streetsIn(line: string, start: number): StreetPlace[] {
  const found: StreetPlace[] = [];
  for (const { gate, pattern } of FORMS) {
    if (!gate.test(line)) continue;
    for (const match of line.matchAll(pattern)) {
      const text = match[0].replace(/[,\s]+$/, '');
      const at = start + match.index;
      const end = at + text.length;
      if (!NOT_STREET.test(text) && !found.some((one) => one.at < end && at < one.end)) found.push({ text, at, end });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const LOOSE = /^(?=.{0,40}\d)[A-Z\dÀ-Ý][^\n@:|!?]{4,79}$/;
const NOT_LOOSE =
  /^[A-Z]{1,2}-\d{4,5}\b|\b(?:tel|phone|fax|mail|call|contact|hours|open|since|copyright|rights|monday|sunday|years?|www)\b|\d ?[ap]\.?m\b|\d{3}[-. ]\d{4}|\.\s[A-Z][a-z]+ [a-z]+ /i;

/** Whether a line that stands right above a town is a street, whatever the street is called. */
export function isLooseStreet(line: string): boolean {
  return LOOSE.test(line) && !NOT_LOOSE.test(line) && !NOT_STREET.test(line) && line.split(' ').length <= 12;
}

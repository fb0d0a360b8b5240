import type { Line } from '../text/snapshot';

/** The name line of an imprint. */
export interface NameLine {
  readonly name: string;
  readonly at: number;
  /** It ends with a legal form; otherwise it only stands where the name stands. */
  readonly isRegistered: boolean;
}

const FORM =
  'gGmbH|GmbH(?: ?& ?Co\\.? ?(?:KGaA|KG|OHG))?|mbH(?: ?& ?Co\\.? ?KG)?|AG(?: ?& ?Co\\.? ?(?:KGaA|KG))?|UG ?\\(haftungsbeschränkt\\)(?: ?& ?Co\\.? ?KG)?|UG|KGaA|OHG|oHG|GbR|KG|SE(?: ?& ?Co\\.? ?KG)?|eG|PartG(?: ?mbB)?|e\\. ?V\\.|e\\. ?K(?:fm|fr)?\\.|e\\. ?U\\.|SARL|SASU|SAS|EURL|SA|SNC|SCI|SCOP|Ltd\\.?|Limited';
const WORD = "[\\p{Lu}\\d][\\p{L}\\d.&'’+-]{0,40}";
const LINK = '&|\\+|und|et|de|du|des|la|le|les|für|der|die|von|im|am|in|of|the';
const REGISTERED = new RegExp(
  `(?<![\\p{L}\\d])((?:${WORD} (?:(?:${LINK}) ){0,2}){1,7}(?:${FORM}))(?![\\p{L}\\d])`,
  'u',
);
const WHOLE = new RegExp(`^[\\p{L}\\d][^,;:|@]{1,60} (?:${FORM})$`, 'u');
const LEADING = /^(?:Die|Der|Das|The|La|Le|L’|Firma|Société|Inh\.?|Inhaber(?:in)?) /;

const INTRO =
  /^(?:impressum|imprint|angaben (?:gemäß|nach|laut|i\.)|information according|anbieter|diensteanbieter|herausgeber|betreiber|seitenbetreiber|verantwortlich(?:er)? für (?:den |die )?inhalt|firma|firmen|unternehmen|eingetragener|legal notice|mentions légales|informations légales|éditeur|le présent site|ce site|raison sociale|dénomination|diese (?:web)?site|online-shop)/i;
const MARKS = [
  /\bHR[AB]\b/,
  /\bUSt|Umsatzsteuer|VAT ID|\bTVA\b/i,
  /Geschäftsführ|Managing Director|\bGF:|Gérante?\b|Président/,
  /§ ?5 (?:DDG|TMG)|Impressum|Imprint|Mentions légales|Informations légales/i,
  /Amtsgericht|Registergericht|Handelsregister|Firmenbuch|Vereinsregister/,
  /(?:^|\n)(?:Inh\.|Inhaber(?:in)?)(?=[\s:])|\be\. ?K\.(?=\s|$)/,
  /\bSIRE[NT]\b|\bRCS\b|capital social/i,
];
const POSTCODE = /(?<![\d/])(?:[A-Z]{1,2}-)?\d{4,5} \p{Lu}\p{L}/u;
const LOOK_AHEAD = 4;
const LOOK_BACK = 3;

/** Whether a text has at least two of the things that the law makes an imprint say. */
export function isStatutory(flat: string): boolean {
  return MARKS.filter((mark) => mark.test(flat)).length >= 2;
}

/** The line that names the company, from lines of the company's own: behind an introduction, above an address. */
export function findNameLine(lines: readonly Line[]): NameLine | undefined {
  let best: (NameLine & { readonly score: number }) | undefined;
  for (const [i, line] of lines.entries()) {
    const registered = line.text.length <= 400 ? registeredName(line.text) : undefined;
    if (!registered) continue;
    const score = scoreOf(lines, i, registered.start);
    if (score >= 2 && score > (best?.score ?? 0))
      best = { name: registered.name, at: line.at + registered.start, isRegistered: true, score };
  }
  return best ?? plainNameLine(lines);
}

function registeredName(text: string): { readonly name: string; readonly start: number } | undefined {
  const whole = WHOLE.exec(text)?.[0];
  const found = whole ?? REGISTERED.exec(text)?.[1];
  if (!found || /\binh(?:\.|aber)/i.test(text.slice(0, text.indexOf(found) + 5))) return undefined;
  const name = found.replace(LEADING, '');
  return { name, start: text.indexOf(name) };
}

function scoreOf(lines: readonly Line[], i: number, start: number): number {
  const own = lines[i]?.text ?? '';
  const before = lines.slice(Math.max(0, i - LOOK_BACK), i).some(({ text }) => INTRO.test(text));
  const around = [own, ...lines.slice(i + 1, i + 1 + LOOK_AHEAD).map(({ text }) => text)];
  return (
    (before || INTRO.test(own) ? 2 : 0) +
    (around.some((text) => POSTCODE.test(text)) ? 2 : 0) +
    (start === 0 ? 1 : 0) +
    (/capital|RCS|eingetragen/i.test(own) ? 1 : 0)
  );
}

/** Without a legal form: the first line behind the introduction, where an address follows at once. */
function plainNameLine(lines: readonly Line[]): NameLine | undefined {
  for (const [i, { text }] of lines.entries()) {
    if (!INTRO.test(text) || text.length > 60) continue;
    const next = lines.slice(i + 1, i + 2 + LOOK_AHEAD);
    const name = next.find((line) => !INTRO.test(line.text));
    if (!name || /[:@]|^\d/.test(name.text) || name.text.length > 60) continue;
    const isAbove = next.some((line) => line.at > name.at && POSTCODE.test(line.text));
    if (isAbove) return { name: name.text, at: name.at, isRegistered: false };
  }
  return undefined;
}

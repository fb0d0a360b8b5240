import { isJobTitle } from '../people/job-title';
import type { Line } from '../text/snapshot';
import { factOfLabel } from './fact-labels';

/** Who may sign for a company, as an imprint names them. */
export interface Managers {
  readonly names: readonly string[];
  readonly at: number;
  readonly end: number;
}

const LABEL =
  /(?:^|[|·•,;:] ?|- )(?:(?:die |der |alleinige[rn]? |einzelvertretungsberechtigte[rn]? |vertretungsberechtigte[rn]? |verantwortliche[rn]? )?(?:geschäftsführer(?:in|innen)?|geschäftsführende[rn]? gesellschafter(?:in)?|geschäftsführung|geschäftsleitung)|(?:gesetzlich |diese[rs]? )?vertreten durch(?: (?:den|die|seinen|ihren|ihre))?(?: geschäftsführer(?:in)?| vorstand| geschäftsführung)?|vertretungsberechtigte?r?(?: person(?:en)?| vorstand)?|vorstand|inhaber(?:in)?|inh\.|gf|managing directors?|gérante?s?|présidente?(?: directeur général)?|directeur général|représentante?s? légale?s?)(?=$|[\s:])\s?:?\s{0,3}/i;
/** The one who answers for what is written, or who watches over the managers, is no manager for that. */
const NOT_THEY = /§ ?18|§ ?55|MStV|RStV|V\.i\.S|publication|redaktion|inhaltlich|Aufsichtsrat|Vorsitzende[rn]? des/i;
const TITLE =
  '(?:(?:Dr|Prof|Dipl|Ing|med|dent|Mag|MBA|h\\.c|rer|nat|jur|Mme|M|Herr|Frau)[.-]?(?:-?[A-Z][a-z]{1,8}\\.?)?(?: \\([A-Z]{2}\\))?\\s){0,4}';
const WORD = "[\\p{Lu}][\\p{L}'’-]{1,24}";
const NAME = new RegExp(
  `^${TITLE}${WORD}(?: (?:${WORD}|[\\p{Lu}]\\.|von|van|de|der|den|du|zu|zur|vom|d[’'][\\p{L}]{2,20}|Le|La)){1,5}$`,
  'u',
);
const NOT_NAME = /\b(?:GmbH|mbH|AG|KG|UG|SE|SAS|SARL|Ltd|Handelsregister|Register|Amtsgericht|Telefon|Straße|Sitz)\b/;
const MOST_LINES = 6;

/** The managers in order, from lines of the company's own; undefined where none are named. */
export function readManagers(lines: readonly Line[]): Managers | undefined {
  for (const [i, { text, at }] of lines.entries()) {
    const label = text.length <= 300 && !NOT_THEY.test(text) ? LABEL.exec(text) : null;
    if (!label) continue;
    const start = label.index + label[0].length;
    const rest = text.slice(start);
    if (rest.trim() !== '') {
      const names = namesIn(rest);
      if (names.length > 0) return { names, at: at + start, end: at + text.length };
      continue;
    }
    const below = namesBelow(lines.slice(i + 1, i + 1 + MOST_LINES));
    if (below) return below;
  }
  return undefined;
}

/** A name or more on each line, up to the first line that is none. */
function namesBelow(lines: readonly Line[]): Managers | undefined {
  const names: string[] = [];
  let end = 0;
  for (const line of lines) {
    const found = factOfLabel(line.text) ? [] : namesIn(line.text);
    if (found.length === 0) break;
    names.push(...found);
    end = line.at + line.text.length;
  }
  const [first] = lines;
  return first && names.length > 0 ? { names, at: first.at, end } : undefined;
}

/** The names that a text begins with, without what stands in brackets behind them. */
export function namesIn(text: string): string[] {
  const names: string[] = [];
  const pieces = text
    .slice(0, 300)
    .replace(/\([^)]{0,60}\)/g, '')
    .split(/[,;/|·•]|\s(?:und|sowie|and|et|&|-|–)\s/);
  for (const piece of pieces) {
    const name = piece
      .trim()
      .replace(
        /^(?:(?:die|der|den|vertreten durch|Geschäftsführer(?:in)?|Vorstand|Herrn?|Frau|Mme|M\.)[:\s]\s?){1,3}/i,
        '',
      )
      .replace(/\s+e\.\s?K(?:fr|fm)?\.?$/, '')
      .replace(/[.\s]+$/, '');
    if (!NAME.test(name) || NOT_NAME.test(name) || isJobTitle(name)) break;
    names.push(name);
  }
  return names;
}

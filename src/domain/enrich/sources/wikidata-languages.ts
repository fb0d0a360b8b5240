import type { CompanyFields } from '../../parties/company.kind';
import { countriesOf } from './company-countries';

const SIMPLIFIED = ['zh-cn', 'zh-hans', 'zh'];
const TRADITIONAL = ['zh-tw', 'zh-hk', 'zh-hant', 'zh'];
/** `mul` stands for the label in all languages that have none of their own. */
const REST = ['mul', 'en'];

const SPOKEN: Readonly<Record<string, readonly string[]>> = {
  CN: SIMPLIFIED,
  TW: TRADITIONAL,
  HK: TRADITIONAL,
  MO: TRADITIONAL,
  DE: ['de'],
  AT: ['de'],
  CH: ['de'],
  FR: ['fr'],
  BE: ['fr', 'nl'],
  NL: ['nl'],
  ES: ['es'],
  IT: ['it'],
  PT: ['pt'],
  BR: ['pt'],
  PL: ['pl'],
  SE: ['sv'],
  JP: ['ja'],
  KR: ['ko'],
};

/** All languages that labels are asked for in. */
export const LABEL_LANGUAGES: readonly string[] = [...new Set([...REST, ...Object.values(SPOKEN).flat()])].sort();

/** Languages in which the company would write its own name, the likeliest first. */
export function nameLanguages(company: CompanyFields): readonly string[] {
  const own = [...countriesOf(company)].flatMap((country) => SPOKEN[country] ?? []);
  return [...new Set([...own, ...REST])];
}

/** Languages in which whoever filed the company would read what it does: Chinese where its name is, else English. */
export function wordLanguages(company: CompanyFields): readonly string[] {
  if (!/\p{Script=Han}/u.test(company.name.value)) return ['en', 'mul'];
  const countries = countriesOf(company);
  const isTraditional = ['TW', 'HK', 'MO'].some((country) => countries.has(country));
  return [...new Set([...(isTraditional ? TRADITIONAL : SIMPLIFIED), 'zh-hans', 'zh-hant', 'en', 'mul'])];
}

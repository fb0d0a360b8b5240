import { readCompanyName } from '../identity/company-name';
import { folded } from '../identity/folded';

/** The names that a company on file goes by. */
export interface NamedCompany<Id> {
  readonly id: Id;
  readonly names: readonly string[];
}

const HAN = /\p{Script=Han}/u;
/** Shorter ones are words of the language as often as names. */
const SHORTEST = { han: 3, latin: 4 };

/**
 * The company that a text speaks of, by its name without place and legal form, in any spelling of it: the longest name that
 * stands there; of equal ones the first. @returns its id and the name as it is on file; undefined when none stands there.
 */
export function companyNamedIn<Id>(
  text: string,
  companies: readonly NamedCompany<Id>[],
): { readonly id: Id; readonly name: string } | undefined {
  const plain = folded(text);
  const bare = plain.replace(/\s/g, '');
  const words = ` ${plain.split(/[^\p{L}\p{N}]+/u).join(' ')} `;
  let best: { readonly id: Id; readonly name: string; readonly length: number } | undefined;
  for (const { id, names } of companies) {
    for (const name of names) {
      const { core } = readCompanyName(name);
      const isHan = HAN.test(core);
      if (core.length < (isHan ? SHORTEST.han : SHORTEST.latin) || core.length <= (best?.length ?? 0)) continue;
      if (isHan ? bare.includes(core) : words.includes(` ${core} `)) best = { id, name, length: core.length };
    }
  }
  return best && { id: best.id, name: best.name };
}

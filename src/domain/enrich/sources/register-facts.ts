import type { CompanyField } from '../../capture/found';
import { isSameHouse, readAddress } from '../../identity/address-key';
import { folded } from '../../identity/folded';
import type { CompanyFields } from '../../parties/company.kind';
import { valuesIn } from '../../parties/party-traits';
import type { ProviderId, Suggestion } from '../provider';

/** What a register says of one field. */
export interface Fact {
  readonly field: CompanyField;
  /** What the register calls it. */
  readonly called: string;
  /** As the register writes it; without it there is no fact. */
  readonly raw: string | undefined;
  /** As it would be filed, where that is another. */
  readonly value?: string;
}

/** Who says it, where a person can read it, and how surely it is about the company. */
export interface Teller {
  readonly provider: ProviderId;
  readonly url: string;
  readonly at: string;
  readonly confidence: number;
}

const SNIPPET = 160;

/** The facts as suggestions, in their order, each with its place. What is on file in another spelling keeps that spelling. */
export function suggestionsOf(company: CompanyFields, teller: Teller, facts: readonly Fact[]): Suggestion[] {
  const { provider, url, at, confidence } = teller;
  return facts.flatMap(({ field, called, raw, value = raw }): Suggestion[] => {
    if (!raw || !value) return [];
    const snippet = `${called}: ${raw}`.slice(0, SNIPPET);
    const source = { kind: 'register', url, snippet, at, extractor: `vital-few-${provider}/1` } as const;
    const filed = heldSpelling(company, field, value) ?? value;
    return [{ field, value: filed, raw, confidence, sources: [source], provider, role: 'register' }];
  });
}

/** Registers write in capitals, and addresses in their own order: two spellings are not two values. */
function heldSpelling(company: CompanyFields, field: CompanyField, value: string): string | undefined {
  const held = valuesIn(company)(field);
  if (field === 'addresses') return held.find((one) => isSameAddress(one, value));
  return field === 'legalName' || field === 'parent' ? held.find((one) => folded(one) === folded(value)) : undefined;
}

/** Most words and all numbers in common: two houses of a street share their postcode. */
function isSameAddress(one: string, other: string): boolean {
  const [a, b] = [readAddress(one), readAddress(other)];
  const hasAll = a.numbers.size === b.numbers.size && [...a.numbers].every((number) => b.numbers.has(number));
  return hasAll && isSameHouse(a, b);
}

import type { CompanyField } from '../capture/found';
import type { ProviderId, RegisterAnswer, Suggestion } from './provider';

/** Characters of what a register wrote that stand beside a value. */
const SNIPPET = 160;

export interface RegisterValue {
  readonly field: CompanyField;
  /** As the register wrote it; not empty. */
  readonly raw: string;
  /** As it would be filed, where that differs. */
  readonly value?: string;
  readonly confidence: number;
}

/** A value from the answer of a register, with the answer as its evidence. @param at when it was asked. */
export function registerSuggestion(
  provider: ProviderId,
  { url }: Pick<RegisterAnswer, 'url'>,
  at: string,
  { field, raw, value = raw, confidence }: RegisterValue,
): Suggestion {
  const snippet = raw.slice(0, SNIPPET);
  const source = { kind: 'register', url, snippet, at, extractor: `vital-few-${provider}/1` } as const;
  return { field, value, raw, confidence, sources: [source], provider, role: 'register' };
}

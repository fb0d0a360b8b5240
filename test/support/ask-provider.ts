import fc from 'fast-check';
import { expect } from 'vitest';
import type {
  ProviderChoices,
  RegisterAnswer,
  RegisterFindings,
  RegisterProvider,
  RegisterRequest,
} from '@/src/domain/enrich/provider';
import { REMARKS } from '@/src/domain/enrich/provider';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';
import { runs } from './runs';

export const AT = '2026-11-21T09:00:00.000Z';

/** A company as it is filed; of fields that hold several, a list. */
export function filedCompany(inputs: Partial<Record<keyof CompanyFields, string | readonly string[]>>): CompanyFields {
  const fields = Object.entries(inputs).map(([name, given]) => {
    if (typeof given === 'string') return [name, typedValue(given, AT)];
    return [name, Object.fromEntries(given.map((one, i) => [`item${i}`, typedValue(one, AT)]))];
  });
  // Safe: the tests name fields of companies.
  return { name: typedValue('Quill Tools', AT), ...Object.fromEntries(fields) } as CompanyFields;
}

export interface Asked {
  readonly requests: readonly RegisterRequest[];
  readonly findings: RegisterFindings;
}

/** Asks a register until it wants no more, as the use case does. @param bodyOf what it answers; undefined for a 404. */
export function askProvider(
  provider: RegisterProvider,
  fields: CompanyFields,
  bodyOf: (request: RegisterRequest) => unknown,
  choices: ProviderChoices = { dns: 'google' },
): Asked {
  const requests: RegisterRequest[] = [];
  const answers: RegisterAnswer[] = [];
  for (;;) {
    const request = provider.next(fields, answers, choices);
    if (!request) break;
    requests.push(request);
    expect(requests.length).toBeLessThanOrEqual(provider.mostRequests);
    answers.push({ step: request.step, url: request.url, body: bodyOf(request) });
  }
  return { requests, findings: provider.parse(fields, answers, { at: AT, home: 'DE' }) };
}

/**
 * Expects of a register, whatever it answers, that it is asked no more than it may be, at a host that was told before and with
 * fields that were, and that what comes of it has evidence and words, and is short. Gives how often anything came of it.
 * @param answers as real ones are; some places are filled with other things.
 */
export function timesTold(provider: RegisterProvider, fields: CompanyFields, answers: readonly unknown[]): number {
  let told = 0;
  const real = fc.constantFrom(...answers);
  const mutilated = fc
    .tuple(real, fc.jsonValue(), fc.nat({ max: 3 }))
    .map(([one, other, nth]) => mixed(one, other, nth));
  const body = fc.oneof(fc.jsonValue(), mutilated, real, fc.constant(undefined));
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), fc.constantFrom('google', 'cloudflare'), (all, dns) => {
      let nth = 0;
      const asked = askProvider(provider, fields, () => all[nth++ % all.length], { dns });
      for (const { url, fields: sent } of asked.requests) {
        expect(provider.hosts(fields, { dns })).toContain(new URL(url).hostname);
        expect(sent.filter((field) => !provider.sends.includes(field))).toEqual([]);
      }
      told += countOf(asked);
    }),
    { seed: 43, ...runs(200, 5000) },
  );
  return told;
}

function countOf({ requests, findings: { suggestions, remarks } }: Asked): number {
  for (const { field, value, raw, confidence, sources } of suggestions) {
    expect(Object.keys(company.fields)).toContain(field);
    expect([value.trim(), raw.trim()]).not.toContain('');
    expect(confidence > 0 && confidence < 1).toBe(true);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) {
      expect(source).toMatchObject({ kind: 'register', at: AT });
      expect(source.snippet.length > 0 && source.snippet.length <= 160).toBe(true);
      expect(requests.map(({ url }) => url)).toContain(source.url);
    }
  }
  for (const { code, values } of remarks) {
    expect(REMARKS).toContain(code);
    expect(Object.values(values).filter((one) => one === '' || one.length > 300)).toEqual([]);
  }
  return suggestions.length + remarks.length;
}

/** An answer with another value at each place of it that is the `nth` of four. */
function mixed(answer: unknown, other: unknown, nth: number): unknown {
  const isKept = (i: number): boolean => i % 4 !== nth;
  if (Array.isArray(answer)) return answer.map((one, i) => (isKept(i) ? one : mixed(one, other, nth)));
  if (typeof answer !== 'object' || answer === null) return other;
  const entries = Object.entries(answer);
  return Object.fromEntries(entries.map(([key, one], i) => [key, isKept(i) ? one : mixed(one, other, nth)]));
}

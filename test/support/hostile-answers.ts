import fc from 'fast-check';
import { expect } from 'vitest';
import type { RegisterProvider } from '@/src/domain/enrich/provider';
import { company, type CompanyFields } from '@/src/domain/parties/company.kind';
import { valueFault } from '@/src/domain/records/values';
import { askProvider } from './ask-provider';
import { runs } from './runs';

/**
 * Holds that whatever a register answers, nothing throws, no other host is asked, and no value comes without its place on a page
 * of the register. @param answers real ones, of which parts are exchanged. @param page how the addresses of its pages begin.
 * @returns how many values came: of none the property would say nothing.
 */
export function valuesWithPlaces(
  provider: RegisterProvider,
  fields: CompanyFields,
  answers: readonly unknown[],
  page: string,
): number {
  const part = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom('\u202e', '<b>', 'javascript:x', 'Q1', '00000000'),
  );
  const mutilated = fc
    .tuple(fc.constantFrom(...answers), part, fc.nat(40))
    .map(([answer, other, nth]) => exchanged(answer, other, { left: nth }));
  const body = fc.oneof(
    { arbitrary: fc.jsonValue(), weight: 1 },
    { arbitrary: mutilated, weight: 4 },
    { arbitrary: fc.constantFrom(...answers, undefined), weight: 2 },
  );
  let given = 0;
  fc.assert(
    fc.property(fc.array(body, { minLength: 3, maxLength: 3 }), (bodies) => {
      let nth = 0;
      const { requests, findings } = askProvider(provider, fields, () => bodies[nth++]);
      for (const { url } of requests)
        expect(provider.hosts(fields, { dns: 'google' })).toContain(new URL(url).hostname);
      given += findings.suggestions.length;
      for (const { field, value, raw, confidence, sources } of findings.suggestions) {
        expect(valueFault(company.fields[field], value)).toBeUndefined();
        expect(value.trim() === '' || raw.trim() === '' || /[\u202a-\u202e\n]/.test(value)).toBe(false);
        expect(confidence > 0.5 && confidence < 1).toBe(true);
        expect(sources).toEqual([
          expect.objectContaining({
            kind: 'register',
            url: expect.stringContaining(page),
            extractor: expect.anything(),
          }),
        ]);
        expect(sources[0]?.snippet).toContain(raw.slice(0, 100));
        expect(sources[0]?.snippet.length).toBeLessThanOrEqual(160);
      }
      for (const { values } of findings.remarks)
        expect(Object.values(values).filter((one) => one === '' || one.length > 500)).toEqual([]);
    }),
    { seed: 47, ...runs(300, 5000) },
  );
  return given;
}

/** An answer with another value at one of its places, counted from the front; whole where it has fewer. */
function exchanged(answer: unknown, other: unknown, count: { left: number }): unknown {
  if (count.left-- === 0) return other;
  if (Array.isArray(answer)) return answer.map((one) => exchanged(one, other, count));
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, one]) => [key, exchanged(one, other, count)]));
}

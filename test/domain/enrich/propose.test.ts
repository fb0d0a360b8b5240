import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSuggestions } from '@/src/domain/enrich/merge-suggestions';
import { effectOn, isSafe, propose, refusalKey } from '@/src/domain/enrich/propose';
import type { Suggestion } from '@/src/domain/enrich/provider';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import { typedValue } from '@/src/domain/records/evidence';
import { runs } from '@/test/support/runs';

const AT = '2026-11-21T09:00:00.000Z';
const filed: CompanyFields = { name: typedValue('Quill GmbH', AT), website: typedValue('quill.example', AT) };

const suggested = (
  field: Suggestion['field'],
  value: string,
  confidence = 0.9,
  more: Partial<Suggestion> = {},
): Suggestion => ({
  field,
  value,
  raw: value,
  confidence,
  sources: [{ kind: 'text', url: 'https://quill.example/', snippet: value, at: AT, extractor: 'test' }],
  provider: 'own-site',
  role: 'home',
  ...more,
});

const none = new Set<string>();
const lines = (
  fields: CompanyFields,
  suggestions: readonly Suggestion[],
  refused: ReadonlySet<string> = none,
): string[] =>
  propose(fields, mergeSuggestions(suggestions), refused).list.map(
    ({ field, value, effect, ticked }) => `${ticked ? '+' : ' '}${field} ${value}: ${effect}`,
  );

describe('suggestions that say the same', () => {
  it('are one, as sure as the surest page of one site, with the places of all', () => {
    const merged = mergeSuggestions([
      suggested('phones', '+493012345678', 0.8),
      suggested('phones', '+493012345678', 0.9, { role: 'contact' }),
    ]);

    expect(merged.map(({ confidence, sources }) => [confidence, sources.length])).toEqual([[0.9, 2]]);
  });

  it('are surer where two providers agree: 1 − (1 − 0.8)(1 − 0.9) = 0.98', () => {
    // Safe: a second provider, as there will be.
    const other = { provider: 'register' as Suggestion['provider'] };
    const [one] = mergeSuggestions([
      suggested('legalName', 'Quill GmbH', 0.8),
      suggested('legalName', 'Quill GmbH', 0.9, other),
    ]);

    expect(one?.confidence).toBeCloseTo(0.98, 12);
  });

  it('legal facts come from the imprint first, though another page is surer; numbers of equal weight from the contact page', () => {
    const merged = mergeSuggestions([
      suggested('legalName', 'Quill Group', 0.97),
      suggested('legalName', 'Quill GmbH', 0.9, { role: 'imprint' }),
      suggested('phones', '+491', 0.9),
      suggested('phones', '+492', 0.9, { role: 'contact' }),
    ]);

    const valuesOf = (field: string): string[] => merged.filter((one) => one.field === field).map(({ value }) => value);
    expect(valuesOf('legalName')).toEqual(['Quill GmbH', 'Quill Group']);
    expect(valuesOf('phones')).toEqual(['+492', '+491']);
  });
});

describe('what is proposed', () => {
  it('fills what is empty, beforehand only where it is sure', () => {
    expect(
      lines(filed, [
        suggested('legalName', 'Quill Holding GmbH', 0.9),
        suggested('legalName', 'Quill AG', 0.9),
        suggested('phones', '+493012345678', 0.85),
        suggested('phones', '+493012345679', 0.84),
        suggested('phones', '+498005550', 0.95, { label: 'hotline' }),
        suggested('emails', 'in**@quill.example', 0.99),
      ]),
    ).toEqual([
      '+legalName Quill Holding GmbH: fills',
      ' legalName Quill AG: fills',
      ' phones +498005550: fills',
      '+phones +493012345678: fills',
      ' phones +493012345679: fills',
      ' emails in**@quill.example: fills',
    ]);
  });

  it('leaves out what is there in whatever spelling, and shows a differing value beside it', () => {
    const { list } = propose(
      { ...filed, industry: typedValue('Tools', AT) },
      [
        suggested('website', 'https://www.quill.example/'),
        suggested('industry', 'Tools '),
        suggested('industry', 'Machine tools'),
      ],
      none,
    );

    expect(list.map(({ value, effect, ticked, held }) => [value, effect, ticked, held?.value])).toEqual([
      ['Machine tools', 'differs', false, 'Tools'],
    ]);
  });

  it('is nothing that cannot stand in its field', () => {
    expect(lines(filed, [suggested('founded', '1962'), suggested('founded', '1962-02-30')])).toEqual([]);
    expect(lines(filed, [suggested('founded', '1962-03-01')])).toEqual(['+founded 1962-03-01: fills']);
  });

  it('adds to several only by the user', () => {
    expect(lines({ ...filed, phones: { a: typedValue('+491', AT) } }, [suggested('phones', '+492', 0.99)])).toEqual([
      ' phones +492: adds',
    ]);
  });

  it('does not come again when it was refused', () => {
    const refused = new Set([refusalKey('phones', '+493012345678'), refusalKey('industry', 'MACHINE  tools')]);

    expect(
      lines(filed, [suggested('phones', '+493012345678'), suggested('industry', 'Machine tools')], refused),
    ).toEqual([]);
  });

  it('is not ticked where the site has another register number', () => {
    const fields = { ...filed, registrationIds: { a: typedValue('91510100MA6CD5XH7A', AT) } };
    const other = suggested('registrationIds', '91440300MA5EG8N40B', 0.95);
    const { list, isDoubted } = propose(fields, [other, suggested('industry', 'Tools', 0.95)], none);

    expect([isDoubted, list.some(({ ticked }) => ticked)]).toEqual([true, false]);
  });

  it('is taken unseen only when it is right 98 times in 100 and replaces nothing', () => {
    const { list } = propose(
      { ...filed, industry: typedValue('Tools', AT) },
      [
        suggested('legalName', 'Quill AG', 0.98),
        suggested('founded', '1999-01-01', 0.979),
        suggested('industry', 'X', 0.99),
      ],
      none,
    );

    expect(list.filter(isSafe).map(({ field }) => field)).toEqual(['legalName']);
  });

  it('never ticks anything that would touch a value on file', () => {
    const field = fc.constantFrom('name', 'legalName', 'industry', 'phones', 'emails', 'founded', 'website');
    const value = fc.constantFrom('a', 'b', 'c', 'A ', 'a*b', '2001-02-03');
    const record = fc.dictionary(field, value).map((held): CompanyFields => {
      const wrapped = Object.entries(held).map(([name, one]) => [
        name,
        name === 'phones' || name === 'emails' ? { x: typedValue(one, AT) } : typedValue(one, AT),
      ]);
      // Safe: the fields of a company, each in its form.
      return { name: typedValue('q', AT), ...(Object.fromEntries(wrapped) as object) };
    });
    const given = fc.array(fc.tuple(field, value, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 });
    fc.assert(
      fc.property(record, given, (fields, all) => {
        const suggestions = all.map(([name, one, sure]) => suggested(name, one, sure));
        for (const one of propose(fields, mergeSuggestions(suggestions), none).list) {
          if (!one.ticked) continue;
          expect(fields[one.field]).toBeUndefined();
          expect(effectOn(fields, one)).toBe('fills');
        }
      }),
      { seed: 11, ...runs(200, 5000) },
    );
  });
});

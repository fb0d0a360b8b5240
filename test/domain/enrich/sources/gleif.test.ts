import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gleif } from '@/src/domain/enrich/sources/gleif';
import { askProvider, AT, filedCompany, type Asked } from '@/test/support/ask-provider';
import { valuesWithPlaces } from '@/test/support/hostile-answers';
import {
  gleifList,
  gleifOne,
  HENGXING,
  QUILL_TOOLS_GB,
  QUILLMARK,
  QUILLMARK_HOLDING,
  type GleifFixture,
} from '@/test/support/register-answers-gleif';
import { runs } from '@/test/support/runs';

type Inputs = Parameters<typeof filedCompany>[0];

/** Asks about a company; a search gives these entries, the fulltext search those, an entry is looked up among all. */
function ask(inputs: Inputs, found: readonly GleifFixture[], byText: readonly GleifFixture[] = []): Asked {
  const all = [...found, ...byText];
  return askProvider(gleif, filedCompany(inputs), ({ step, url }) => {
    if (step === 'legal-name') return gleifList(...found);
    if (step === 'fulltext') return gleifList(...byText);
    if (step === 'parent') return gleifOne(QUILLMARK_HOLDING);
    const known = all.find(({ lei }) => url.endsWith(lei));
    return known && gleifOne(known);
  });
}
const values = ({ findings }: Asked): string[] => findings.suggestions.map(({ field, value }) => `${field} ${value}`);
const remarks = ({ findings }: Asked): string[] =>
  findings.remarks.map(({ code, values: { count, state } }) => [code, count ?? state].join(' ').trim());
const steps = ({ requests }: Asked): string[] => requests.map(({ step, fields }) => `${step}: ${fields.join()}`);

const BY_NAME: Inputs = { name: 'Quillmark', legalName: 'Quillmark Werkzeuge GmbH' };

describe('GLEIF', () => {
  it('is asked by the registered name, then for the parent', () => {
    const asked = ask(BY_NAME, [QUILLMARK]);

    expect(asked.requests.map(({ url }) => url)).toEqual([
      'https://api.gleif.org/api/v1/lei-records?filter%5Bentity.legalName%5D=Quillmark+Werkzeuge+GmbH&page%5Bsize%5D=5',
      'https://api.gleif.org/api/v1/lei-records/529900QUILLWERKZEU43/direct-parent',
    ]);
    expect(steps(asked)).toEqual(['legal-name: legalName', 'parent: ']);
    expect(values(asked)).toEqual([
      'legalName Quillmark Werkzeuge GmbH',
      'addresses Werkstraße 3, 73728 Esslingen',
      'addresses Lindenstraße 14, 70563 Stuttgart',
      'registrationIds 529900QUILLWERKZEU43',
      'registrationState ACTIVE',
      'parent Quillmark Holding SE',
    ]);
    expect(remarks(asked)).toEqual([]);
  });

  it('gives every value its place', () => {
    const { findings } = ask(BY_NAME, [QUILLMARK]);

    expect(findings.suggestions[0]).toEqual({
      field: 'legalName',
      value: 'Quillmark Werkzeuge GmbH',
      raw: 'Quillmark Werkzeuge GmbH',
      confidence: 0.9,
      provider: 'gleif',
      role: 'register',
      sources: [
        {
          kind: 'register',
          url: 'https://search.gleif.org/#/record/529900QUILLWERKZEU43',
          snippet: 'legalName: Quillmark Werkzeuge GmbH',
          at: AT,
          extractor: 'vital-few-gleif/1',
        },
      ],
    });
  });

  it('is asked by the LEI on file, which makes it sure', () => {
    const asked = ask({ name: 'Quillmark', registrationIds: ['DE136695976', '5299 00QU ILLW ERKZ EU43'] }, [QUILLMARK]);

    expect(asked.requests[0]?.url).toBe('https://api.gleif.org/api/v1/lei-records/529900QUILLWERKZEU43');
    expect(steps(asked)).toEqual(['lei: registrationIds', 'parent: registrationIds']);
    expect(asked.findings.suggestions.map(({ confidence }) => confidence)).toEqual([
      0.98, 0.98, 0.98, 0.98, 0.98, 0.98,
    ]);
  });

  it('looks for other spellings where no registered name is like it, in three requests', () => {
    const other = { ...QUILLMARK, name: 'Nordwerk Handels AG' };
    const asked = ask({ name: 'Chengdu Hengxing Machinery Co., Ltd.' }, [other], [HENGXING]);

    expect(steps(asked)).toEqual(['legal-name: name', 'fulltext: name']);
    expect(asked.requests[1]?.url).toContain('filter%5Bfulltext%5D=Chengdu+Hengxing+Machinery+Co.+Ltd.&');
    expect(values(asked)).toEqual([
      'legalName 成都衡行机械有限公司',
      'addresses 四川省成都市武侯区科华北路65号',
      'registrationIds 300300HENGXINGJIXI72',
      'registrationIds 91510100MA6CD5XH7A',
      'registrationState ACTIVE',
    ]);
    expect(steps(ask({ name: 'Quillmark Werkzeuge GmbH' }, [other], [QUILLMARK]))).toHaveLength(3);
  });

  it('does not ask for a parent that the entry says there is none of', () => {
    expect(steps(ask(BY_NAME, [{ ...QUILLMARK, hasParent: false }]))).toEqual(['legal-name: legalName']);
  });

  it('takes no parent that is the company itself', () => {
    const asked = askProvider(gleif, filedCompany(BY_NAME), ({ step }) =>
      step === 'parent' ? gleifOne(QUILLMARK) : gleifList(QUILLMARK),
    );
    expect(values(asked).filter((one) => one.startsWith('parent'))).toEqual([]);
  });

  it('says when the company is no longer active', () => {
    const asked = ask(BY_NAME, [{ ...QUILLMARK, status: 'INACTIVE' }]);

    expect(values(asked)).toContain('registrationState INACTIVE');
    expect(remarks(asked)).toEqual(['closed INACTIVE']);
  });

  it('keeps the spelling that is on file where the register says the same', () => {
    const filed = { legalName: 'Quill Tools Limited', addresses: ['12 Mill Lane, Leeds LS1 4AP'] };
    expect(values(ask(filed, [QUILL_TOOLS_GB]))).toEqual([
      'legalName Quill Tools Limited',
      'addresses 12 Mill Lane, Leeds LS1 4AP',
      'registrationIds 213800QUILLTOOLSGB59',
      'registrationIds Companies House 09876543',
      'registrationState ACTIVE',
    ]);
    expect(values(ask({ ...filed, addresses: ['14 Mill Lane, Leeds LS1 4AP'] }, [QUILL_TOOLS_GB]))[1]).toBe(
      'addresses 12 Mill Lane, Leeds, LS1 4AP',
    );
  });

  const twin = { ...QUILLMARK, lei: QUILLMARK_HOLDING.lei };
  it.each<[string, Inputs, GleifFixture[], string]>([
    ['nobody of the name', BY_NAME, [], 'not-listed'],
    ['somebody else', BY_NAME, [{ ...QUILLMARK, name: 'Nordwerk GmbH' }], 'not-listed'],
    ['two of the name', BY_NAME, [QUILLMARK, twin], 'several 2'],
    ['another legal form', BY_NAME, [{ ...QUILLMARK, name: 'Quillmark Werkzeuge AG' }], 'several 1'],
    ['a longer name', BY_NAME, [{ ...QUILLMARK, name: 'Quillmark Werkzeuge Nord GmbH' }], 'several 1'],
    ['another country', { ...BY_NAME, phones: ['+442079460958'] }, [QUILLMARK], 'not-listed'],
    ['another register number', { ...BY_NAME, registrationIds: ['Amtsgericht Ulm HRB 77'] }, [QUILLMARK], 'not-listed'],
    ['another USCC', { name: HENGXING.name, registrationIds: ['91110000600037341L'] }, [HENGXING], 'not-listed'],
    ['an entry given out by mistake', BY_NAME, [{ ...QUILLMARK, registration: 'ANNULLED' }], 'not-listed'],
    [
      'a former name',
      { name: 'Nordwerk GmbH' },
      [{ ...QUILLMARK, otherNames: [{ name: 'Nordwerk GmbH', type: 'PREVIOUS_LEGAL_NAME' }] }],
      'not-listed',
    ],
    ['a name without its form, of no known country', { name: 'Quillmark Werkzeuge' }, [QUILLMARK], 'several 1'],
    ['a Chinese name of no town', { name: '衡行机械', phones: ['+862885551234'] }, [HENGXING], 'several 1'],
    ['the LEI of somebody else', { name: 'Nordwerk', registrationIds: [QUILLMARK.lei] }, [QUILLMARK], 'several 1'],
    [
      'a LEI that is not known',
      { name: 'Quillmark', registrationIds: [QUILLMARK_HOLDING.lei] },
      [QUILLMARK],
      'not-listed',
    ],
  ])('takes nothing of %s', (_, inputs, found, remark) => {
    const asked = ask(inputs, found);
    expect([values(asked), remarks(asked).join()]).toEqual([[], remark]);
  });

  it.each<[string, Inputs, GleifFixture[], number]>([
    [
      'a name without its form, of its country',
      { name: 'Quillmark Werkzeuge', phones: ['+4971112345'] },
      [QUILLMARK],
      0.9,
    ],
    ['the form in full', { name: 'Quillmark Werkzeuge Gesellschaft mit beschränkter Haftung' }, [QUILLMARK], 0.9],
    ['the active one of two', BY_NAME, [{ ...twin, status: 'INACTIVE' }, QUILLMARK], 0.9],
    [
      'the one with the number on file',
      { ...BY_NAME, registrationIds: ['Amtsgericht Stuttgart HRB 123456'] },
      [{ ...twin, registeredAs: 'HRB 99' }, QUILLMARK],
      0.98,
    ],
    [
      'the one with the USCC on file',
      { name: HENGXING.name, registrationIds: ['91510100MA6CD5XH7A'] },
      [HENGXING],
      0.98,
    ],
    [
      'an own number, though the country is another',
      { name: 'Quill Tools', phones: ['+4971112345'], registrationIds: ['Companies House 09876543'] },
      [QUILL_TOOLS_GB],
      0.98,
    ],
  ])('takes %s', (_, inputs, found, confidence) => {
    expect(ask(inputs, found).findings.suggestions[0]?.confidence).toBe(confidence);
  });

  it('says nothing where the answer is not one of the register', () => {
    for (const body of [{}, { data: 'x' }, { errors: [{ status: '400' }] }, null, []]) {
      const { requests, findings } = askProvider(gleif, filedCompany(BY_NAME), () => body);
      expect([requests.length, findings]).toEqual([1, { suggestions: [], remarks: [] }]);
    }
  });

  it('is not asked about a name that is hidden in part or has no letter', () => {
    expect(gleif.hosts(filedCompany({ name: '深圳市***有限公司' }), { dns: 'google' })).toEqual([]);
    expect(gleif.hosts(filedCompany({ name: '—' }), { dns: 'google' })).toEqual([]);
    expect(gleif.hosts(filedCompany({}), { dns: 'google' })).toEqual(['api.gleif.org']);
  });

  it('gives no value without its place, whatever is answered', () => {
    const answers = [gleifList(QUILLMARK), gleifOne(QUILLMARK_HOLDING), gleifList(), gleifOne(QUILLMARK)];
    expect(
      valuesWithPlaces(gleif, filedCompany(BY_NAME), answers, 'https://search.gleif.org/#/record/'),
    ).toBeGreaterThan(0);
  });

  it('takes nothing unless exactly one active entry has the name and nothing against it', () => {
    const entry = fc.record({
      name: fc.constantFrom('Quillmark Werkzeuge GmbH', 'Quillmark Werkzeuge AG', 'Quillmark', 'Nordwerk GmbH'),
      country: fc.constantFrom('DE', 'GB'),
      registeredAs: fc.constantFrom('HRB 123456', 'HRB 9'),
      status: fc.constantFrom('ACTIVE', 'INACTIVE'),
    });
    const filed = { ...BY_NAME, phones: ['+4971112345'] };
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 5 }), (entries) => {
        const { lei } = QUILLMARK;
        const asked = ask(
          filed,
          entries.map((one) => ({ lei, ...one })),
        );
        const right = entries.filter(({ name, country }) => name === 'Quillmark Werkzeuge GmbH' && country === 'DE');
        const active = right.filter(({ status }) => status === 'ACTIVE');
        const isCertain = right.length === 1 || active.length === 1;
        expect(asked.findings.suggestions.length > 0).toBe(isCertain);
        expect(asked.findings.remarks.some(({ code }) => code !== 'closed')).toBe(!isCertain);
      }),
      { seed: 53, ...runs(100, 2000) },
    );
  });
});

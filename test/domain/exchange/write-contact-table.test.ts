import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactCard } from '@/src/domain/exchange/contact-card';
import { PRESETS, type TableFormat } from '@/src/domain/exchange/formats/presets';
import { readContactTable } from '@/src/domain/exchange/read-contact-table';
import type { ReadContacts } from '@/src/domain/exchange/read-contacts';
import { writeContactTable } from '@/src/domain/exchange/write-contact-table';
import { CONTACT_LABELS } from '@/src/domain/parties/contact-values';
import { writeCsv } from '@/src/domain/tabular/write-csv';
import { contactRows, fieldsOf } from '@/test/support/contact-files';

const EMPTY = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
const FORMATS = PRESETS.map(({ format }) => format);
const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;

function read(rows: readonly (readonly string[])[], home = 'CN'): ReadContacts {
  const result = readContactTable(rows, { home });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** As the file on disk: with the guards against formulas, and what a spreadsheet's reader makes of it. */
function throughCsv(rows: readonly (readonly string[])[]): string[][] {
  return Papa.parse<string[]>(writeCsv(rows).replace('\uFEFF', '')).data;
}

/** The words of the interface, as the export menu looks them up. */
function wordsOf(language: string): (key: string) => string {
  const json = (area: string): Record<string, Record<string, string>> =>
    JSON.parse(readFileSync(new URL(`../../../src/locales/${language}/${area}.json`, import.meta.url), 'utf8'));
  const words = { ...json('capture')['field'], ...json('accounts')['exportWord'] };
  return (key) => words[key] ?? key;
}

describe('writeContactTable', () => {
  it.each(FORMATS)('gives back %s field by field', (format) => {
    const first = read(contactRows(format));
    const written = writeContactTable(first.cards, format);
    const second = read(throughCsv(written));

    expect(second.format).toBe(format);
    expect(fieldsOf(second)).toEqual(fieldsOf(first));
    expect(second).toMatchObject({ faults: [], lost: [] });
    expect(writeContactTable(second.cards, format)).toEqual(written);
  });

  it.each(
    [...FORMATS, 'sheet-hans', 'sheet-hant', 'sheet-en'].flatMap((file) =>
      LANGUAGES.map((word) => [file, word] as const),
    ),
  )('holds all of %s in a sheet with the headings of %s', (file, language) => {
    const first = read(contactRows(file), file === 'sheet-hant' ? 'TW' : 'CN');
    const second = read(throughCsv(writeContactTable(first.cards, 'sheet', wordsOf(language))));

    // A sheet of ours has no column for the state and the source of a company, as docs/exchange.md says.
    const cards = first.cards.map(({ state: _state, channel: _channel, ...card }) => card);
    expect(second.format).toBe('sheet');
    expect(fieldsOf(second)).toEqual(fieldsOf({ cards }));
    expect(second).toMatchObject({ faults: [], lost: [] });
  });

  it.each(LANGUAGES)('holds what the register says of a company in a sheet with the headings of %s', (language) => {
    const registered: ContactCard = {
      ...EMPTY,
      id: 'r1',
      kind: 'company',
      name: '青禾岭泵业',
      legalRepresentative: '王晓岚',
      registeredCapital: '1000万元人民币',
      founded: '2015-03-12',
      registrationState: '存续',
      accounts: ['qq:800012345', 'linkedin:company/qingheling'],
    };
    const plain: ContactCard = {
      ...EMPTY,
      id: 'r2',
      kind: 'company',
      name: 'Northwick',
      website: 'https://nw.example/',
    };
    const rows = throughCsv(writeContactTable([registered, plain], 'sheet', wordsOf(language)));
    const second = read(rows);

    expect(second).toMatchObject({ faults: [], lost: [] });
    expect(second.cards.map(({ id: _id, place: _place, ...card }) => card)).toEqual(
      [registered, plain].map(({ id: _id, ...card }) => card),
    );
    // No empty columns where no company of the file has any of it.
    expect(writeContactTable([plain], 'sheet')[0]).not.toContain('founded');
  });

  it('holds cards of any labels and texts in a sheet', () => {
    const line = fc
      .stringMatching(/^[a-z一-龥]{1,12}$/)
      .filter((text) => !/^(na|nan|none|null|nil|total|无|合计|总计|小计|共计)$/.test(text));
    const phone = fc.record(
      {
        value: fc.integer({ min: 0, max: 99_999_999 }).map((n) => `+86138${String(n).padStart(8, '0')}`),
        label: fc.constantFrom(...CONTACT_LABELS),
      },
      { requiredKeys: ['value'] },
    );
    const phones = fc.uniqueArray(phone, { selector: ({ value }) => value, maxLength: 5 });
    const note = fc.tuple(line, line).map((lines) => lines.join('\n=SUM(A1) "x", '));
    const person = fc
      .record({ name: line, title: line, note, phones, tags: fc.uniqueArray(line, { maxLength: 3 }) })
      .map((fields): ContactCard => ({ ...EMPTY, id: '', kind: 'person', ...fields }));
    const byLabel = (card: ContactCard) => card.phones.map(({ value, label }) => `${label ?? ''} ${value}`).sort();
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 6 }), (people) => {
        const { cards } = read(throughCsv(writeContactTable(people, 'sheet', wordsOf('zh-CN'))));

        expect(cards.map(({ name, title, note, tags }) => ({ name, title, note, tags }))).toEqual(
          people.map(({ name, title, note, tags }) => ({ name, title, note, tags })),
        );
        expect(cards.map(byLabel)).toEqual(people.map(byLabel));
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('writes one mail address a row where the other program refuses two, and joins phones under their label', () => {
    const card: ContactCard = {
      ...EMPTY,
      id: 'r1',
      kind: 'person',
      name: '王晓岚',
      company: '青禾岭',
      phones: [
        { value: '+862155550101', label: 'work' },
        { value: '+862155550102', label: 'work' },
        { value: '+862155550103' },
      ],
      emails: [{ value: 'a@qingheling.example' }, { value: 'b@qingheling.example' }],
    };
    const [headings = [], row = []] = writeContactTable([card], 'salesforce-leads');
    const cells = Object.fromEntries(headings.map((heading, i) => [heading, row[i]]).filter(([, text]) => text !== ''));

    expect(cells).toEqual({
      'First Name': '晓岚',
      'Last Name': '王',
      Company: '青禾岭',
      Email: 'a@qingheling.example',
      Phone: '+862155550101; +862155550102',
      'Mobile Phone': '+862155550103',
    });
  });

  it('leaves people out of companies, and companies nobody works for out of people', () => {
    const company: ContactCard = { ...EMPTY, id: 'c', kind: 'company', name: 'Northwick' };
    const person: ContactCard = { ...EMPTY, id: 'p', kind: 'person', name: 'Olivia Grant' };
    const names = (format: TableFormat) =>
      writeContactTable([company, person], format)
        .slice(1)
        .map((row) => row.filter((cell) => cell !== ''));

    expect(names('hubspot-companies')).toEqual([['Northwick']]);
    expect(names('hubspot-contacts')).toEqual([['Olivia', 'Grant']]);
    expect(names('google')).toEqual([['Northwick'], ['Olivia', 'Grant']]);
    expect(writeContactTable([], 'outlook')).toHaveLength(1);
  });
});

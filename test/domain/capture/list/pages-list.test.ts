import { describe, expect, it } from 'vitest';
import type { RecordLine } from '@/scripts/capture/capture-line';
import { f1, readFixtures, tally, type PageFixture } from '@/test/support/page-fixtures';

const fixtures = readFixtures('list');

type Wanted = Partial<RecordLine>;

const nameOf = ({ company, people }: Wanted): string => company?.name ?? people?.[0]?.name ?? '';

/** What a record says, each value as one text under the record's name. */
function valuesOf(record: Wanted): string[] {
  const { phones = [], emails = [], linked = [], addresses = [], people = [], websites = [] } = record;
  const values = [
    ...(record.company ? [`company ${record.company.name}`] : []),
    ...phones.map(({ e164 }) => `phone ${e164}`),
    ...[...emails, ...linked].map(({ value }) => `email ${value}`),
    ...addresses.map(({ raw }) => `address ${raw}`),
    ...people.flatMap(({ name, title }) => [`person ${name}`, ...(title ? [`title ${title}`] : [])]),
    ...websites.map((site) => `website ${site.replace(/^https?:\/\/|\/$/g, '')}`),
  ];
  return [...new Set(values)].map((value) => `${nameOf(record)}: ${value}`);
}

/** Numbers, mailboxes, addresses and sites of a record that the page does not give to it: its neighbour's, or nobody's. */
function misjoined({ name, line, expected }: PageFixture): string[] {
  const wanted = new Set((expected.records ?? []).flatMap(valuesOf));
  const found = line.records.flatMap(valuesOf).filter((one) => /: (?:phone|email|address|website|person) /.test(one));
  return found.filter((one) => !wanted.has(one)).map((one) => `${name}: ${one}`);
}

describe('the list pages', () => {
  it('give no value to a record that it does not belong to', () => {
    expect(fixtures.flatMap(misjoined)).toEqual([]);
  });

  it('give the fields of their records', () => {
    const counted = tally(fixtures, ({ records }) => records?.flatMap(valuesOf));
    expect({ isGood: f1(counted) >= 0.95, misses: f1(counted) >= 0.95 ? [] : counted.misses }).toEqual({
      isGood: true,
      misses: [],
    });
  });

  it('give no records where nobody is listed', () => {
    const none = fixtures.filter(({ expected }) => expected.records?.length === 0);
    expect(none.length).toBeGreaterThanOrEqual(6);
    expect(none.flatMap(({ name, line }) => line.records.map((record) => `${name}: ${nameOf(record)}`))).toEqual([]);
  });

  it('give the page that goes on, and none on the last', () => {
    const next = fixtures.map(({ name, line }) => `${name} → ${line.next}`);
    expect(next).toEqual(fixtures.map(({ name, expected }) => `${name} → ${expected.next}`));
  });
});

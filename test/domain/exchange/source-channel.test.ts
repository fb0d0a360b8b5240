import { describe, expect, it } from 'vitest';
import type { ContactCard } from '@/src/domain/exchange/contact-card';
import { readContactTable } from '@/src/domain/exchange/read-contact-table';
import { writeContactTable } from '@/src/domain/exchange/write-contact-table';
import { readVcards } from '@/src/domain/exchange/read-vcard';
import { CHANNELS } from '@/src/domain/parties/company.kind';

const EMPTY = { phones: [], emails: [], addresses: [], registrationIds: [], accounts: [], tags: [], externalIds: [] };
const pair = (channel: string): ContactCard[] => [
  { ...EMPTY, id: 'c', kind: 'company', name: 'Tarnhill', channel },
  { ...EMPTY, id: 'p', kind: 'person', name: 'Ines Roth', company: 'Tarnhill' },
];
const read = (rows: readonly (readonly string[])[]) => {
  const result = readContactTable(rows, { home: 'DE' });
  return result.ok ? result.value : expect.fail(result.error.code);
};
const lead = (source: string) =>
  read([
    ['Last Name', 'Company', 'Lead Source', 'Lead Status'],
    ['Roth', 'Tarnhill', source, ''],
  ]);

describe('the channel by which a company came', () => {
  it.each(['salesforce-leads', 'salesforce-contacts'] as const)('goes to %s and comes back, each of them', (format) => {
    for (const channel of CHANNELS) {
      const { cards, lost } = read(writeContactTable(pair(channel), format));
      expect([cards.find(({ kind }) => kind === 'company')?.channel, lost]).toEqual([channel, []]);
    }
  });

  it('is not written where it is none of ours', () => {
    const rows = writeContactTable(pair('by pigeon'), 'salesforce-leads');
    expect(rows.flat()).not.toContain('by pigeon');
  });

  it.each([
    ['Web', 'swept'],
    [' trade show ', 'fair'],
    ['Employee Referral', 'referral'],
  ])('%s of a lead is %s', (source, channel) => {
    expect(lead(source).cards[0]?.channel).toBe(channel);
  });

  it('is told as lost where the word says nothing to us', () => {
    const { cards, lost } = lead('Pigeon post');
    expect(cards[0]).not.toHaveProperty('channel');
    expect(lost).toEqual([{ name: 'Lead Source', rows: 1 }]);
  });

  it('of a card that is none of ours is passed over', () => {
    const card = (channel: string): string =>
      `BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Tarnhill\r\nX-KA-CHANNEL:${channel}\r\nEND:VCARD\r\n`;
    const { cards } = readVcards(new TextEncoder().encode(card('fair') + card('pigeon')), { home: 'DE' });
    expect(cards.map(({ channel }) => channel)).toEqual(['fair', undefined]);
  });
});

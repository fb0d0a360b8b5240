import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactCard } from '@/src/domain/exchange/contact-card';
import { qrCardText, qrMatrix } from '@/src/domain/exchange/qr-card';
import { readVcards } from '@/src/domain/exchange/read-vcard';

const WANG: ContactCard = {
  id: 'r1',
  kind: 'person',
  name: '王晓岚',
  title: '采购经理',
  company: '青禾岭泵业',
  website: 'https://qingheling.example/',
  phones: ['+8613800138000', '+862155550101', '+862155550102', '+862155550103'].map((value) => ({ value })),
  emails: ['wang@qingheling.example', 'buy@qingheling.example', 'x@qingheling.example'].map((value) => ({ value })),
  addresses: [],
  registrationIds: [],
  accounts: ['wechat:wang88'],
  tags: ['重点'],
  externalIds: ['hubspot:1'],
  note: 'private',
  owner: 'Li',
};
const bytesIn = (text: string): number => new TextEncoder().encode(text).length;

/** The three corners of every QR code: a dark ring of seven around a dark square of three. */
function hasFinder(matrix: readonly (readonly boolean[])[], top: number, left: number): boolean {
  return Array.from({ length: 49 }, (_, i) => [Math.floor(i / 7), i % 7] as const).every(([y, x]) => {
    const ring = Math.max(Math.abs(y - 3), Math.abs(x - 3));
    return matrix[top + y]?.[left + x] === (ring !== 2);
  });
}

describe('qrCardText', () => {
  it('says who it is and how to reach them, and nothing else', () => {
    expect(qrCardText(WANG)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'N:王;晓岚;;;',
        'FN:王晓岚',
        'TEL:+8613800138000',
        'EMAIL:wang@qingheling.example',
        'ORG:青禾岭泵业',
        'TITLE:采购经理',
        'TEL:+862155550101',
        'TEL:+862155550102',
        'EMAIL:buy@qingheling.example',
        'URL:https://qingheling.example/',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('leaves out the least important first', () => {
    const long = qrCardText({ ...WANG, website: `https://qingheling.example/${'x'.repeat(1000)}` });
    const longer = qrCardText({ ...WANG, title: '经'.repeat(400) });

    expect(long).not.toContain('URL');
    expect(long).toContain('EMAIL:buy@');
    expect(longer).toContain('ORG:青禾岭泵业');
    expect(longer).not.toMatch(/TITLE|URL|0101/);
  });

  it('is never longer than 1200 bytes, and always names somebody', () => {
    const text = fc.string({ minLength: 1, maxLength: 2000, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, text, (name, title, website) => {
        const written = qrCardText({ ...WANG, name: `A${name}`, title, website });

        expect(bytesIn(written)).toBeLessThanOrEqual(1200);
        expect(readVcards(new TextEncoder().encode(written), { home: 'CN' }).cards.at(-1)?.name).toMatch(/^A/);
      }),
      { numRuns: 50 },
    );
  });
});

describe('qrMatrix', () => {
  it('is a square with its three corners, larger for more text, and the same for the same', () => {
    const small = qrMatrix('BEGIN:VCARD');
    const large = qrMatrix(qrCardText(WANG));
    const largest = qrMatrix('王'.repeat(400));

    expect(small.length).toBe(21);
    expect(large.length).toBeGreaterThan(small.length);
    expect(largest.length).toBeGreaterThan(large.length);
    for (const matrix of [small, large, largest]) {
      const side = matrix.length;

      expect(matrix.every((row) => row.length === side)).toBe(true);
      expect((side - 17) % 4).toBe(0);
      expect([hasFinder(matrix, 0, 0), hasFinder(matrix, 0, side - 7), hasFinder(matrix, side - 7, 0)]).toEqual([
        true,
        true,
        true,
      ]);
    }
    expect(qrMatrix(qrCardText(WANG))).toEqual(large);
    expect(qrMatrix(qrCardText({ ...WANG, name: '王晓' }))).not.toEqual(large);
  });
});

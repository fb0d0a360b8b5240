import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '@/src/domain/capture/budget';
import { findSpot, type Wanted } from '@/src/domain/capture/text/find-spot';
import { takeSnapshot } from '@/src/domain/capture/text/snapshot';
import { openHtml } from '@/test/support/page';

/** What a range over the spot would say; undefined without one. */
function spotIn(html: string, wanted: Wanted): string | undefined {
  const { document, realm } = openHtml(html);
  const snapshot = takeSnapshot(
    document,
    realm,
    createBudget(() => 0, 1000, 10_000),
  );
  const spot = findSpot(snapshot, wanted, ({ data }) => data);
  if (!spot) return undefined;
  const range = document.createRange();
  range.setStart(spot.from.node, spot.from.offset);
  range.setEnd(spot.to.node, spot.to.offset);
  return range.toString();
}

describe('the place of a value', () => {
  it.each([
    ['in the middle of a line', '<p>Call 021-5555 0101 today</p>', '021-5555 0101', '021-5555 0101'],
    ['over several elements', '<p>Call <b>021</b>-<i>5555 0101</i></p>', '021-5555 0101', '021-5555 0101'],
    ['in white space of its own', '<p>\n   Call\n   021-5555\n   0101 </p>', '021-5555 0101', '021-5555\n   0101'],
    ['in full-width signs', '<p>电话：０２１－５５５５０１０１</p>', '021-55550101', '０２１－５５５５０１０１'],
    ['with invisible signs in it', '<p>021\u200B-5555\u00AD0101</p>', '021-55550101', '021\u200B-5555\u00AD0101'],
  ])('is found %s', (_, html, raw, expected) => {
    expect(spotIn(html, { raw, snippet: '' })).toBe(expected);
  });

  it('is the one inside its snippet, not the first', () => {
    const html = '<p>Fax 5555 0101</p><p>Sales 5555\n0101</p>';
    expect(spotIn(html, { raw: '5555 0101', snippet: 'Sales 5555 0101' })).toBe('5555\n0101');
    expect(spotIn(html, { raw: '5555 0101', snippet: 'Fax 5555 0101' })).toBe('5555 0101');
    expect(spotIn(html, { raw: '5555 0101', snippet: 'of another page' })).toBe('5555 0101');
  });

  it.each([
    ['is not on the page', '<p>Nothing here</p>', '5555 0101'],
    ['is only in a hidden part', '<p style="display: none">5555 0101</p>', '5555 0101'],
    [
      'is only in data for programs',
      '<script type="application/ld+json">{"telephone":"5555 0101"}</script>',
      '5555 0101',
    ],
    ['is empty', '<p>5555 0101</p>', ' '],
  ])('is not found when it %s', (_, html, raw) => {
    expect(spotIn(html, { raw, snippet: '' })).toBeUndefined();
  });

  it('says what was looked for, white space aside, wherever it stands', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,6}$/);
    const gap = fc.constantFrom(' ', '\n', ' \n ', '</b> <b>', ' <i></i>');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { minLength: 3, maxLength: 9 }), fc.nat(), fc.nat(), (words, a, b) => {
        const html = `<p><b>${words.map(([one, space]) => one + space).join('')}</b></p>`;
        const from = a % words.length;
        const to = from + (b % (words.length - from));
        const raw = words
          .slice(from, to + 1)
          .map(([one]) => one)
          .join(' ');
        expect(spotIn(html, { raw, snippet: '' })?.replace(/\s+/g, ' ')).toBe(raw);
      }),
      { numRuns: process.env['VITAL_FEW_LONG'] ? 1000 : 100 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { capturePage } from '@/src/domain/capture/capture-page';
import type { ReadAs, Reading } from '@/src/domain/capture/found';
import { normalsOf, openHtml } from '@/test/support/page';

function read(html: string, as?: ReadAs, url = 'https://www.tarnhill.example/'): Reading {
  return capturePage({ ...openHtml(html, url), url, now: () => 0, as });
}
const PLAIN = '<title>Tarnhill</title><p>Tarnhill Valves</p><p>Phone: 030 55550101</p>';

describe('a page read as one of a region', () => {
  it.each([
    ['DE', '+493055550101'],
    ['IT', '+3903055550101'],
  ])('gives a number without country code the code of %s', (region, expected) => {
    expect(normalsOf(read(PLAIN, { region }), 'phones')).toEqual([expected]);
  });

  it('is what the user says, before what the page says anywhere', () => {
    const html = `<html lang="en-GB"><title>Tarnhill</title><p>Musterstraße 5, 10115 Berlin, Germany</p><p>Tel. 030 55550101</p>`;

    expect(normalsOf(read(html), 'phones')).toEqual(['+493055550101']);
    expect(normalsOf(read(html, { region: 'IT' }), 'phones')).toEqual(['+3903055550101']);
  });

  it('is not asked of a number that has a country code', () => {
    const html = '<title>Tarnhill</title><p>Phone: +44 20 7946 0101</p>';

    expect(normalsOf(read(html, { region: 'CN' }), 'phones')).toEqual(['+442079460101']);
  });

  it('follows from the language that the user says, where the page names no country', () => {
    const reading = read(PLAIN, { lang: 'de' });

    expect(normalsOf(reading, 'phones')).toEqual(['+493055550101']);
    expect(reading.hints).toEqual({ region: 'DE', countries: [], host: 'www.tarnhill.example', lang: 'de' });
  });

  it('tells the region it was read for, and none where nothing gives one', () => {
    expect(read(PLAIN, { region: 'FR' }).hints.region).toBe('FR');
    expect(read('<html lang="zh-TW"><title>青禾嶺</title>').hints.region).toBe('TW');
    expect(read('<title>Tarnhill</title>').hints).not.toHaveProperty('region');
  });
});

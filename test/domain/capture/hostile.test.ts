import { describe, expect, it } from 'vitest';
import { finish } from '@/src/kernel/steps';
import { takeImage } from '@/src/domain/capture/image/take-image';
import { parseLeniently } from '@/src/domain/capture/lenient-json';
import { LIMITS } from '@/src/domain/capture/limits';
import { readImage } from '@/src/domain/capture/read-image';
import { companiesOf, jsonLd, openHtml, readHtml } from '@/test/support/page';
import { HANGS, processorTime } from '@/test/support/processor-time';

const ORGANISATION = { '@type': 'Organization', name: 'Acme' };

describe('a hostile page', () => {
  it.each([
    [
      'form',
      '<form><input name="children"><input name="textContent"><input name="getAttribute"><input name="parentElement">',
    ],
    ['images', '<img name="querySelectorAll"><img name="defaultView"><img name="body"><img name="documentElement">'],
  ])('cannot hide behind clobbering %s', (_, html) => {
    const reading = readHtml(
      `${html}<div itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Acme</b></div>`,
    );

    expect(companiesOf(reading)[0]?.name).toEqual(['Acme']);
  });

  it('is left when the time is up, with what was found', () => {
    let ms = 0;
    const reading = readHtml(
      `${jsonLd(ORGANISATION)}${'<div itemscope itemtype="https://schema.org/Organization"><b itemprop="name">B</b></div>'.repeat(400)}`,
      undefined,
      () => (ms += 100),
    );

    expect(reading.notices).toContain('stopped');
    expect(companiesOf(reading)[0]?.name).toEqual(['Acme']);
  });

  it('is left as well when the time went before a source was looked at', () => {
    const { document, realm } = openHtml(jsonLd(ORGANISATION), 'https://www.acme.example.com/');
    const image = finish(takeImage({ document, realm, url: 'https://www.acme.example.com/', now: () => 0 }));
    let calls = 0;
    // It goes while the page is built from its image again.
    const now = (): number => (calls++ === 0 ? 0 : LIMITS.budgetMs + 1);
    const reading = finish(readImage(image, { realm, now }));

    expect(reading.ms).toBeGreaterThan(LIMITS.budgetMs);
    expect(reading.notices).toContain('stopped');
  });

  it('makes us read no block over the limit, and others still', () => {
    const reading = readHtml(jsonLd(`{"x":"${'a'.repeat(LIMITS.blockCharacters)}"}`) + jsonLd(ORGANISATION));

    expect(companiesOf(reading)[0]?.name).toEqual(['Acme']);
  });

  it('can nest and branch without end', () => {
    let deep = '{"@type":"Organization","name":"Deep"}';
    for (let i = 0; i < 5000; i++) deep = `{"@type":"Thing","about":${deep}}`;
    const wide = {
      '@graph': Array.from({ length: 30 }, (_, i) => ({
        '@id': `n${i}`,
        '@type': 'Thing',
        about: [{ '@id': `n${(i + 1) % 30}` }, { '@id': `n${(i + 2) % 30}` }],
      })),
    };

    expect(() => readHtml(jsonLd(deep) + jsonLd(wide) + jsonLd(ORGANISATION))).not.toThrow();
  });

  it('gives values of bounded length without invisible characters', () => {
    const reading = readHtml(jsonLd({ '@type': 'Organization', name: `\u202EAc\u200Bme ${'x'.repeat(5000)}` }));
    const [name = ''] = companiesOf(reading)[0]?.name ?? [];

    expect(name.startsWith('Acme x')).toBe(true);
    expect(name.length).toBeLessThanOrEqual(LIMITS.valueCharacters);
  });
});

describe('parseLeniently', () => {
  it.each([
    ['quotes that never close', '"'.repeat(1_000_001)],
    ['escapes that never close', `"${'\\"'.repeat(500_000)}`],
    ['comments that never close', '/*'.repeat(500_000)],
    ['semicolons', `${';'.repeat(1_000_000)}x`],
    ['commas and blanks', ', '.repeat(500_000)],
    ['brackets', '['.repeat(1_000_000)],
  ])('gives up on a megabyte of %s at once', (_, text) => {
    const spent = processorTime();

    expect(parseLeniently(text)).toBeUndefined();
    // A quadratic reader would take hours.
    expect(spent()).toBeLessThan(HANGS);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRobots } from '@/src/domain/enrich/site/robots';
import { runs } from '@/test/support/runs';

const allowed = (lines: readonly string[], path: string): boolean =>
  readRobots(lines.join('\n'), 'vital-few').allows(path);
const ANY = 'User-agent: *';

describe('what a robots.txt lets us read', () => {
  it.each([
    ['an empty file allows all', [], '/a', true],
    ['no group of ours', ['User-agent: other', 'Disallow: /'], '/a', true],
    ['all is closed', [ANY, 'Disallow: /'], '/a', false],
    ['nothing is closed by an empty rule', [ANY, 'Disallow:'], '/a', true],
    ['the beginning of a path', [ANY, 'Disallow: /shop'], '/shopping', false],
    ['another path', [ANY, 'Disallow: /shop'], '/Shop', true],
    ['the longest decides: allow', [ANY, 'Disallow: /', 'Allow: /contact'], '/contact/', true],
    ['the longest decides: disallow', [ANY, 'Allow: /a', 'Disallow: /a/b'], '/a/b', false],
    ['of two equally long the one that allows', [ANY, 'Disallow: /page', 'Allow: /page'], '/page', true],
    ['our own group instead of all', [ANY, 'Disallow: /', 'User-agent: Vital-Few/1.0', 'Disallow: /x'], '/a', true],
    ['our own group counts', [ANY, 'Allow: /', 'User-agent: vital-few', 'Disallow: /x'], '/x/1', false],
    [
      'two groups of ours',
      ['User-agent: vital-few', 'Disallow: /a', ANY, 'User-agent: vital-few', 'Disallow: /b'],
      '/a',
      false,
    ],
    ['several names of one group', ['User-agent: other', ANY, 'Disallow: /a'], '/a', false],
    ['a name that only begins like ours', ['User-agent: vital-fewer', 'Disallow: /'], '/a', true],
    ['a star within', [ANY, 'Disallow: /*/print'], '/a/b/print', false],
    ['a star that finds nothing', [ANY, 'Disallow: /*/print'], '/print', true],
    ['an end', [ANY, 'Disallow: /*.php$'], '/a.php', false],
    ['not at the end', [ANY, 'Disallow: /*.php$'], '/a.php?x=1', true],
    ['an end without a star', [ANY, 'Disallow: /$'], '/', false],
    ['an end without a star, further down', [ANY, 'Disallow: /$'], '/a', true],
    ['parts that may not overlap', [ANY, 'Disallow: /aba*ba$'], '/aba', true],
    ['a query', [ANY, 'Disallow: /*?'], '/a?b', false],
    ['comments and blanks', [' user-AGENT : * # all', '\tDISALLOW :  /a  # no'], '/a', false],
    ['escapes of either writing', [ANY, 'Disallow: /%e8%81%94'], '/联系', false],
    ['characters of either writing', [ANY, 'Disallow: /联系'], '/%E8%81%94%E7%B3%BB', false],
    ['rules before any group', ['Disallow: /', ANY, 'Disallow: /x'], '/a', true],
    ['other lines', [ANY, 'Crawl-delay: 10', 'Sitemap: https://a.example/s.xml', 'Disallow: /x'], '/x', false],
    ['robots.txt itself', [ANY, 'Disallow: /'], '/robots.txt', true],
  ])('%s', (_, lines, path, expected) => {
    expect(allowed(lines, path)).toBe(expected);
  });

  it('reads lines that end in any way, and a byte order mark', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(readRobots(`\uFEFFUser-agent: *${end}Disallow: /a`, 'vital-few').allows('/a')).toBe(false);
  });

  it('leaves out what is longer than the caps, and is done soon', () => {
    const stars = `Disallow: ${'/a*'.repeat(100_000)}`;
    const many = Array.from({ length: 100_000 }, (_, i) => `Disallow: /p${i}x`);
    const started = performance.now();

    expect(allowed([ANY, stars, ...many], '/p2000x')).toBe(true);
    expect(allowed([ANY, ...many], '/p1999x')).toBe(false);
    expect(allowed([ANY, `Disallow: /${'*a'.repeat(240)}$`], `/${'a'.repeat(1900)}b`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('never fails, whatever stands there, and closes nothing that it does not name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.webPath(), (text, path) => {
        expect(typeof readRobots(text, 'vital-few').allows(path)).toBe('boolean');
        expect(readRobots(`${ANY}\nDisallow: /never\n`, 'vital-few').allows(`/x${path}`)).toBe(true);
      }),
      { seed: 7, ...runs(100, 3000) },
    );
  });
});

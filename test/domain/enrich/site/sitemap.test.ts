import { describe, expect, it } from 'vitest';
import { readSitemap } from '@/src/domain/enrich/site/sitemap';

describe('the map of a site', () => {
  it.each([
    ['one address', '<url><loc> https://a.example/x </loc></url>', ['https://a.example/x']],
    ['an escape', '<loc>https://a.example/?a=1&amp;b=&lt;</loc>', ['https://a.example/?a=1&b=<']],
    ['character data', '<loc><![CDATA[https://a.example/x]]></loc>', ['https://a.example/x']],
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY e "https://evil.example/">]><loc>&e;</loc>', ['&e;']],
    ['no sitemap', '<html><h1>404</h1></html>', []],
    ['nothing', '', []],
    ['an address that never ends', `<loc>${'x'.repeat(3000)}</loc>`, []],
  ])('%s', (_, text, addresses) => {
    expect(readSitemap(text)).toEqual(addresses);
  });

  it('is read no further than its caps, and fast whatever it is', () => {
    expect(readSitemap('<loc>a</loc>'.repeat(9000)).length).toBe(5000);
    expect(readSitemap(`${' '.repeat(600_000)}<loc>a</loc>`)).toEqual([]);
    expect(readSitemap('<loc>   '.repeat(100_000))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createPageDom } from '@/src/domain/capture/page-dom';
import { furtherPages } from '@/src/domain/enrich/site/further-pages';
import { linksOf } from '@/src/domain/enrich/site/site-links';
import { openHtml, readHtml } from '@/test/support/page';

const HOME = 'https://www.quill.example/';

function pagesOf(html: string, url = HOME): string[] {
  const { document, realm } = openHtml(html, url);
  const page = { url, reading: readHtml(html, url), links: linksOf(createPageDom(document, realm, url)) };
  return furtherPages(page).map(
    (one) => `${one.role} ${one.url.replace(new URL(url).origin, '')}${one.isGuess ? '?' : ''}`,
  );
}

describe('the pages that are read after the first', () => {
  it('are one of each sort, the imprint first', () => {
    const html = `<html lang="de"><nav><a href="/">Start</a><a href="/produkte">Produkte</a><a href="/team.html">Team</a>
      <a href="/ueber-uns">Über uns</a><a href="kontakt">Kontakt</a><a href="/kontakt/anfahrt">Kontakt und Anfahrt</a></nav>
      <footer><a href="/impressum#top">Impressum</a></footer></html>`;

    expect(pagesOf(html)).toEqual(['imprint /impressum', 'contact /kontakt', 'about /ueber-uns', 'team /team.html']);
  });

  it.each([
    [
      'zh-CN',
      '<a href="/lianxi.html">联系我们</a><a href="/gsjj.html">公司简介</a>',
      ['contact /lianxi.html', 'about /gsjj.html'],
    ],
    ['zh-TW', '<a href="/a1">聯絡我們</a><a href="/a2">關於我們</a>', ['contact /a1', 'about /a2']],
    [
      'en',
      '<a href="/get-in-touch">Contact us</a><a href="/company">Who we are</a>',
      ['contact /get-in-touch', 'about /company'],
    ],
    [
      'fr',
      '<a href="/c">Contact</a><a href="/m">Mentions légales</a><a href="/q">Qui sommes-nous</a>',
      ['imprint /m', 'contact /c', 'about /q'],
    ],
  ])('are found in %s', (lang, links, expected) => {
    expect(pagesOf(`<html lang="${lang}">${links}</html>`)).toEqual(expected);
  });

  it('are guessed where nothing leads to them, two at most', () => {
    expect(pagesOf('<html lang="en"></html>')).toEqual(['contact /contact?', 'about /about?']);
    expect(pagesOf('<html lang="de"></html>')).toEqual(['imprint /impressum?', 'contact /contact?']);
  });

  it('are never elsewhere, no files, no ways out, and not the page itself', () => {
    const html = `<html lang="en"><a href="https://evil.example/contact">Contact</a><a href="http://127.0.0.1/contact">Contact</a>
      <a href="https://www.quill.example:8443/contact">Contact</a><a href="javascript:contact()">Contact</a>
      <a href="/contact.pdf">Contact</a><a href="/logout?next=contact">Contact</a><a href="/index.html#contact">Contact</a>
      <a href="//quill.example/about">About us</a></html>`;

    expect(pagesOf(html)).toEqual(['about https://quill.example/about', 'contact /contact?']);
  });

  it('are found soon among as many links as are looked at', () => {
    const links = Array.from({ length: 1000 }, (_, i) => ({ url: `${HOME}p${i}`, text: 'contact '.repeat(10) }));
    const started = performance.now();

    const reading = readHtml('<html lang="en"></html>', HOME);
    expect(furtherPages({ url: HOME, reading, links }).map(({ role }) => role)).toEqual(['contact', 'about']);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('are looked for in no more links than that', () => {
    const html = Array.from({ length: 1200 }, (_, i) => `<a href="/p${i}">x</a>`).join('');
    const { document, realm } = openHtml(html, HOME);

    expect(linksOf(createPageDom(document, realm, HOME)).length).toBe(1000);
  });
});

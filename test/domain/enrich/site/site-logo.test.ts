import { describe, expect, it } from 'vitest';
import { createPageDom } from '@/src/domain/capture/page-dom';
import { logoOf } from '@/src/domain/enrich/site/site-logo';
import { jsonLd, openHtml } from '@/test/support/page';

const PAGE = 'https://www.quill.example/de/';

function logo(html: string): string | undefined {
  const { document, realm } = openHtml(html, PAGE);
  const found = logoOf(createPageDom(document, realm, PAGE), PAGE);
  return found && `${found.url} ${found.confidence}`;
}
const data = (value: unknown): string => jsonLd({ '@type': 'Organization', name: 'Quill', logo: value });
const HEADER = '<header><a href="/" class="brand"><img src="/img/quill.png" alt="Quill"></a></header>';
const ICON = '<link rel="shortcut icon" href="/favicon.ico"><link rel="apple-touch-icon" href="/touch.png">';

describe('the logo of a page', () => {
  it.each([
    ['in its data', data('/a.png') + HEADER + ICON, 'https://www.quill.example/a.png 0.92'],
    [
      'in its data, as a picture',
      data({ '@type': 'ImageObject', url: 'b.png' }),
      'https://www.quill.example/de/b.png 0.92',
    ],
    ['in its header', ICON + HEADER, 'https://www.quill.example/img/quill.png 0.9'],
    ['by the name of its file', '<img src="/x/top-logo.gif">', 'https://www.quill.example/x/top-logo.gif 0.9'],
    ['as the icon for phones', ICON, 'https://www.quill.example/touch.png 0.86'],
    [
      'as the icon of its tab, which is unsure',
      '<link rel="icon" href="/f.ico">',
      'https://www.quill.example/f.ico 0.7',
    ],
    ['on its twin', data('https://quill.example/a.png'), 'https://quill.example/a.png 0.92'],
  ])('is found %s', (_, html, wanted) => {
    expect(logo(html)).toBe(wanted);
  });

  it.each([
    ['of another site', data('https://evil.example/a.png')],
    ['on the user’s own network', data('http://192.168.0.1/a.png')],
    ['that is a program', data('javascript:alert(1)')],
    ['written into the page', '<img class="logo" src="data:image/png;base64,AAAA">'],
    ['of a partner', '<div class="partner-logos"><img src="/p/acme-logo.png" alt="Acme logo"></div>'],
    ['of a product', jsonLd({ '@type': 'Product', logo: '/p.png' })],
    ['shared with a post', '<meta property="og:image" content="/hero.jpg">'],
  ])('is not a picture %s', (_, html) => {
    expect(logo(html)).toBeUndefined();
  });
});

import { html } from '../web-stub';
import { xml, type InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" type="image/svg+xml" href="/icon.svg"><link rel="apple-touch-icon" href="/touch-180.png"></head><body>
  <div id="app"><div class="topbar" role="banner">Lumenfeld</div>${body}<div class="page-footer">© 2026 Lumenfeld Optics GmbH</div></div><script src="/app.js"></script></body></html>`;
const address = (path: string): string =>
  `<url><loc>https://www.lumenfeld-optics.com${path}</loc><lastmod>2026-09-01</lastmod></url>`;

/** A first page that only scripts fill; the sitemap leads to pages that the server writes. */
export const LUMENFELD: InventedSite = {
  filed: { name: 'Lumenfeld Optics', website: 'https://www.lumenfeld-optics.com/' },
  robots: 'User-agent: *\nAllow: /\nSitemap: https://www.lumenfeld-optics.com/sitemap.xml',
  pages: {
    '/': html(
      '<!doctype html><html lang="en"><head><title>Lumenfeld Optics</title><link rel="apple-touch-icon" href="/touch-180.png"></head><body><div id="app"></div><script src="/app.js"></script><noscript>Please turn on JavaScript.</noscript></body></html>',
    ),
    '/sitemap.xml': xml(
      `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${address('/')}${address('/lenses/aspheres')}${address('/lenses/contact-lenses-tooling')}
      ${address('/blog/2026/03/about-coatings')}${address('/company/contact')}${address('/legal/imprint')}${address('/legal/privacy')}</urlset>`,
    ),
    '/company/contact': html(
      page(
        'Contact – Lumenfeld Optics',
        `<h1>Talk to us</h1><p>Lumenfeld Optics GmbH</p><p>Am Glaswerk 7, 07745 Jena, Germany</p><p>Phone +49 3641 5550170</p><p>Fax +49 3641 5550179</p><p>hello@lumenfeld-optics.com</p>
        <h2>Distributors</h2><ul class="partners"><li>Japan: Kohgaku Trading KK, +81 3-5550-2210, sales@kohgaku.example</li><li>USA: Brightline Photonics LLC, (585) 555-0133</li></ul>`,
      ),
    ),
    '/legal/imprint': html(
      page(
        'Imprint – Lumenfeld Optics',
        `<h1>Imprint</h1><p>Information according to § 5 DDG</p><p>Lumenfeld Optics GmbH<br>Am Glaswerk 7<br>07745 Jena</p><p>Managing Directors: Dr. Ines Kolbe, Tomas Reuter</p><p>Register court: Amtsgericht Jena, HRB 504417</p><p>VAT ID: DE304178254</p>
        <p>Hosting: Serverhain GmbH, Industriestr. 4, 91710 Gunzenhausen, +49 9831 5550</p>`,
      ),
    ),
    '/lenses/contact-lenses-tooling': html(page('Tooling', '<p>Ask Jan: +49 3641 5550199</p>')),
  },
  facts: [
    ['legalName', 'Lumenfeld Optics GmbH'],
    ['phones', '+4936415550170'],
    ['phones', '+4936415550179'],
    ['emails', 'hello@lumenfeld-optics.com'],
    ['addresses', 'Am Glaswerk 7, 07745 Jena'],
    ['registrationIds', 'DE304178254'],
    ['registrationIds', 'Amtsgericht Jena HRB 504417'],
    ['legalRepresentative', 'Dr. Ines Kolbe, Tomas Reuter'],
    ['logo', 'https://www.lumenfeld-optics.com/touch-180.png'],
  ],
};

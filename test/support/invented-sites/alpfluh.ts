import { html } from '../web-stub';
import type { InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="de-AT"><head><meta charset="utf-8"><title>${title} – Alpfluh Messtechnik</title><link rel="icon" href="/icons/alpfluh.ico"></head><body>
  <header><div class="logo"><a href="/"><img src="/bilder/alpfluh.png" alt="Alpfluh Messtechnik"></a></div><ul class="navigation"><li><a href="/produkte/">Produkte</a></li><li><a href="/unternehmen/">Unternehmen</a></li>
  <li><a href="/standorte/">Standorte &amp; Kontakt</a></li></ul></header><main>${body}</main>
  <footer><div>Alpfluh Messtechnik GmbH · Wallenmahd 23 · 6850 Dornbirn · Austria</div><div>T +43 5572 220140 · office@alpfluh.com</div>
  <a href="/impressum/">Impressum</a> <a href="/agb/">AGB</a> <a href="https://www.linkedin.com/company/alpfluh-messtechnik/">LinkedIn</a></footer></body></html>`;

/** A German-speaking company under .com with its seat in Austria and an office in Switzerland. */
export const ALPFLUH: InventedSite = {
  filed: { name: 'Alpfluh', website: 'https://www.alpfluh.com' },
  robots: 'User-agent: *\nDisallow: /intern/\nCrawl-delay: 1',
  pages: {
    '/': html(
      page('Längenmessung für die Blechbearbeitung', '<h1>Genau gemessen</h1><p>Modell AM 2200 misst bis 6500 mm.</p>'),
    ),
    '/impressum/': html(
      page(
        'Impressum',
        `<h1>Impressum</h1><p>Offenlegung gemäß § 25 MedienG und Angaben gemäß § 5 ECG</p><table><tr><td>Medieninhaber:</td><td>Alpfluh Messtechnik GmbH</td></tr><tr><td>Anschrift:</td><td>Wallenmahd 23, 6850 Dornbirn, Österreich</td></tr>
        <tr><td>Firmenbuchnummer:</td><td>FN 412345k</td></tr><tr><td>Firmenbuchgericht:</td><td>Landesgericht Feldkirch</td></tr><tr><td>UID-Nummer:</td><td>ATU72418350</td></tr>
        <tr><td>Geschäftsführer:</td><td>DI Martin Felder, Mag. Sabine Rüscher</td></tr><tr><td>Telefon:</td><td>+43 5572 220140</td></tr><tr><td>Fax:</td><td>+43 5572 220140-9</td></tr><tr><td>E-Mail:</td><td>office@alpfluh.com</td></tr>
        <tr><td>Aufsichtsbehörde:</td><td>Bezirkshauptmannschaft Dornbirn, Klaudiastraße 2, 6850 Dornbirn</td></tr><tr><td>Mitglied:</td><td>WKO Vorarlberg</td></tr></table>
        <p>Konzept &amp; Design: Bergwerk Kommunikation, 6900 Bregenz, T +43 5574 55012</p>`,
      ),
    ),
    '/standorte/': html(
      page(
        'Standorte & Kontakt',
        `<h1>Standorte &amp; Kontakt</h1><section><h2>Zentrale Dornbirn</h2><p>Wallenmahd 23<br>A-6850 Dornbirn</p><p>Telefon +43 5572 220140</p></section>
        <section><h2>Alpfluh Messtechnik – Büro Schweiz</h2><p>Rorschacher Strasse 150<br>CH-9006 St. Gallen</p><p>Telefon +41 71 555 01 44<br>schweiz@alpfluh.com</p><p>CHE-418.273.568 MWST</p></section>
        <section><h2>Service</h2><p>Serviceline: +43 5572 220155<br>service@alpfluh.com</p></section>`,
      ),
    ),
    '/unternehmen/': html(page('Unternehmen', '<h1>Unternehmen</h1><p>45 Mitarbeiter, 2 Standorte, seit 2008.</p>')),
  },
  facts: [
    ['legalName', 'Alpfluh Messtechnik GmbH'],
    ['phones', '+435572220140'],
    ['phones', '+4355722201409'],
    ['phones', '+41715550144'],
    ['phones', '+435572220155'],
    ['emails', 'office@alpfluh.com'],
    ['emails', 'schweiz@alpfluh.com'],
    ['emails', 'service@alpfluh.com'],
    ['addresses', 'Wallenmahd 23, 6850 Dornbirn'],
    ['addresses', 'Rorschacher Strasse 150, CH-9006 St. Gallen'],
    ['accounts', 'linkedin:company/alpfluh-messtechnik'],
    ['registrationIds', 'ATU72418350'],
    ['registrationIds', 'Landesgericht Feldkirch FN 412345k'],
    ['registrationIds', 'CHE-418.273.568'],
    ['legalRepresentative', 'DI Martin Felder, Mag. Sabine Rüscher'],
    ['logo', 'https://www.alpfluh.com/bilder/alpfluh.png'],
  ],
};

import { html, redirect } from '../web-stub';
import type { InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="/favicon-32x32.png" sizes="32x32"></head><body>
  <div id="cookie-banner">Wir verwenden Cookies. <a href="/datenschutz">Mehr erfahren</a></div>
  <header><a href="/"><img class="site-logo" src="/media/brandt-logo.png" alt="Brandt Werkzeugbau Logo"></a><a href="tel:+497115550123">0711 5550123</a></header>
  <nav><a href="/leistungen">Leistungen</a><a href="/referenzen">Referenzen</a><a href="/ueber-uns">Über uns</a><a href="/kontakt">Kontakt</a></nav>${body}
  <footer><p>© 2026 Brandt Werkzeugbau GmbH</p><a href="/impressum">Impressum</a> <a href="/datenschutz">Datenschutz</a> <a href="/agb.pdf">AGB</a></footer></body></html>`;

/** A bare domain that leads to its twin with www. */
export const BRANDT: InventedSite = {
  filed: { name: 'Brandt Werkzeugbau', website: 'brandt-werkzeugbau.de' },
  robots: 'User-agent: *\nAllow: /',
  atHost: (host, path) => (host.startsWith('www.') ? undefined : redirect(`//www.${host}${path}`)),
  pages: {
    '/': html(
      page(
        'Brandt Werkzeugbau | Vorrichtungen und Prüfmittel aus Stuttgart',
        `<h1>Vorrichtungen seit 1962</h1><p>Toleranzen bis 0,002 mm, Losgrößen von 1 bis 5000.</p>
        <section class="testimonials"><h2>Das sagen unsere Kunden</h2><blockquote>Termintreu seit 20 Jahren. – Karl Meinhardt, Meinhardt Pumpen AG, Tel. 07031 4440120</blockquote></section>`,
      ),
    ),
    '/impressum': html(
      page(
        'Impressum - Brandt Werkzeugbau',
        `<h1>Impressum</h1><p>Angaben gemäß § 5 DDG</p><p>Brandt Werkzeugbau GmbH<br>Lindenstraße 14<br>70563 Stuttgart</p>
        <p>Vertreten durch die Geschäftsführerin: Helga Brandt</p><p>Telefon: +49 711 5550123<br>Telefax: +49 711 5550124<br>
        E-Mail: <a href="mailto:info@brandt-werkzeugbau.de">info@brandt-werkzeugbau.de</a></p>
        <p>Registergericht: Amtsgericht Stuttgart<br>Registernummer: HRB 123456</p><p>Umsatzsteuer-Identifikationsnummer: DE136695976</p>
        <h2>Verantwortlich für den Inhalt nach § 18 Abs. 2 MStV</h2><p>Jonas Brandt, Anschrift wie oben</p>
        <h2>Streitschlichtung</h2><p>Zentrum für Schlichtung e.V., Straßburger Straße 8, 77694 Kehl, Telefon 07851 7957940, mail@schlichtung-zentrum.de</p>
        <p>Webdesign: Pixelhof Agentur, Telefon 0711 9990000</p>`,
      ),
    ),
    '/kontakt': html(
      page(
        'Kontakt - Brandt Werkzeugbau',
        `<h1>Kontakt</h1><p>Tel. 0711 555 01 23</p><p>Vertrieb: vertrieb@brandt-werkzeugbau.de</p><p>Einkauf: einkauf@brandt-werkzeugbau.de</p>
        <h2>Ihre Ansprechpartner</h2><div class="person"><h3>Jonas Brandt</h3><p>Leiter Vertrieb</p><p>Durchwahl: 0711 5550140</p><p>Mobil: 0171 3920012</p><p>j.brandt@brandt-werkzeugbau.de</p></div>
        <div class="person"><h3>Petra Seidl</h3><p>Einkauf</p><p>Durchwahl: 0711 5550151</p><p>p.seidl@brandt-werkzeugbau.de</p></div>`,
      ),
    ),
    '/ueber-uns': html(
      page('Über uns', '<h1>Über uns</h1><p>Unser Werk steht in Vaihingen. Gegründet 1962 von Otto Brandt.</p>'),
    ),
    '/datenschutz': html(
      page(
        'Datenschutz',
        '<h1>Datenschutz</h1><p>Datenschutzbeauftragter: Kanzlei Roth, Tel. 089 99998123, dsb@kanzlei-roth.example</p>',
      ),
    ),
  },
  facts: [
    ['legalName', 'Brandt Werkzeugbau GmbH'],
    ['phones', '+497115550123'],
    ['phones', '+497115550124'],
    ['emails', 'info@brandt-werkzeugbau.de'],
    ['emails', 'vertrieb@brandt-werkzeugbau.de'],
    ['emails', 'einkauf@brandt-werkzeugbau.de'],
    ['addresses', 'Lindenstraße 14, 70563 Stuttgart'],
    ['registrationIds', 'DE136695976'],
    ['registrationIds', 'Amtsgericht Stuttgart HRB 123456'],
    ['legalRepresentative', 'Helga Brandt'],
    ['logo', 'https://www.brandt-werkzeugbau.de/media/brandt-logo.png'],
  ],
};

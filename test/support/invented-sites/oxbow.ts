import { jsonLd } from '../page';
import { html } from '../web-stub';
import type { InventedSite } from './invented-site';

const ORGANIZATION = jsonLd({
  '@context': 'https://schema.org',
  '@type': 'Organization',
  name: 'Oxbow Tools',
  legalName: 'Oxbow Tools Ltd',
  url: 'https://oxbow-tools.co.uk/',
  logo: { '@type': 'ImageObject', url: '/img/oxbow-mark.png' },
  telephone: '+44 20 7946 0958',
  address: {
    '@type': 'PostalAddress',
    streetAddress: '12 Mill Lane',
    addressLocality: 'Leeds',
    postalCode: 'LS1 4AP',
    addressCountry: 'GB',
  },
});
const page = (title: string, body: string, head = ''): string =>
  `<!doctype html><html lang="en-GB"><head><title>${title}</title>${head}</head><body><header><a href="/">Oxbow</a> <a href="/planes">Planes</a> <a href="/chisels">Chisels</a></header>${body}
  <footer><p>© Oxbow Tools Ltd. Registered in England and Wales, company number 08412377. VAT no. GB 318 4627 51.</p><p>Site by <a href="https://fernandlark.co.uk">Fern &amp; Lark</a>, 0113 496 0199</p></footer></body></html>`;

/** Structured data, and a contact page that only a guess finds. */
export const OXBOW: InventedSite = {
  filed: { name: 'Oxbow Tools', website: 'https://oxbow-tools.co.uk/' },
  pages: {
    '/': html(
      page(
        'Oxbow Tools | Hand planes',
        `<h1>Hand planes</h1><p>No. 5 jack plane, £245.00, order code 0501-2217</p>
        <div class="testimonials"><p>“Best plane I own.” Tom Hallam, Hallam Joinery, hallam@hallamjoinery.co.uk</p></div>`,
        ORGANIZATION,
      ),
    ),
    '/contact': html(
      page(
        'Contact - Oxbow Tools',
        `<h1>Contact</h1><p>Mail us: <a href="mailto:sales@oxbow-tools.co.uk">sales@oxbow-tools.co.uk</a></p><p>Workshop: 0113 496 0142 (weekdays, 9–5)</p>
        <p>Press: Rose Amory, Amory PR, rose@amorypr.co.uk, 020 7946 0311</p>`,
      ),
    ),
  },
  facts: [
    ['legalName', 'Oxbow Tools Ltd'],
    ['phones', '+442079460958'],
    ['phones', '+441134960142'],
    ['emails', 'sales@oxbow-tools.co.uk'],
    ['addresses', '12 Mill Lane, Leeds, LS1 4AP, GB'],
    ['registrationIds', 'GB 318 4627 51'],
    ['registrationIds', '08412377'],
    ['logo', 'https://oxbow-tools.co.uk/img/oxbow-mark.png'],
  ],
};

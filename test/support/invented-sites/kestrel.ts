import { html } from '../web-stub';
import type { InventedSite } from './invented-site';

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="https://cdn.kestrelridge.com/fav.png">
  <meta property="og:image" content="https://www.kestrelridge.com/img/hero-bolts.jpg"></head><body>
  <header class="site-header"><a href="/" class="navbar-brand"><img src="/img/kr-logo@2x.png" alt="Kestrel Ridge Fastening"></a> <span class="call">Toll-free: <a href="tel:18005550142">1-800-555-0142</a></span>
  <nav><a href="/products">Products</a><a href="/industries">Industries</a><a href="/about">About Us</a><a href="/contact">Contact</a><a href="/careers">Careers</a></nav></header>${body}
  <footer><p>Kestrel Ridge Fastening, Inc. | 4120 Quarry Road, Toledo, OH 43607 | (419) 555-0118</p><ul><li><a href="https://www.linkedin.com/company/kestrel-ridge-fastening">LinkedIn</a></li></ul>
  <p>© 2026 Kestrel Ridge Fastening, Inc. Powered by StoreForge. ISO 9001:2015 cert. no. 2015-88-1042</p></footer></body></html>`;

/** Several branches, representatives with their own lines, prices and part numbers. */
export const KESTREL: InventedSite = {
  filed: { name: 'Kestrel Ridge', website: 'www.kestrelridge.com' },
  robots:
    'User-agent: *\nDisallow: /cart\nDisallow: /checkout\nSitemap: https://www.kestrelridge.com/sitemap_index.xml',
  pages: {
    '/': html(
      page(
        'Kestrel Ridge Fastening | Industrial bolts and studs',
        `<h1>Fasteners that hold</h1><p>Part 419-555-2210, 3/4-10 x 4 in., $2.15 each</p><div class="reviews"><p>"They saved our shutdown." – Dana Whitlock, Whitlock Steel, (216) 555-0190</p></div>`,
      ),
    ),
    '/contact': html(
      page(
        'Contact | Kestrel Ridge Fastening',
        `<h1>Contact us</h1><h2>Headquarters</h2><address>4120 Quarry Road<br>Toledo, OH 43607</address><p>Phone: (419) 555-0118<br>Fax: (419) 555-0119<br>Email: <a href="mailto:sales@kestrelridge.com">sales@kestrelridge.com</a></p>
        <h2>Branches</h2><table><tr><th>Branch</th><th>Address</th><th>Phone</th></tr><tr><td>Houston</td><td>880 Ship Channel Drive, Houston, TX 77029</td><td>(713) 555-0134</td></tr>
        <tr><td>Reno</td><td>15 Corsair Court, Reno, NV 89502</td><td>(775) 555-0167</td></tr></table>
        <h2>Sales representatives</h2><div class="team"><div><strong>Marcus Delaney</strong>, Midwest Sales Manager<br>Direct: (419) 555-0151<br>mdelaney@kestrelridge.com</div>
        <div><strong>Ana Whitford</strong>, Gulf Coast Sales Manager<br>Direct: (713) 555-0152<br>awhitford@kestrelridge.com</div></div>`,
      ),
    ),
    '/about': html(
      page(
        'About | Kestrel Ridge Fastening',
        `<h1>About us</h1><p>Founded in 1974 by Ray Kestrel, Kestrel Ridge Fastening, Inc. ships 40 million parts a year to 1,200 customers.</p><p>Accounts payable: ap@kestrelridge.com</p>`,
      ),
    ),
    '/careers': html(page('Careers', '<p>Recruiter: Pike Staffing, (614) 555-0170</p>')),
  },
  facts: [
    ['legalName', 'Kestrel Ridge Fastening, Inc.'],
    ['phones', '+14195550118'],
    ['phones', '+14195550119'],
    ['phones', '+18005550142'],
    ['phones', '+17135550134'],
    ['phones', '+17755550167'],
    ['emails', 'sales@kestrelridge.com'],
    ['emails', 'ap@kestrelridge.com'],
    ['addresses', '4120 Quarry Road, Toledo, OH 43607'],
    ['addresses', '880 Ship Channel Drive, Houston, TX 77029'],
    ['addresses', '15 Corsair Court, Reno, NV 89502'],
    ['accounts', 'linkedin:company/kestrel-ridge-fastening'],
    ['logo', 'https://www.kestrelridge.com/img/kr-logo@2x.png'],
  ],
};

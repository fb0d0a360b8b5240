import { describe, expect, it } from 'vitest';
import { normalsOf, readHtml } from '@/test/support/page';

const WANTED = 'info@acme-pumps.com';
const hex = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
const xored = (key: number): string =>
  hex(String.fromCharCode(key) + [...WANTED].map((sign) => String.fromCharCode(sign.charCodeAt(0) ^ key)).join(''));
const percent = (text: string): string => [...text].map((sign) => `%${hex(sign)}`).join('');
const decimal = (text: string): string => [...text].map((sign) => `&#${sign.charCodeAt(0)};`).join('');
const hexadecimal = (text: string): string => [...text].map((sign) => `&#x${hex(sign)};`).join('');
const backwards = (text: string): string => [...text].reverse().join('');
const base64 = (text: string): string => btoa(text);

/** Ways in which pages hide an address, all of the same one. */
const HIDDEN: readonly string[] = [
  // Signs in words.
  'info [at] acme-pumps [dot] com',
  'info(at)acme-pumps(dot)com',
  'info (at) acme-pumps.com',
  'info[at]acme-pumps.com',
  'info {at} acme-pumps {dot} com',
  'info &lt;at&gt; acme-pumps &lt;dot&gt; com',
  'info |at| acme-pumps |dot| com',
  'info -at- acme-pumps -dot- com',
  'info _at_ acme-pumps _dot_ com',
  'info AT acme-pumps DOT com',
  'info at acme-pumps dot com',
  'info(a)acme-pumps.com',
  'info [a] acme-pumps.com',
  'info [ät] acme-pumps [punkt] com',
  'info (ät) acme-pumps (Punkt) com',
  'info (at) acme-pumps punkt com',
  'info [arroba] acme-pumps [punto] com',
  'info (arobase) acme-pumps (point) com',
  'info[@]acme-pumps.com',
  'info(@)acme-pumps.com',
  'info {@} acme-pumps [.] com',
  'info @ acme-pumps.com',
  'info@ acme-pumps.com',
  'info @ acme-pumps . com',
  'info((at))acme-pumps((dot))com',
  'info [ at ] acme-pumps [ dot ] com',
  'info【at】acme-pumps【dot】com',
  // Chinese.
  '邮箱：info＠acme-pumps.com',
  '邮箱：info＠acme-pumps．com',
  'info艾特acme-pumps点com',
  'info(艾特)acme-pumps(点)com',
  'info#acme-pumps.com（请将#换成@）',
  'info*acme-pumps.com（*替换为@）',
  'info☆acme-pumps.com，☆改為@',
  '邮箱 info#acme-pumps.com (#=@)',
  // Entities, tags and style.
  decimal(WANTED),
  hexadecimal(WANTED),
  'info&commat;acme-pumps&period;com',
  'info<b>@</b>acme-pumps<i>.</i>com',
  'info<!-- no robots -->@<!-- -->acme-pumps.com',
  'info<span style="display:none">NOSPAM</span>@acme-pumps.com',
  'info@<span style="visibility: hidden">remove-this.</span>acme-pumps.com',
  'info\u200B@\u200Bacme-pumps.com',
  'in\u00ADfo@acme-\u00ADpumps.com',
  `<span style="unicode-bidi:bidi-override;direction:rtl">${backwards(WANTED)}</span>`,
  // Links and attributes that a script reads.
  `<a href="mailto:${percent(WANTED)}">write</a>`,
  `<a href="mailto:${hexadecimal(WANTED)}">write</a>`,
  '<a href="mailto:info%40acme-pumps.com?subject=Hello">write</a>',
  '<a href="mailto:info(at)acme-pumps.com">write</a>',
  '<a href="mailto:info[at]acme-pumps[dot]com">write</a>',
  `<a class="__cf_email__" data-cfemail="${xored(0x5a)}">[email protected]</a>`,
  `<a href="/cdn-cgi/l/email-protection#${xored(0x13)}">[email protected]</a>`,
  '<a href="javascript:linkTo_UnCryptMailto(\'nbjmup+jogpAbdnf.qvnqt/dpn\');">info (at) acme-pumps.com</a>',
  '<span data-user="info" data-domain="acme-pumps.com"></span>',
  '<span data-name="info" data-domain="acme-pumps" data-tld="com"></span>',
  `<span data-email="${base64(WANTED)}"></span>`,
  `<span data-email="${backwards(WANTED)}"></span>`,
  '<span data-email="vasb@npzr-chzcf.pbz"></span>',
  '<span data-email="info [at] acme-pumps [dot] com"></span>',
  `<span data-mail="${hex(WANTED)}"></span>`,
  `<a data-email-encoded="${base64(WANTED)}" href="#">write</a>`,
  '<span data-part1="info" data-part2="acme-pumps" data-part3="com"></span>',
  '<a href="#" data-email-user="info" data-email-domain="acme-pumps.com">write</a>',
  `<a href="#" data-href="mailto:${WANTED}">write</a>`,
  `<a href="#" onclick="location.href='mailto:${WANTED}'">write</a>`,
];

/** What looks like an address to a pattern and is none that anybody reads. */
const JUNK: readonly string[] = [
  // Pictures, styles and scripts by their names.
  ['logo@2x.png', 'logo@3x.png', 'hero@2x.jpg', 'hero@2x.jpeg', 'team@1x.webp', 'icon@4x.gif', 'bg@2x.svg'],
  ['banner@1.5x.png', 'sprite@2x.avif', 'favicon@32.ico', 'flag@2x.bmp', 'scan@300.tiff', 'map@2x.png?v=3'],
  ['main@5a1b.css', 'app@1a2b3c.js', 'vendor@8.min.js', 'chunk@4f.mjs', 'theme@dark.scss', 'index@v2.html'],
  ['feed@daily.xml', 'data@2024.json', 'price@list.pdf', 'form@2.docx', 'archive@old.zip', 'font@bold.woff2'],
  ['icons@7.woff', 'serif@book.ttf', 'jingle@short.mp3', 'clip@720.mp4', 'clip@1080.webm', 'page@print.php'],
  ['photo@large.JPG', 'PHOTO@2X.PNG', 'thumb@small.jpeg', 'button@hover.png', 'a@b.svg', 'x@y.js', 'cover@2x.heic'],
  // Packages and versions.
  ['jquery@3.7.1', 'react@18.2.0', 'vue@3', 'bootstrap@5.3.2', 'lodash@4.17.21', 'npm i core@1.0.0-rc.1'],
  ['@babel/core', '@types/node', '@angular/cli@17.0.1', 'import x from "@scope/name"', 'swiper@11', 'gsap@3.12'],
  ['https://cdn.example.net/npm/swiper@11/swiper-bundle.min.js', 'https://unpkg.com/htmx.org@1.9.10', 'node@20-alpine'],
  ['postgres@sha256:0123456789abcdef', 'image: nginx@sha256', 'actions/checkout@v4', 'pnpm@9.1.0+sha256', 'deno@1.40'],
  // Keys of collectors.
  ['0123456789abcdef0123456789abcdef@o123.ingest.sentry.io', 'https://abc0123456789@sentry.io/42'],
  ['605a7baede844d278b89dc95ae0a9123@sentry-next.wixpress.com', '8c4075d5481d476e945486754f783364@sentry.io'],
  ['dd0a55ccb8124b9c9d938e3acf41f8aa@sentry.wixpress.com', '2a57b4ce2f6a4e1e9d7c8b6a5f4e3d2c@errors.example.org'],
  ['4fd1f1d2-1c2d-4b5a-9f3e-1a2b3c4d5e6f@tracker.io', 'ffffffffffffffffffffffff@rollbar.com'],
  // Examples and what a theme or a form fills in.
  ['you@example.com', 'name@example.com', 'user@example.org', 'someone@example.net', 'john.doe@example.com'],
  ['your@email.com', 'your.name@company.com', 'youremail@domain.com', 'you@yourdomain.com', 'me@mysite.com'],
  ['your-email@your-domain.com', 'yourname@yourcompany.com', 'email@email.com', 'email@domain.com', 'name@domain.com'],
  ['user@domain.com', 'username@domain.com', 'info@yourdomain.com', 'info@yoursite.com', 'info@yourwebsite.com'],
  ['info@example.com', 'test@test.com', 'abc@xyz.com', 'xxx@xxx.com', 'xxxx@xxxx.com', 'abc@abc.com', 'mail@mail.com'],
  ['max.mustermann@beispiel.de', 'ihre@email.de', 'name@firma.de', 'deine@email.de', 'ihr.name@ihre-domain.de'],
  ['mustermann@example.de', 'name@beispiel.de', 'votre@email.com', 'nom@domaine.com', 'info@mydomain.com'],
  ['someone@somewhere.com', 'user@host.com', 'foo@bar.com', 'foo@example.co.uk', 'jane.doe@email.com', 'a@a.com'],
  // Boxes that nobody reads.
  ['noreply@acme-pumps.com', 'no-reply@acme-pumps.com', 'no_reply@acme-pumps.com', 'donotreply@acme-pumps.com'],
  ['do-not-reply@acme-pumps.com', 'mailer-daemon@acme-pumps.com', 'bounce@acme-pumps.com', 'bounces@acme-pumps.com'],
  ['unsubscribe@acme-pumps.com', 'noreply-de@acme-pumps.com', 'no.reply@acme-pumps.com', 'nobody@acme-pumps.com'],
  // Cut off, or no address by its shape.
  ['info@', '@acme', 'info@acme', 'info@acme.', 'info@.com', 'info@acme..com', '.info@acme..', 'info@-acme', '@', '@@'],
  ['a@@b.com@', 'info@localhost', 'root@localhost', 'admin@server', 'user@192.168.0.1', 'info@acme.c', 'info@acme.1'],
  ['pre@acme…', 'info@acm…', 'infor...@...', '...@gmail.com', 'xx***@***.com', 'i***o@acme-pumps.com', '<@U024BE7LH>'],
  // Names in networks.
  ['@acmepumps', 'Follow @acme_pumps', 'by @li.wei', '@acme.pumps', 'via @press.office', 'Instagram: @acme.official'],
  ['Twitter @acme', 'cc @team/web', '@media (min-width: 30em)', '@import url(x.css)', '@font-face', '@charset "utf-8"'],
  // Sentences and prices.
  ['meet us at the point of sale', 'look at me dot matrix', 'from 9 at night. Open daily', '3 @ 4.50 each'],
  ['12 pcs @ 3.20', 'ACME @ Hannover Messe', 'Lunch @ Noon', 'live @ the.club', 'we look at acme. com is short'],
  [
    'open at ten. Net price',
    'sold at cost. Info below',
    'Stand at hall 4. De Luxe',
    'arrive at 7 dot',
    '@ 20 Uhr im Saal',
  ],
  [
    'dot com at its best',
    'Sitz at Wien. At home',
    'born at sea. Me too',
    '5@10.00',
    'Room @4.12',
    'E=mc@2.de3',
    'git@v1.2.3',
  ],
].flat();

const emails = (html: string): string[] => [
  ...new Set(normalsOf(readHtml(html, 'https://www.acme-pumps.com/contact'), 'emails')),
];

describe('hidden addresses', () => {
  it('are looked at in many forms', () => {
    expect(new Set(HIDDEN).size).toBeGreaterThanOrEqual(45);
  });

  it('are found in nineteen of twenty, and nothing else with them', () => {
    const missed = HIDDEN.filter((html) => emails(`<p>${html}</p>`).join() !== WANTED);

    expect(missed).toEqual([]);
  });
});

describe('what is no address', () => {
  it('is looked at in many forms', () => {
    expect(new Set(JUNK).size).toBeGreaterThanOrEqual(150);
  });

  it('gives none, as text or in an attribute', () => {
    const wrong = JUNK.flatMap((text) => {
      const shown = text.replaceAll('<', '&lt;');
      const found = [
        ...emails(`<p>${shown}</p>`),
        ...emails(`<p data-email="${shown.replaceAll('"', '&quot;')}">x</p>`),
      ];
      return found.map((email) => `${text} → ${email}`);
    });

    expect(wrong).toEqual([]);
  });
});

/** A page made to break or to stop a reader, with a company in it that should still be found where it comes first. */
export interface HostilePage {
  readonly name: string;
  readonly html: string;
}

const OWN =
  '<script type="application/ld+json">{"@type":"Organization","name":"Marlcombe Ropes Ltd","telephone":"+44 20 7946 0117"}</script>';

type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed. */
function randomOf(seed: number): Random {
  let state = (seed + 1) * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
}

const many = (count: number, one: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join('');
const ld = (text: string): string => `<script type="application/ld+json">${text}</script>`;

/** Kinds of attack; `random` varies size and signs. */
const KINDS: Readonly<Record<string, (random: Random) => string>> = {
  'nested elements': (random) => `${'<div>'.repeat(1000 + random(2000))}x`,
  'nested tables': (random) => '<table><tr><td>'.repeat(150 + random(150)) + many(50, () => 'Tel 020 7946 0117 '),
  'a line without end': (random) =>
    `<p>${'+44 20 7946 0117 '[random(17)]}${'0123456789 -('.repeat(20_000 + random(20_000))}</p>`,
  'near addresses': (random) =>
    `<p>${['a@', 'a@b.', 'a at b ', 'a [at] ', '@.', 'x_'][random(6)]?.repeat(60_000 + random(40_000)) ?? ''}</p>`,
  'many small nodes': (random) => many(8000 + random(8000), (i) => `<b>${i}</b> `),
  'clobbered names': (random) => {
    const names = ['children', 'textContent', 'getAttribute', 'querySelectorAll', 'parentElement', 'body', 'nodeType'];
    return many(
      200,
      () =>
        `<form name="${names[random(7)]}"><input name="${names[random(7)]}"><img name="${names[random(7)]}"></form>`,
    );
  },
  'huge attributes': (random) => {
    const long = 'h-card vcard p-name '.repeat(5000 + random(20_000));
    return `<div class="${long}" data-email="${long}" id="${long}"><a href="mailto:${long}">x</a><img alt="${long}" src="logo.png"></div>`;
  },
  'a bomb of JSON': (random) =>
    ld(`${'{"@graph":['.repeat(500 + random(3000))}${'"@type":"Person",'.repeat(random(3000))}`),
  'circles of references': (random) =>
    ld(
      JSON.stringify({
        '@graph': Array.from({ length: 40 }, (_, i) => ({
          '@id': `n${i}`,
          '@type': 'Organization',
          name: `N ${i}`,
          employee: [{ '@id': `n${random(40)}` }, { '@id': `n${random(40)}` }],
          about: { '@id': `n${random(40)}` },
        })),
      }),
    ),
  'a crowd of people': (random) =>
    ld(
      JSON.stringify(
        Array.from({ length: 300 + random(300) }, (_, i) => ({
          '@type': 'Person',
          name: `Person ${i}`,
          worksFor: { '@type': 'Organization', name: `Firm ${i}` },
        })),
      ),
    ),
  'names of prototypes': (random) =>
    ld(
      `{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}},"@type":["Organization","__proto__"],"name":{"toString":"z${random(9)}"},"hasOwnProperty":1}`,
    ),
  'nested cards': (random) =>
    many(150 + random(150), () => '<div class="h-card vcard adr"><span class="p-name fn p-org">A'),
  'items in items': (random) =>
    many(
      200 + random(200),
      () =>
        '<div itemscope itemtype="https://schema.org/Organization" itemprop="employee name url"><b itemprop="name">A</b>',
    ),
  'tricks of writing': (random) => {
    const signs = ['\u202E', '\u200B', '\uFEFF', '\uD800', '\u0000', 'ﷺ', '\u0301', '＠', '．', '⁠'];
    return `<p>${many(20_000, () => `${signs[random(10)]}info${signs[random(10)]}@acme.`)}</p>`;
  },
  'scripts in values': (random) =>
    ld(
      JSON.stringify({
        '@type': 'Organization',
        name: '<img src=x onerror=alert(1)>',
        url: 'javascript:alert(1)',
        telephone: `=cmd|' /C calc'!A${random(9)}`,
        email: 'a@b.example\r\nBcc: x@y.example',
      }),
    ),
};

/** The pages of a number of seeds, one of every kind for each seed. */
export function hostilePages(seeds: number): HostilePage[] {
  return Object.entries(KINDS).flatMap(([kind, make], k) =>
    Array.from({ length: seeds }, (_, seed) => ({
      name: `${kind} ${seed + 1}`,
      html: `<!doctype html><html lang="en"><head><title>Marlcombe Ropes Ltd</title>${OWN}</head><body>${make(randomOf(seed * 97 + k))}</body></html>`,
    })),
  );
}

import type { TreeDom } from './tree-dom';

/**
 * Parts of a page that say something of what stands in them. `others`: who is quoted, thanked or sold with; `strangers`: those of
 * them whose numbers are never the company's.
 */
export type Area = 'footer' | 'header' | 'nav' | 'address' | 'article' | 'others' | 'strangers' | 'people';

const BY_TAG: Readonly<Record<string, Area>> = {
  footer: 'footer',
  header: 'header',
  nav: 'nav',
  address: 'address',
  article: 'article',
  blockquote: 'others',
};

/** Words in class names and ids. */
const BY_NAME: readonly (readonly [Area, RegExp])[] = [
  ['footer', /(?:^|[\s_-])(?:page|site|main|the|global)?[_-]?(?:foot(?:er)?|bottom|copyright|legal)/i],
  ['nav', /(?:^|[\s_-])(?:nav|navi|navbar|navigation|menu|breadcrumbs?)(?:$|[\s_-])/i],
  ['header', /(?:^|[\s_-])(?:header|masthead|logo|branding|topbar)/i],
  [
    'others',
    /testimonial|reviews?(?:$|[\s_-])|quote|comment|partner|sponsor|client-?logo|customers?-?logo|references?(?:$|[\s_-])/i,
  ],
  [
    'strangers',
    /testimonial|(?:^|[\s_-])(?:reviews|partners|distributors|resellers|sponsors)(?:$|[\s_-])|customers?-?stor(?:y|ies)/i,
  ],
  ['people', /(?:^|[\s_-])(?:team|staff|people|member|employee|person|bio|vcard|doctor|attorney|agent)/i],
];

/** The areas that an element is in, those of its parent included. */
export type AreaTeller = (element: Element, tag: string, outer: ReadonlySet<Area>) => ReadonlySet<Area>;

/** Tells the areas of elements; remembers names, since pages repeat them. */
export function createAreaTeller(dom: TreeDom): AreaTeller {
  const known = new Map<string, readonly Area[]>();
  const byName = (name: string): readonly Area[] => {
    const held = known.get(name);
    if (held) return held;
    const areas = BY_NAME.filter(([, words]) => words.test(name)).map(([area]) => area);
    known.set(name, areas);
    return areas;
  };
  return (element, tag, outer) => {
    const byTag = BY_TAG[tag];
    const name = dom.nameOf(element);
    const named = name === '' ? [] : byName(name);
    if (!byTag && named.length === 0) return outer;
    return new Set([...outer, ...named, ...(byTag ? [byTag] : [])]);
  };
}

const TOO_WIDE = 0.5;

/** The lines without areas that most of the page is in: names of wrappers around everything. */
export function withoutWideAreas<L extends { readonly areas: ReadonlySet<Area> }>(lines: readonly L[]): L[] {
  const counts = new Map<Area, number>();
  for (const { areas } of lines) for (const area of areas) counts.set(area, (counts.get(area) ?? 0) + 1);
  const wide = new Set([...counts].filter(([, count]) => count > lines.length * TOO_WIDE).map(([area]) => area));
  if (wide.size === 0) return [...lines];
  return lines.map((line) => ({ ...line, areas: new Set([...line.areas].filter((area) => !wide.has(area))) }));
}

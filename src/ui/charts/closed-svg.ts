/** An attribute with its value, as Vega writes them. What text stands between tags has no such form, or loses nothing by it. */
const ATTRIBUTE = / [\w:-]+="([^"<>]*)"/g;

/** What a value may call: colours, places, and what is named in the picture itself. */
const CALL = /([\w-]*)\((\s*(?:'|&quot;)?#)?/g;
const HARMLESS: ReadonlySet<string> = new Set(
  'rgb rgba hsl hsla hwb lab lch oklab oklch color translate rotate scale matrix'.split(' '),
);

/**
 * A picture without the attributes by which it would load something from elsewhere: a paint or a style of a chart may name an
 * address, and a picture that is opened by itself has no policy to stop it. An escape could spell any of them, and goes too.
 * @param svg as Vega writes it.
 */
export function closedSvg(svg: string): string {
  return svg.replace(ATTRIBUTE, (attribute, value: string) => (leadsOut(value) ? '' : attribute));
}

function leadsOut(value: string): boolean {
  if (value.includes('\\')) return true;
  return [...value.matchAll(CALL)].some(([, name = '', inside]) => {
    const called = name.toLowerCase();
    return called === 'url' ? inside === undefined : !HARMLESS.has(called);
  });
}

import { cleanLine } from '@/src/kernel/text';
import type { Budget } from './budget';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';
import { isNode, schemaTerm, type SchemaNode, type SchemaValue } from './schema-node';

/** How one of the two attribute syntaxes spells its parts. */
interface Syntax {
  readonly source: 'microdata' | 'rdfa';
  /** Elements that begin a thing, and elements that give a property. */
  readonly thing: string;
  readonly property: string;
  typesOf(dom: PageDom, element: Element): string[] | undefined;
  propertiesOf(dom: PageDom, element: Element): string[];
}

const words = (text: string | undefined): string[] => text?.trim().slice(0, 500).split(/\s+/).filter(Boolean) ?? [];

/** @source https://html.spec.whatwg.org/multipage/microdata.html, without itemref. */
const MICRODATA: Syntax = {
  source: 'microdata',
  thing: '[itemscope]',
  property: '[itemprop]',
  typesOf: (dom, element) =>
    dom.attribute(element, 'itemscope') === undefined ? undefined : words(dom.attribute(element, 'itemtype')),
  propertiesOf: (dom, element) => words(dom.attribute(element, 'itemprop')),
};

/** @source https://www.w3.org/TR/rdfa-lite/: vocab, typeof, property. Terms of schema.org, with or without a prefix. */
const RDFA: Syntax = {
  source: 'rdfa',
  thing: '[typeof]',
  property: '[property]',
  typesOf: (dom, element) => {
    const types = words(dom.attribute(element, 'typeof'));
    return types.length > 0 ? types : undefined;
  },
  // `og:title` and the like are no properties of the thing around them.
  propertiesOf: (dom, element) =>
    words(dom.attribute(element, 'property')).filter((name) => !/^(og|fb|twitter|article|dc|dcterms):/i.test(name)),
};

export const readMicrodata = (dom: PageDom, budget: Budget): SchemaNode[] => readThings(dom, budget, MICRODATA);
export const readRdfaLite = (dom: PageDom, budget: Budget): SchemaNode[] => readThings(dom, budget, RDFA);

interface Thing {
  readonly node: SchemaNode;
  /** The same map as the node's, open for writing while the page is read. */
  readonly properties: Map<string, SchemaValue[]>;
}

/** The things that are no property of another thing; those inside hang from them. */
function readThings(dom: PageDom, budget: Budget, syntax: Syntax): SchemaNode[] {
  const things = findThings(dom, budget, syntax);
  const inner = new Set<SchemaNode>();
  for (const element of dom.select(syntax.property)) {
    if (!budget.spend()) break;
    const owner = ownerOf(dom, element, things);
    const value = things.get(element)?.node ?? textValue(dom, element);
    if (!owner || !value) continue;
    if (isNode(value)) inner.add(value);
    for (const name of syntax.propertiesOf(dom, element).map(schemaTerm)) {
      owner.properties.set(name, [...(owner.properties.get(name) ?? []), value]);
    }
  }
  return [...things.values()].map(({ node }) => node).filter((node) => !inner.has(node));
}

function findThings(dom: PageDom, budget: Budget, syntax: Syntax): Map<Element, Thing> {
  const things = new Map<Element, Thing>();
  for (const element of dom.select(syntax.thing)) {
    if (!budget.spend()) break;
    const types = syntax.typesOf(dom, element);
    if (!types) continue;
    const properties = new Map<string, SchemaValue[]>();
    things.set(element, { node: { source: syntax.source, types: types.map(schemaTerm), properties }, properties });
  }
  return things;
}

/** The nearest thing around an element. */
function ownerOf(dom: PageDom, element: Element, things: ReadonlyMap<Element, Thing>): Thing | undefined {
  let at = dom.parent(element);
  for (let depth = 0; at && depth < LIMITS.depth * 4; depth++, at = dom.parent(at)) {
    const thing = things.get(at);
    if (thing) return thing;
  }
  return undefined;
}

/** Attribute that gives the value of an element, by tag; all other elements give their text. */
const VALUE_ATTRIBUTE: Readonly<Record<string, string>> = {
  meta: 'content',
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  data: 'value',
  meter: 'value',
  time: 'datetime',
};

function textValue(dom: PageDom, element: Element): SchemaValue | undefined {
  const attribute = dom.attribute(element, 'content') === undefined ? VALUE_ATTRIBUTE[dom.tag(element)] : 'content';
  const shown = dom.text(element);
  const given = attribute === undefined ? undefined : dom.attribute(element, attribute);
  const text = cleanLine(given ?? shown, LIMITS.valueCharacters);
  return text === '' ? undefined : { text, snippet: (shown || text).slice(0, LIMITS.snippetCharacters) };
}

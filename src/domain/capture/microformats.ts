import { cleanLine } from '@/src/kernel/text';
import type { Budget } from './budget';
import { LIMITS } from './limits';
import { classicName, CLASSIC_PROPERTIES, CLASSIC_ROOTS } from './microformat-classes';
import { impliedName, impliedUrl } from './microformat-implied';
import { urlValue, wordValue } from './microformat-value';
import type { PageDom } from './page-dom';

/** A thing described by class names, of either generation; names are those of the newer. */
export interface Microformat {
  readonly element: Element;
  /** `h-card`, `h-adr`, `h-geo`, and whatever else begins with `h-`. */
  readonly types: readonly string[];
  /** The classes of the element, for what they say beyond the type: `author`, `p-comment`. */
  readonly classes: readonly string[];
  /** Written with the class names of the older generation. */
  readonly isClassic: boolean;
  readonly properties: ReadonlyMap<string, readonly MicroValue[]>;
  /** Things inside that are no property of it. */
  readonly children: readonly Microformat[];
  readonly outer: Microformat | undefined;
}

export interface MicroValue {
  readonly text: string;
  readonly snippet: string;
  /** The thing that the property leads to. */
  readonly item?: Microformat;
}

interface Open extends Microformat {
  readonly properties: Map<string, MicroValue[]>;
  readonly children: Microformat[];
  outer: Open | undefined;
}

const MODERN_ROOT = /^h-(?:[a-z0-9]{1,20}-)?[a-z]{1,30}(?:-[a-z]{1,30}){0,4}$/;
const MODERN_PROPERTY = /^(p|u|e|dt)-((?:[a-z0-9]{1,20}-)?[a-z]{1,30}(?:-[a-z]{1,30}){0,4})$/;
const ROOTS = ['[class*="h-"]', ...CLASSIC_ROOTS.map((name) => `.${name}`)].join(',');
const PROPERTIES = [
  '[class*="p-"],[class*="u-"],[class*="e-"],[class*="dt-"]',
  ...CLASSIC_PROPERTIES.map((name) => `.${name}`),
].join(',');

/**
 * The microformats of a page in document order, those inside others included.
 * @source https://microformats.org/wiki/microformats2-parsing, the older class names by its rules for backward compatibility.
 */
export function readMicroformats(dom: PageDom, budget: Budget): Microformat[] {
  const roots = findRoots(dom, budget);
  if (roots.size === 0) return [];
  for (const [element, item] of roots) item.outer = ownerOf(dom, element, roots);
  for (const element of dom.select(PROPERTIES)) {
    if (!budget.spend()) break;
    const owner = roots.get(element)?.outer ?? ownerOf(dom, element, roots);
    if (owner) addProperties(dom, element, owner, roots.get(element));
  }
  const items = [...roots.values()];
  for (const item of items) adopt(item);
  for (const item of items) if (!item.isClassic && budget.spend()) addImplied(dom, item);
  return items;
}

function findRoots(dom: PageDom, budget: Budget): Map<Element, Open> {
  const roots = new Map<Element, Open>();
  for (const element of dom.select(ROOTS)) {
    if (!budget.spend() || roots.size >= LIMITS.values) break;
    const classes = classesOf(dom, element);
    const modern = classes.filter((name) => MODERN_ROOT.test(name));
    const types = modern.length > 0 ? modern : classes.flatMap((name) => classicName(name) ?? []);
    if (types.length === 0) continue;
    const isClassic = modern.length === 0;
    roots.set(element, { element, types, classes, isClassic, properties: new Map(), children: [], outer: undefined });
  }
  return roots;
}

/** Class names as they are written: in old pages the browser's own selectors do not tell capitals from small letters. */
function classesOf(dom: PageDom, element: Element): string[] {
  return (dom.attribute(element, 'class') ?? '').slice(0, 500).split(/\s+/).filter(Boolean);
}

/** The nearest thing around an element. */
function ownerOf(dom: PageDom, element: Element, roots: ReadonlyMap<Element, Open>): Open | undefined {
  let at = dom.parent(element);
  for (let depth = 0; at && depth < LIMITS.depth * 4; depth++, at = dom.parent(at)) {
    const item = roots.get(at);
    if (item) return item;
  }
  return undefined;
}

function addProperties(dom: PageDom, element: Element, owner: Open, item: Open | undefined): void {
  for (const name of classesOf(dom, element)) {
    const [kind, property] = owner.isClassic ? classicProperty(name) : modernProperty(name);
    if (!property) continue;
    const value = kind === 'u' ? urlValue(dom, element) : wordValue(dom, element);
    const text = cleanLine(value, LIMITS.valueCharacters);
    const held = owner.properties.get(property) ?? [];
    if ((text === '' && !item) || held.length >= 50) continue;
    const snippet = (dom.text(element) || text).slice(0, LIMITS.snippetCharacters);
    owner.properties.set(property, [...held, { text, snippet, ...(item ? { item } : {}) }]);
  }
}

function modernProperty(name: string): readonly [string, string] | readonly [] {
  const [, kind, property] = MODERN_PROPERTY.exec(name) ?? [];
  return kind && property ? [kind, property] : [];
}

function classicProperty(name: string): readonly [string, string] | readonly [] {
  const property = CLASSIC_PROPERTIES.includes(name) ? (RENAMED[name] ?? name) : undefined;
  if (!property) return [];
  return [/^(?:url|email|photo|logo)$/.test(name) ? 'u' : 'p', property];
}

const RENAMED: Readonly<Record<string, string>> = { fn: 'name', title: 'job-title' };

/** A thing that its owner names by no property is a child of it. */
function adopt(item: Open): void {
  const { outer } = item;
  if (!outer) return;
  const isNamed = [...outer.properties.values()].some((values) => values.some((value) => value.item === item));
  if (!isNamed) outer.children.push(item);
}

/** A card that says nothing but text or one link is named by it. */
function addImplied(dom: PageDom, item: Open): void {
  const names = [...item.properties.keys()];
  const isNesting = item.children.length > 0 || [...item.properties.values()].flat().some((value) => value.item);
  const own = classesWithin(dom, item);
  if (!names.includes('name') && !isNesting && !own.some((name) => /^[pe]-/.test(name))) {
    const text = cleanLine(impliedName(dom, item.element), LIMITS.valueCharacters);
    if (text !== '') item.properties.set('name', [{ text, snippet: text.slice(0, LIMITS.snippetCharacters) }]);
  }
  if (!isNesting && !own.some((name) => name.startsWith('u-'))) {
    const text = impliedUrl(dom, item.element);
    if (text) item.properties.set('url', [{ text, snippet: text.slice(0, LIMITS.snippetCharacters) }]);
  }
}

function classesWithin(dom: PageDom, { element }: Open): string[] {
  return dom
    .select('[class*="p-"],[class*="u-"],[class*="e-"]', element)
    .slice(0, LIMITS.values)
    .flatMap((inner) => classesOf(dom, inner))
    .filter((name) => MODERN_PROPERTY.test(name));
}

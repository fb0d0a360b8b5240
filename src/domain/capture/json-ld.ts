import { cleanLine } from '@/src/kernel/text';
import type { Budget } from './budget';
import { parseLeniently } from './lenient-json';
import { LIMITS } from './limits';
import type { PageDom } from './page-dom';
import { schemaTerm, type SchemaNode, type SchemaValue } from './schema-node';

type Plain = Record<string, unknown>;

/** The things that a page's JSON-LD blocks describe at their top level or in a @graph, references by @id followed. */
export function readJsonLd(dom: PageDom, budget: Budget): SchemaNode[] {
  let left: number = LIMITS.pageCharacters;
  const nodes: SchemaNode[] = [];
  for (const script of dom.select('script[type="application/ld+json" i]')) {
    if (!budget.spend() || left <= 0) break;
    const text = dom.rawText(script, Math.min(left, LIMITS.blockCharacters) + 1);
    left -= text.length;
    if (text.length > LIMITS.blockCharacters) continue;
    nodes.push(...readBlock(text, budget));
  }
  return nodes;
}

function readBlock(text: string, budget: Budget): SchemaNode[] {
  const items = topLevel(parseLeniently(text));
  const named = byId(items);

  const toNode = (item: Plain, depth: number): SchemaNode[] => {
    if (depth > LIMITS.depth || !budget.spend()) return [];
    const reference = Object.keys(item).length === 1 ? item['@id'] : undefined;
    const whole = typeof reference === 'string' ? (named.get(reference) ?? item) : item;
    const properties = new Map<string, SchemaValue[]>();
    for (const [key, value] of Object.entries(whole)) {
      if (key.startsWith('@')) continue;
      const name = schemaTerm(key);
      const values = toList(value).flatMap((one) => toValue(one, key, depth));
      properties.set(name, [...(properties.get(name) ?? []), ...values]);
    }
    const types = toList(whole['@type']).filter((type): type is string => typeof type === 'string');
    return [{ source: 'json-ld', types: types.map(schemaTerm), properties }];
  };
  const toValue = (one: unknown, key: string, depth: number): SchemaValue[] => {
    if (isPlain(one) && !('@value' in one)) return toNode(one, depth + 1);
    return toText(isPlain(one) ? one['@value'] : one, key, text);
  };
  return items.flatMap((item) => toNode(item, 0));
}

function topLevel(block: unknown): Plain[] {
  const list = Array.isArray(block) ? block : [block];
  return list.slice(0, LIMITS.nodes).flatMap((item) => {
    if (!isPlain(item)) return [];
    const graph = item['@graph'];
    return Array.isArray(graph) ? graph.slice(0, LIMITS.nodes).filter(isPlain) : [item];
  });
}

function byId(items: readonly Plain[]): ReadonlyMap<string, Plain> {
  const named = new Map<string, Plain>();
  for (const item of items) {
    const id = item['@id'];
    if (typeof id === 'string' && Object.keys(item).length > 1) named.set(id, item);
  }
  return named;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, LIMITS.values) : value === undefined || value === null ? [] : [value];
}

function toText(value: unknown, key: string, block: string): SchemaValue[] {
  if (typeof value !== 'string' && typeof value !== 'number') return [];
  const text = cleanLine(unescapeEntities(String(value)), LIMITS.valueCharacters);
  return text === '' ? [] : [{ text, snippet: snippetOf(String(value), key, block) }];
}

/** The place in the block where the value stands, with a little around it. */
function snippetOf(value: string, key: string, block: string): string {
  const at = block.indexOf(value.slice(0, 60));
  const around = at < 0 ? `"${key}": "${value}"` : block.slice(Math.max(0, at - 40), at + 140);
  return cleanLine(around, LIMITS.snippetCharacters) || `"${key}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  '#39': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

/** Many systems write HTML entities into JSON, where they mean nothing. */
function unescapeEntities(text: string): string {
  return text.replace(/&(amp|quot|apos|#39|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

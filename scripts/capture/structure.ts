import { createBudget } from '@/src/domain/capture/budget';
import { capturePage } from '@/src/domain/capture/capture-page';
import type { AddressParts, PartyField } from '@/src/domain/capture/found';
import type { RestoredPage } from '@/src/domain/capture/image/restore-image';
import { readJsonLd } from '@/src/domain/capture/json-ld';
import { LIMITS } from '@/src/domain/capture/limits';
import { readMicrodata, readRdfaLite } from '@/src/domain/capture/microdata';
import { createPageDom } from '@/src/domain/capture/page-dom';
import { isNode, type SchemaNode } from '@/src/domain/capture/schema-node';

/** What the structured data of one page give: values as the user is shown them, and things as they were read. */
export interface Structure {
  readonly values: readonly ShownValue[];
  readonly things: readonly ReadThing[];
}

interface ShownValue {
  readonly field: PartyField;
  readonly raw: string;
  readonly parts: AddressParts;
}

interface ReadThing {
  readonly types: readonly string[];
  /** Texts by property; of a thing inside, its texts behind the name of the property: `address.streetaddress`. */
  readonly facts: readonly (readonly [string, string])[];
}

const STRUCTURED = new Set(['json-ld', 'microdata', 'rdfa', 'h-card']);

export function structureOf({ document, realm, url }: RestoredPage & { readonly url: string }): Structure {
  const now = (): number => performance.now();
  const reading = capturePage({ document, realm, url, now, only: 'structured' });
  const values = reading.parties.flatMap((party) =>
    party.values
      .filter(({ sources }) => sources.some(({ kind }) => STRUCTURED.has(kind)))
      .map(({ field, raw, parts = {} }) => ({ field, raw, parts })),
  );
  const dom = createPageDom(document, realm, url);
  const budget = createBudget(now, LIMITS.budgetMs * 4, LIMITS.nodes * 10);
  const nodes = [readJsonLd(dom, budget), readMicrodata(dom, budget), readRdfaLite(dom, budget)].flat();
  return { values, things: nodes.flatMap((node) => thingsIn(node, 0)) };
}

function thingsIn(node: SchemaNode, depth: number): ReadThing[] {
  if (depth > 8) return [];
  const all = [...node.properties].flatMap(([name, values]) => values.map((value) => [name, value] as const));
  const facts = all.flatMap(([name, value]) => {
    if (!isNode(value)) return [[name, value.text] as const];
    return [...value.properties].flatMap(([inner, texts]) =>
      texts.flatMap((text) => (isNode(text) ? [] : [[`${name}.${inner}`, text.text] as const])),
    );
  });
  const inner = all.flatMap(([, value]) => (isNode(value) ? thingsIn(value, depth + 1) : []));
  return [{ types: node.types, facts }, ...inner];
}

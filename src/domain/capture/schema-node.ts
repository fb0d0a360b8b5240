import type { SourceKind } from '../records/evidence';

/** A thing described by schema.org terms, whichever syntax said so. */
export interface SchemaNode {
  readonly source: SourceKind;
  /** Lower case, without the address of the vocabulary: `organization`. */
  readonly types: readonly string[];
  /** Lower-case property name → its values in order. */
  readonly properties: ReadonlyMap<string, readonly SchemaValue[]>;
}

export type SchemaValue = SchemaText | SchemaNode;

export interface SchemaText {
  readonly text: string;
  readonly snippet: string;
}

export function isNode(value: SchemaValue): value is SchemaNode {
  return 'properties' in value;
}

/** `https://schema.org/Organization`, `schema:Organization`, `Organization` → `organization`. */
export function schemaTerm(name: string): string {
  const term = name.trim().slice(0, 200);
  return term.slice(Math.max(term.lastIndexOf('/'), term.lastIndexOf('#'), term.lastIndexOf(':')) + 1).toLowerCase();
}

export function valuesAt(node: SchemaNode, property: string): readonly SchemaValue[] {
  return node.properties.get(property) ?? [];
}

/** The first text at a property; of a node there, its name. */
export function textAt(node: SchemaNode, property: string): SchemaText | undefined {
  for (const value of valuesAt(node, property)) {
    const text = isNode(value) ? valuesAt(value, 'name').find((name): name is SchemaText => !isNode(name)) : value;
    if (text && text.text !== '') return text;
  }
  return undefined;
}

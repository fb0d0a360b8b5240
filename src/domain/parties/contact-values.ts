import type { Evidenced } from '../records/evidence';

/** What a number or an address is for. `main` is a switchboard. */
export const CONTACT_LABELS = ['work', 'mobile', 'home', 'fax', 'main', 'assistant', 'other'] as const;
export type ContactLabel = (typeof CONTACT_LABELS)[number];

export interface LabelledValue {
  readonly value: string;
  readonly label?: ContactLabel;
}

type Items = Readonly<Record<string, Evidenced<string>>> | undefined;

/** The values of a field that holds several, in the order they were added (item ids sort by time). */
export function valuesOf(items: Items): string[] {
  return itemsOf(items).map(({ value }) => value);
}

/** The same of a record's field, with what each is for. */
export function labelledValues(fields: object, name: string): LabelledValue[] {
  // Safe: every field of a company or a person that holds several holds evidenced values by item.
  return itemsOf((fields as Readonly<Record<string, Items>>)[name]).map(({ value, label }) => {
    const known = CONTACT_LABELS.find((one) => one === label);
    return known ? { value, label: known } : { value };
  });
}

function itemsOf(items: Items): Evidenced<string>[] {
  return Object.keys(items ?? {})
    .sort()
    .flatMap((item) => items?.[item] ?? []);
}

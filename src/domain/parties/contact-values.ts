import type { Evidenced } from '../records/evidence';

type Items = Readonly<Record<string, Evidenced<string>>> | undefined;

/** The values of a field that holds several, in the order they were added (item ids sort by time). */
export function valuesOf(items: Items): string[] {
  return Object.keys(items ?? {})
    .sort()
    .flatMap((item) => items?.[item]?.value ?? []);
}

import type { Evidenced } from '../records/evidence';

type Items = Readonly<Record<string, Evidenced<string>>> | undefined;

/** The values of a field that holds several, in the order they were added (item ids sort by time). */
export function valuesOf(items: Items): string[] {
  return Object.keys(items ?? {})
    .sort()
    .flatMap((item) => items?.[item]?.value ?? []);
}

/** Identity keys of phones. Only numbers in E.164 identify: `021-5888` alone may be anybody's. */
export function phoneKeys(phones: Items): string[] {
  return valuesOf(phones)
    .filter((phone) => phone.startsWith('+'))
    .map((phone) => `phone:${phone}`);
}

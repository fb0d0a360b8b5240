import { useMemo, useRef, useState } from 'react';
import { folded } from '@/src/domain/identity/folded';
import type { RecordId } from '@/src/kernel/ids';
import { formatPhone } from '@/src/domain/identity/phone-number';
import { viewFieldsOf, type CustomFieldRow, type ViewField } from '@/src/domain/records/custom-field.kind';
import type { FieldSpec } from '@/src/domain/records/field';
import type { Kind, Kinds } from '@/src/domain/records/kind';
import type { Row } from '@/src/domain/records/record';
import { textOrder } from '@/src/domain/records/text-order';
import { isMoney, titleOf } from '@/src/domain/records/values';
import type { Reading } from '@/src/domain/records/view';
import { linkedBy } from '@/src/domain/records/link-key';
import { useInterface, useLive } from '../app-context';
import type { Format } from '../i18n/format';
import { NAMELESS } from '@/src/app/acting';
import { useTranslation } from 'react-i18next';

/** The fields that users have added, of all kinds. Undefined until they are read. */
export function useCustomFields(): readonly CustomFieldRow[] | undefined {
  return useLive('custom-fields', (app) => app.records.customFields());
}

/** The fields of a kind as views show them, those that users have added included. Undefined until they are known. */
export function useViewFields(kind: Kind): readonly ViewField[] | undefined {
  const customs = useCustomFields();
  return useMemo(() => customs && viewFieldsOf(kind, customs), [kind, customs]);
}

/** All records of a kind as they are now; undefined until they are read. */
export function useRows(kind: string): readonly Row[] | undefined {
  return useLive(`rows:${kind}`, (app) => app.records.rows(kind));
}

/**
 * What the records are called, by id, that some records point to: only these are read. Undefined until they are; while more
 * of them are read, what was known before.
 */
export function useNamesFor(rows: readonly Row[]): ReadonlyMap<string, string> | undefined {
  const targets = [...new Set(rows.flatMap(({ keys }) => linkedBy(keys)))].join();
  const [before, setBefore] = useState<ReadonlyMap<string, string>>();
  const names = useLive(`names-for:${targets}`, async (app) => {
    // Safe: what a link names is the id of a record.
    const pointed = await app.records.rowsById(targets === '' ? [] : (targets.split(',') as RecordId[]));
    return new Map<string, string>(pointed.map((row) => [row.id, titleIn(app.kinds.get(row.kind), row)]));
  });
  if (names && names !== before) setBefore(names);
  return names ?? before;
}

/**
 * What records are called, by id: of the kinds that `kind` points to. Undefined until they are read; the same map as long as
 * nothing of those kinds has changed.
 */
export function useNames(kind: Pick<Kind, 'fields'>): ReadonlyMap<string, string> | undefined {
  const targets = linkedKinds(kind).join();
  const kept = useRef<{ readonly lists: readonly (readonly Row[])[]; readonly names: ReadonlyMap<string, string> }>(
    null,
  );
  return useLive(`names:${targets}`, async (app) => {
    const lists = await Promise.all(targets.split(',').flatMap((name) => (name === '' ? [] : app.records.rows(name))));
    const before = kept.current;
    if (before?.lists.length === lists.length && lists.every((list, i) => list === before.lists[i]))
      return before.names;
    const maps = lists.map((rows) => namesIn(rows, app.kinds));
    const names = maps.length > 1 ? new Map(maps.flatMap((map) => [...map])) : (maps[0] ?? NO_NAMES);
    kept.current = { lists, names };
    return names;
  });
}

export const NO_NAMES: ReadonlyMap<string, string> = new Map();

const NAMES = new WeakMap<readonly Row[], ReadonlyMap<string, string>>();

/** Made once for each list: lists of records are never changed in place. */
function namesIn(rows: readonly Row[], kinds: Kinds): ReadonlyMap<string, string> {
  const names = NAMES.get(rows) ?? new Map(rows.map((row) => [row.id, titleIn(kinds.get(row.kind), row)]));
  NAMES.set(rows, names);
  return names;
}

function linkedKinds(kind: Pick<Kind, 'fields'>): string[] {
  return [...new Set(Object.values(kind.fields).flatMap(({ type, to }) => (type === 'link' && to ? [to] : [])))];
}

/** What a record is called. */
export function titleIn(kind: Kind | undefined, row: Pick<Row, 'id' | 'fields'>): string {
  return titleOf(kind, row) || row.id;
}

/** How values of a kind are written, folded and ordered in the language of the interface. */
export function useReading(
  names: ReadonlyMap<string, string>,
  choice: (path: string, value: string) => string,
): Reading {
  const { format } = useInterface();
  const { t } = useTranslation('records');
  return useMemo(() => {
    const order = textOrder(format.language);
    const text = ({ path, spec }: ViewField, value: unknown): string => {
      if (spec.type === 'link') return names.get(String(value)) ?? '';
      if (spec.type === 'user' && value === NAMELESS) return t('me');
      return spec.type === 'choice' ? choice(path, String(value)) : plainText(spec, value, format);
    };
    return { text, fold: folded, order };
  }, [format, names, choice, t]);
}

function plainText({ type }: FieldSpec, value: unknown, format: Format): string {
  if (type === 'phone') return formatPhone(String(value));
  if (type === 'date') return format.day(String(value));
  if (type === 'moment') return format.time(Date.parse(String(value)));
  // Safe: a value is what its field says; see `valueFault`.
  if (type === 'number') return format.value(value as number, 'number');
  return isMoney(value) ? `${format.money(value.amount)} ${value.currency}` : String(value);
}

import type { RecordId } from '@/src/kernel/ids';
import { must } from '@/src/kernel/assert';
import { completedPaths, partyKind, type GivenValue } from '../parties/party-update';
import type { Change } from '../records/change';
import type { Evidenced } from '../records/evidence';
import type { PartyWrite } from './decide-cards';
import type { MatchedCard } from './match-cards';

/** What is said of every value of an import. */
export interface ImportSource {
  /** Name of the file. */
  readonly file: string;
  /** Of `CONTACT_FORMATS`. */
  readonly format: string;
  /** UTC time, ISO 8601. */
  readonly at: string;
}

const SNIPPET = 200;

/** The writes as changes of records, one a record. New records and items get ids of `newId`, in the order of the file. */
export function importChanges(writes: readonly PartyWrite[], source: ImportSource, newId: () => string): Change[] {
  const ids = new Map(writes.map(({ id, row }) => [id, row?.id ?? (newId() as RecordId)]));
  return writes.map((write): Change => {
    const id = must(ids.get(write.id), 'every write has a record');
    const values: Record<string, unknown> = {};
    for (const { given, by } of write.values) {
      const isMany = partyKind(write.kind).fields[given.field]?.many ?? false;
      const value = given.field === 'company' ? linkTo(given, by, source, ids) : evidenced(given, by, source);
      values[isMany ? `${given.field}/${newId()}` : given.field] = value;
      if (isMany && write.row) for (const path of completedPaths(write.row, given)) values[path] = null;
    }
    if (write.row) return { set: id, kind: write.kind, values };
    const state = write.state === undefined ? {} : { state: write.state };
    return { make: id, kind: write.kind, fields: asFields(values), ...state };
  });
}

/** A link says by which name the file gave the company: so it is found again after the company was renamed. */
function linkTo(
  { value }: GivenValue,
  by: MatchedCard,
  source: ImportSource,
  ids: ReadonlyMap<string, RecordId>,
): Evidenced<string> {
  const name = by.card.company ?? '';
  // A company that gets nothing written is on file, and named by its id.
  return { ...evidenced({ field: 'company', value: name }, by, source), value: ids.get(value) ?? value };
}

function evidenced({ value, label }: GivenValue, { card }: MatchedCard, source: ImportSource): Evidenced<string> {
  const { file, format, at } = source;
  const snippet = `${format} ${card.place}: ${value}`.slice(0, SNIPPET);
  return {
    value,
    raw: value,
    // The user's own file, read as it is: nothing was guessed.
    confidence: 1,
    sources: [{ kind: 'file', url: file, snippet, at, extractor: format }],
    status: 'accepted',
    ...(label === undefined ? {} : { label }),
  };
}

/** Paths of several values as the nested fields of a new record. */
function asFields(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(values)) {
    const [name = '', item] = path.split('/');
    if (item === undefined) fields[name] = value;
    else fields[name] = { ...(fields[name] as object | undefined), [item]: value };
  }
  return fields;
}

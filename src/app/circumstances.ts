import type { Row } from '@/src/domain/records/record';
import type { Circumstances } from '@/src/domain/records/transition';
import { plainFields } from '@/src/domain/records/values';
import { openDesk, type RecordPorts } from './edit-records';

/** What a verdict on each of the rows needs to know of the world, for one question to the store whatever their number. */
export async function circumstancesOf(ports: RecordPorts, rows: readonly Row[]): Promise<(row: Row) => Circumstances> {
  const { store, clock, kinds } = ports;
  const { actor } = await openDesk(ports);
  const wanted = new Set(rows.map(({ id }) => `link:${id}`));
  const pointing = new Map<string, Circumstances['pointing'][number][]>();
  for (const { kind, state, fields, keys } of await store.rowsByKeys([...wanted])) {
    const fact = { kind, state, fields: plainFields(kinds.get(kind)?.fields ?? {}, fields) };
    for (const key of keys.filter((one) => wanted.has(one))) {
      const facts = pointing.get(key);
      if (facts) facts.push(fact);
      else pointing.set(key, [fact]);
    }
  }
  const today = clock.today();
  return ({ id }) => ({ actor, today, pointing: pointing.get(`link:${id}`) ?? [] });
}

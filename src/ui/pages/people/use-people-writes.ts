import { useTranslation } from 'react-i18next';
import type { RecordId } from '@/src/kernel/ids';
import type { PeopleOf } from '@/src/app/read-people';
import type { Seating } from '@/src/app/seat-person';
import type { Tying } from '@/src/app/tie-people';
import type { Place, StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { useInterface } from '../../app-context';
import { useSentence } from '../../components/use-sentence';
import { useSeatWords } from './use-seat-words';

/** A line of the map: a record of its own, or the seat above. */
export interface Line {
  readonly from: StakeholderRow;
  readonly to: StakeholderRow;
  readonly type: string;
  /** The record of the line; undefined for who reports to whom. */
  readonly record: RecordId | undefined;
}

/** The lines between the seats of a chain, who reports to whom first. */
export function linesOf({ seats, ties }: Pick<PeopleOf, 'seats' | 'ties'>): readonly Line[] {
  const byId = new Map<string, StakeholderRow>(seats.map((seat) => [seat.id, seat]));
  const line = (from: string, to: string | undefined, type: string, record?: RecordId): Line[] => {
    const [first, second] = [byId.get(from), byId.get(to ?? '')];
    return first && second ? [{ from: first, to: second, type, record }] : [];
  };
  return [
    ...seats.flatMap(({ id, fields }) => line(id, fields.reportsTo, 'reports-to')),
    ...ties.flatMap(({ id, fields }) => line(fields.from, fields.to, fields.type, id)),
  ];
}

/** What can be done to a chain. Each tells what was done, with the way back; each gives the error's sentence. */
export function usePeopleWrites(chain: PeopleOf) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('people');
  const sentence = useSentence();
  const words = useSeatWords(chain);
  const bad = (error: Parameters<typeof sentence>[0]): string => {
    const text = sentence(error);
    tell({ text, tone: 'bad' });
    return text;
  };
  return {
    add: async (seating: Omit<Seating, 'company' | 'opportunity'>, name: string): Promise<string | undefined> => {
      const about = { company: chain.company.id, opportunity: chain.opportunity?.id };
      const added = await app.people.seat({ ...seating, ...about });
      if (!added.ok) return sentence(added.error);
      tell({ text: t('added', { name }), undo: added.value.batchId });
      return undefined;
    },
    connect: async (tying: Tying): Promise<string | undefined> => {
      const tied = await app.people.tie(tying);
      if (!tied.ok) return sentence(tied.error);
      const [from, to] = [tying.from, tying.to].map((id) => chain.seats.find((seat) => seat.id === id));
      const names = { from: from ? words.name(from) : '', to: to ? words.name(to) : '', type: words.tie(tying.type) };
      tell({ text: t('connected', names), undo: tied.value.batchId });
      return undefined;
    },
    untie: async ({ from, record }: Line): Promise<void> => {
      const untied = record === undefined ? await app.people.free(from) : await app.records.remove([record]);
      if (!untied.ok) return void bad(untied.error);
      return tell({ text: t('untied'), undo: untied.value.batchId });
    },
    remove: async (seats: readonly StakeholderRow[]): Promise<void> => {
      const removed = await app.records.remove(seats.map(({ id }) => id));
      if (!removed.ok) return void bad(removed.error);
      return tell({
        text: t('removed', { name: seats.map((seat) => words.name(seat)).join(', ') }),
        undo: removed.value.batchId,
      });
    },
    arrange: async (places: ReadonlyMap<RecordId, Place>, said?: string): Promise<void> => {
      const seats = chain.seats.filter(({ id }) => places.has(id));
      const [first] = seats;
      if (!first) return;
      const arranged = await app.people.arrange(seats, places);
      if (!arranged.ok) return void bad(arranged.error);
      if (arranged.value.changed === 0) return;
      const moved = t('moved', { count: seats.length, name: words.name(first) });
      tell({ text: said ?? moved, undo: arranged.value.batchId });
    },
  };
}

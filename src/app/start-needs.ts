import type { BatchId, RecordId } from '@/src/kernel/ids';
import { err, type Result } from '@/src/kernel/result';
import type { StarterLine } from '@/src/domain/accounts/segments';
import type { Change } from '@/src/domain/records/change';
import type { Kind, Kinds } from '@/src/domain/records/kind';
import { mayDo, openDesk, type RecordError, type RecordPorts } from './edit-records';
import type { Receipt } from './ports/store';

/** A line of a starter list, as the user left it. */
export interface NeedToStart {
  readonly text: string;
  readonly about: StarterLine['about'];
}

const NEED = 'need';

/** Whether needs can be filed at all: without their kind nothing is offered. */
export function canStartNeeds(kinds: Kinds): boolean {
  const kind = kinds.get(NEED);
  return kind !== undefined && missingOf(kind, fieldsOf(kind, 'company', { text: 'text', about: 'need' })).length === 0;
}

/**
 * Files the lines as needs of a company, as one batch; blank ones are left out. The client has said none of them yet, so that each
 * is an implicit one, what is an opportunity for us too, unless the kind knows those. Errors besides the store's: `nothing-to-import`, no line has a text.
 */
export async function startNeeds(
  ports: RecordPorts,
  id: BatchId,
  { company, lines }: { readonly company: RecordId; readonly lines: readonly NeedToStart[] },
): Promise<Result<Receipt, RecordError | { readonly code: 'nothing-to-import' }>> {
  const { store, clock, ids, kinds } = ports;
  const { actor } = await openDesk(ports);
  const kind = kinds.get(NEED);
  const wanted = lines.filter(({ text }) => text.trim() !== '');
  if (!kind || wanted.length === 0) return err({ code: 'nothing-to-import' });
  const made = wanted.map((line) => fieldsOf(kind, company, line));
  if (made.some((fields) => !mayDo('make', kind, { fields }, actor))) return err({ code: 'forbidden' });
  return store.commit({
    id,
    actor: actor.name,
    wall: clock.now(),
    cause: 'make',
    note: { title: wanted[0]?.text.trim() ?? '' },
    changes: made.map((fields): Change => ({ make: ids.next() as RecordId, kind: kind.name, fields })),
  });
}

const KINDS: Readonly<Record<StarterLine['about'], readonly string[]>> = {
  need: ['implicit'],
  opportunity: ['opportunity', 'implicit'],
};

function fieldsOf(kind: Kind, company: string, { text, about }: NeedToStart): Record<string, unknown> {
  const choice = KINDS[about].find((one) => kind.fields['kind']?.choices?.includes(one));
  return { company, text: text.trim(), ...(choice === undefined ? {} : { kind: choice }) };
}

function missingOf(kind: Kind, fields: Readonly<Record<string, unknown>>): string[] {
  const unknown = Object.keys(fields).filter((name) => !Object.hasOwn(kind.fields, name));
  const empty = Object.entries(kind.fields).filter(([name, { required }]) => required && !Object.hasOwn(fields, name));
  return [...unknown, ...empty.map(([name]) => name)];
}

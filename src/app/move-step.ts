import type { BatchId, RecordId } from '@/src/kernel/ids';
import { formatDay } from '@/src/kernel/calendar';
import { err, ok, type Result } from '@/src/kernel/result';
import type { Change } from '@/src/domain/records/change';
import { dayFromIso } from '@/src/domain/records/duty';
import { withValue, type Image, type Path, type Row } from '@/src/domain/records/record';
import { isDay, titleOf } from '@/src/domain/records/values';
import { dealOf, UNWRITTEN, type Deal } from '@/src/domain/pipeline/deal';
import { isMet } from '@/src/domain/pipeline/is-met';
import { judgeStep, type StepVerdict } from '@/src/domain/pipeline/judge-step';
import {
  evidenceKey,
  opportunity,
  type OpportunityRow,
  type StepEvidence,
} from '@/src/domain/pipeline/opportunity.kind';
import { textIn, type PipelineScheme, type SchemeStep } from '@/src/domain/pipeline/scheme';
import { schemeIdOf, schemeOfRecord } from '@/src/domain/pipeline/scheme-of';
import { SHIPPED_SCHEMES } from '@/src/domain/pipeline/shipped-schemes';
import type { PipelineSchemeFields } from '@/src/domain/pipeline/pipeline-scheme.kind';
import {
  mayDo,
  openDesk,
  readInputs,
  type Desk,
  type Inputs,
  type RecordError,
  type RecordPorts,
} from './edit-records';
import type { Receipt } from './ports/store';

/** What the user has written down as evidence: `step` and `criterion` are ids of the scheme. */
export interface GivenEvidence {
  readonly step: string;
  readonly criterion: string;
  readonly text: string;
  readonly day: string;
}

export interface StepMove {
  readonly record: RecordId;
  /** The step it is to come to. Where it stands there already, only the evidence is put on file. */
  readonly to: string;
  /** An empty text is no evidence. */
  readonly evidence?: readonly GivenEvidence[];
  /** Fields that answer criteria; others are left alone. */
  readonly inputs?: Inputs;
  readonly reason?: string;
  /** Pass over what is missing. */
  readonly override?: boolean;
  /** Of the words that tasks and the history are written in. */
  readonly language: string;
}

/**
 * `no-way`: it is not open, or its scheme has no such step. `needs-fields`, `reason-needed`: the verdict tells exactly what
 * is missing. `not-a-day`, `not-yet`: of evidence, whose key is the path.
 */
export type StepError =
  | RecordError
  | { readonly code: 'no-way' }
  | { readonly code: 'not-yet'; readonly path: Path }
  | { readonly code: 'needs-fields' | 'reason-needed'; readonly verdict: StepVerdict };

/** Days that a department has for what a step asks of it. Ours: the source says none. */
export const TASK_DAYS = 14;
const LONGEST = 2000;

/**
 * Brings an opportunity to another step of its scheme, with the evidence for it, as one batch. A step that it comes to for
 * the first time gives its tasks to the departments.
 */
export async function moveStep(ports: RecordPorts, id: BatchId, move: StepMove): Promise<Result<Receipt, StepError>> {
  const { store, clock } = ports;
  const desk = await openDesk(ports);
  const [found] = await store.rowsById([move.record]);
  if (!found || found.kind !== opportunity.name) return err({ code: 'missing', id: move.record });
  // Safe: rows of a kind hold the fields of the kind.
  const row = found as OpportunityRow;
  if (!mayDo('edit', opportunity, row, desk.actor)) return err({ code: 'forbidden' });
  const scheme = await schemeOfRow(ports, row);
  const passage = { row, scheme, desk, today: clock.today() };
  const given = readGiven(passage, move, clock.now());
  if (!given.ok) return given;
  const verdict = judged(passage, move.to, given.value);
  if (!verdict || row.state !== 'open') return err({ code: 'no-way' });
  const passes = passing(verdict, move);
  if (!passes.ok) return passes;
  const over = passes.value ? verdict.missing.map(({ criterion }) => textIn(criterion.text, move.language)) : [];
  return store.commit({
    id,
    actor: desk.actor.name,
    wall: clock.now(),
    cause: 'move',
    note: {
      title: titleOf(opportunity, row),
      ...(isSaid(move.reason) ? { reason: move.reason.trim() } : {}),
      ...(over.length > 0 ? { overridden: over } : {}),
    },
    changes: changesOf(ports, passage, move, given.value),
  });
}

/** The scheme that an opportunity follows. One of the user's own that is gone has no steps. */
export async function schemeOfRow(
  { store }: RecordPorts,
  { fields }: Pick<OpportunityRow, 'fields'>,
): Promise<PipelineScheme> {
  const id = schemeIdOf(fields);
  const shipped = SHIPPED_SCHEMES.find((one) => one.id === id);
  if (shipped) return shipped;
  // Safe: an own scheme is named by the id of its record, whose fields its kind has.
  const [own] = (await store.rowsById([id as RecordId])) as readonly Row<PipelineSchemeFields>[];
  return own ? schemeOfRecord(own) : { id, title: id, sale: 'account', steps: [] };
}

interface Passage {
  readonly row: OpportunityRow;
  readonly scheme: PipelineScheme;
  readonly desk: Desk;
  readonly today: string;
}

/** Path → value, of what was written down and filled in on the way. */
type Given = Readonly<Record<Path, unknown>>;

function readGiven({ scheme, desk, today }: Passage, move: StepMove, now: number): Result<Given, StepError> {
  const values: Record<Path, unknown> = {};
  for (const { step, criterion, text, day } of move.evidence ?? []) {
    const asked = scheme.steps.find(({ id }) => id === step)?.exit.find(({ id }) => id === criterion);
    if (!asked || asked.field !== undefined || text.trim() === '') continue;
    const path = `evidence/${evidenceKey(step, criterion)}`;
    if (!isDay(day)) return err({ code: 'not-a-day', path });
    if (day > today) return err({ code: 'not-yet', path });
    values[path] = { text: text.trim().slice(0, LONGEST), day, by: desk.actor.name } satisfies StepEvidence;
  }
  const answering = new Set(scheme.steps.flatMap(({ exit }) => exit.flatMap(({ field }) => field ?? [])));
  const inputs = Object.entries(move.inputs ?? {}).filter(([path]) => answering.has(path));
  const read = readInputs(opportunity, Object.fromEntries(inputs), desk, new Date(now).toISOString());
  return read.ok ? ok({ ...values, ...read.value }) : read;
}

function judged({ row, scheme, desk }: Passage, to: string, given: Given): StepVerdict | undefined {
  let image: Image = row;
  for (const [path, value] of Object.entries(given)) image = withValue(image, path, value ?? undefined);
  // Safe: what was filled in was read as fields of the kind.
  const fields = image.fields as OpportunityRow['fields'];
  return judgeStep({
    scheme,
    from: row.fields.step,
    to,
    isMet: (step, one) => isMet(fields, step, one),
    actor: desk.actor,
  });
}

/** @returns whether something is passed over. */
function passing(verdict: StepVerdict, { reason, override }: StepMove): Result<boolean, StepError> {
  const { missing, needsReason, mayOverride } = verdict;
  const overrides = override === true && missing.length > 0;
  if (overrides && !mayOverride) return err({ code: 'forbidden' });
  if (missing.length > 0 && !overrides) return err({ code: 'needs-fields', verdict });
  return (needsReason || overrides) && !isSaid(reason) ? err({ code: 'reason-needed', verdict }) : ok(overrides);
}

function changesOf(ports: RecordPorts, passage: Passage, { to, language }: StepMove, given: Given): Change[] {
  const { row, scheme, today } = passage;
  const deal = dealOf(row, scheme);
  const step = scheme.steps.find(({ id }) => id === to);
  const stays = to === deal.step || !step ? {} : { step: to, ...stayChanges(ports, passage, deal, step) };
  const isNew = step && to !== deal.step && deal.stays.every((stay) => stay.step !== to);
  const set: Change = { set: row.id, kind: opportunity.name, state: row.state, values: { ...given, ...stays } };
  return [set, ...(isNew ? tasksOf(ports, { step, today, language }, row) : [])];
}

/** The stay that ends, and the one that begins. */
function stayChanges({ ids }: RecordPorts, { desk, today }: Passage, deal: Deal, { id, name }: SchemeStep): Given {
  // Items stand in the order of their ids; those made at one moment in no order of their own.
  const [before = '', now = ''] = [ids.next(), ids.next()].sort();
  const ended = deal.stays.slice(-1).map(({ id: item, ...stay }) => {
    return [`stays/${item === UNWRITTEN ? before : item}`, { ...stay, left: today }] as const;
  });
  return { ...Object.fromEntries(ended), [`stays/${now}`]: { step: id, name, entered: today, by: desk.actor.name } };
}

interface Entering {
  readonly step: SchemeStep;
  readonly today: string;
  readonly language: string;
}

/** What entering a step gives to the departments: business has it from whoever owns the opportunity. */
export function tasksOf(
  { ids }: Pick<RecordPorts, 'ids'>,
  { step, today, language }: Entering,
  { id, fields }: Pick<OpportunityRow, 'id' | 'fields'>,
): Change[] {
  return step.tasks.map(({ role, text }) => ({
    // Safe: this is where ids of tasks are made.
    make: ids.next() as RecordId,
    kind: 'task',
    fields: {
      title: textIn(text, language),
      department: role,
      company: fields.company,
      opportunity: id,
      due: formatDay(dayFromIso(today) + TASK_DAYS),
      ...(role === 'business' && fields.owner !== undefined ? { owner: fields.owner } : {}),
    },
  }));
}

function isSaid(reason: string | undefined): reason is string {
  return reason !== undefined && reason.trim() !== '';
}

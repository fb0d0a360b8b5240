import { isAmong, type Actor, type Who } from './actor';
import type { Circumstances, Effect, GuardFacts } from './guard';
import type { Kind, Specs } from './kind';
import { originAt, type Image, type Row } from './record';
import { plainFields, type PlainFields } from './values';

/** One way from state to state. Its words: `transition.<name>` and, for each refusal, `refusal.<code>`. */
export interface TransitionSpec<S extends Specs = Specs, State extends string = string> {
  readonly name: string;
  readonly from: readonly State[];
  readonly to: State;
  /** Fields that must be filled; whoever moves the record is asked for exactly those that are not. */
  readonly needs?: readonly (keyof S & string)[];
  /** Codes of what speaks against it; nothing when it may pass. */
  guard?(facts: GuardFacts<S>): readonly string[];
  /** Who may; those who may edit where nothing is said. */
  readonly by?: readonly Who[];
  /** A decision on what somebody handed in: the record waits in the approval inbox of `by` (审批). */
  readonly decides?: 'approve' | 'refuse';
  /** It cannot be done without saying why. */
  readonly reason?: boolean;
  /** Who may do it although something is missing or speaks against it, saying why; nobody where nothing is said. */
  readonly override?: readonly Who[];
  /** Fields that it fills by itself, whatever they held. */
  readonly stamps?: Readonly<Partial<Record<keyof S & string, 'today' | 'now' | 'actor'>>>;
  /** Fields that it empties: what was answered before counts no more. */
  readonly clears?: readonly (keyof S & string)[];
  /** Fields that come to hold what another field holds at that moment, its being empty too: what was signed. Of single values. */
  readonly copies?: Readonly<Partial<Record<keyof S & string, keyof S & string>>>;
  /** What it does to other records. Called when it passes, with the record as it was and what was filled in on the way. */
  effects?(facts: GuardFacts<S>): readonly Effect[];
}

/** What stands in the way of a transition. It passes when all three lists are empty and the reason, if needed, is given. */
export interface Verdict {
  readonly transition: TransitionSpec;
  /** The actor has no right to it. Nothing helps. */
  readonly forbidden: boolean;
  /** Needed fields that are empty, in the kind's order. */
  readonly missing: readonly string[];
  /** Codes from the guard. */
  readonly refusals: readonly string[];
  readonly needsReason: boolean;
  /** With a reason, what is missing or speaks against it may be passed over. */
  readonly mayOverride: boolean;
}

/** The transitions that lead out of the record's state, judged, in the kind's order. */
export function waysOut(kind: Kind, row: Subject, circumstances: Circumstances): Verdict[] {
  return kind.transitions
    .filter(({ from }) => from.includes(row.state))
    .map((transition) => judge(kind, transition, row, circumstances));
}

/** A record on which a rule of its kind is asked. */
export type Subject = Pick<Row, 'id'> & Image;

/** What a rule of the kind sees of a record, and of what is around it. */
export function factsOf(kind: Kind, row: Subject, circumstances: Circumstances): GuardFacts {
  const fields = plainFields(kind.fields, row.fields);
  return { ...circumstances, id: row.id, fields, refAt: (path) => originAt(row, path) };
}

/** @param row the record as it would be, with what the user has filled in meanwhile. */
export function judge(kind: Kind, transition: TransitionSpec, row: Subject, circumstances: Circumstances): Verdict {
  const facts = factsOf(kind, row, circumstances);
  const { fields } = facts;
  const owner = ownerOf(fields);
  const { actor } = circumstances;
  const needed = transition.needs ?? [];
  return {
    transition,
    forbidden: !isAmong(transition.by ?? kind.rights.edit ?? ['anyone'], actor, owner),
    missing: Object.keys(kind.fields).filter((name) => needed.includes(name) && isEmpty(fields[name])),
    refusals: transition.guard?.(facts) ?? [],
    needsReason: transition.reason ?? false,
    mayOverride: isAmong(transition.override ?? [], actor, owner),
  };
}

/** What the transition fills by itself: field name → plain value. */
export function stampsOf({ stamps }: TransitionSpec, { today, now, actor }: Circumstances): Record<string, string> {
  const marks = { today, now: new Date(now).toISOString(), actor: actor.name };
  return Object.fromEntries(Object.entries(stamps ?? {}).map(([name, what]) => [name, marks[what ?? 'today']]));
}

/** The decisions on the record that are the actor's to take, in the kind's order, whatever speaks against them. */
export function decisionsFor(kind: Kind, row: Pick<Row, 'state' | 'fields'>, actor: Actor): readonly TransitionSpec[] {
  const deciding = kind.transitions.filter(({ from, decides }) => decides !== undefined && from.includes(row.state));
  if (deciding.length === 0) return [];
  const owner = ownerOf(plainFields(kind.fields, row.fields));
  return deciding.filter(({ by }) => isAmong(by ?? kind.rights.edit ?? ['anyone'], actor, owner));
}

/** The first way on in the kind's order that the actor may take, decisions aside; undefined where there is none. */
export function nextOf(kind: Kind, row: Pick<Row, 'state' | 'fields'>, actor: Actor): TransitionSpec | undefined {
  const owner = ownerOf(plainFields(kind.fields, row.fields));
  return kind.transitions.find(
    ({ from, by, decides }) =>
      from.includes(row.state) && decides === undefined && isAmong(by ?? kind.rights.edit ?? ['anyone'], actor, owner),
  );
}

/** Whether somebody has to decide on records in this state: what the approval inbox lists. */
export function awaitsDecision(kind: Kind, state: string): boolean {
  return kind.transitions.some(({ from, decides }) => decides !== undefined && from.includes(state));
}

/** The name of the user that a record belongs to. */
export function ownerOf(fields: PlainFields): string | undefined {
  const owner = fields['owner'];
  return typeof owner === 'string' && owner !== '' ? owner : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

import { isAmong, type Actor, type Who } from './actor';
import type { Kind, Specs } from './kind';
import type { Row } from './record';
import { plainFields, type PlainFields } from './values';

/** What a guard may look at. It looks at nothing else, and changes nothing. */
export interface GuardFacts<S extends Specs = Specs> {
  readonly fields: PlainFields<S>;
  /** ISO day in the user's own time zone. */
  readonly today: string;
  readonly actor: Actor;
  /** Records that point to this one. */
  readonly pointing: readonly { readonly kind: string; readonly state: string; readonly fields: PlainFields }[];
}

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
  readonly stamps?: Readonly<Partial<Record<keyof S & string, 'today' | 'actor'>>>;
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

/** What of the world a verdict needs. */
export type Circumstances = Omit<GuardFacts, 'fields'>;

/** The transitions that lead out of the record's state, judged, in the kind's order. */
export function waysOut(kind: Kind, row: Pick<Row, 'state' | 'fields'>, circumstances: Circumstances): Verdict[] {
  return kind.transitions
    .filter(({ from }) => from.includes(row.state))
    .map((transition) => judge(kind, transition, row, circumstances));
}

/** @param row the record as it would be, with what the user has filled in meanwhile. */
export function judge(
  kind: Kind,
  transition: TransitionSpec,
  row: Pick<Row, 'fields'>,
  circumstances: Circumstances,
): Verdict {
  const fields = plainFields(kind.fields, row.fields);
  const owner = ownerOf(fields);
  const { actor } = circumstances;
  const needed = transition.needs ?? [];
  return {
    transition,
    forbidden: !isAmong(transition.by ?? kind.rights.edit ?? ['anyone'], actor, owner),
    missing: Object.keys(kind.fields).filter((name) => needed.includes(name) && isEmpty(fields[name])),
    refusals: transition.guard?.({ ...circumstances, fields }) ?? [],
    needsReason: transition.reason ?? false,
    mayOverride: isAmong(transition.override ?? [], actor, owner),
  };
}

/** What the transition fills by itself: field name → plain value. */
export function stampsOf({ stamps }: TransitionSpec, { today, actor }: Circumstances): Record<string, string> {
  return Object.fromEntries(
    Object.entries(stamps ?? {}).map(([name, what]) => [name, what === 'today' ? today : actor.name]),
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

import type { RecordId } from '@/src/kernel/ids';
import { CHANNELS } from '../parties/company.kind';
import { field, fixed, required } from '../records/field';
import type { Effect, Fact, GuardFacts } from '../records/guard';
import { defineKind, type FieldsOf } from '../records/kind';
import { STATE } from '../records/record';
import { claimKeys } from './claimed-client';
import { isChangedSince, rivalsOf } from './rivals';

/**
 * A claim on a client (客户登记表): whoever submitted first has it once the manager confirms, in whatever order confirmations
 * come. Handing in writes the time, which nobody can type. @source domain.md §2.2; `lapsed` is the end of a confirmation
 * letter's validity, §2.3
 */
export const registration = defineKind({
  name: 'registration',
  evidence: false,
  fields: {
    client: required(field.text()),
    company: field.company(),
    person: field.person(),
    contact: field.text({ personal: true }),
    phone: field.phone(),
    website: field.url(),
    registrationId: field.text(),
    need: field.text({ lines: true }),
    channel: field.choice(CHANNELS),
    submittedAt: field.moment(),
    submittedBy: fixed(field.user()),
    confirmedAt: field.moment(),
    confirmedBy: fixed(field.user()),
    validUntil: field.date(),
    /** Why it was rejected without anybody having to say so; otherwise the reason stands in the history. */
    rejection: fixed(field.choice(['earlier-submission'])),
    /** The registration that came first. */
    rival: fixed(field.link()),
    owner: field.user(),
  },
  states: ['draft', 'submitted', 'confirmed', 'rejected', 'lapsed'],
  transitions: [
    {
      name: 'submit',
      from: ['draft'],
      to: 'submitted',
      needs: ['company'],
      stamps: { submittedAt: 'now', submittedBy: 'actor' },
    },
    { name: 'take-back', from: ['submitted'], to: 'draft' },
    {
      name: 'confirm',
      from: ['submitted'],
      to: 'confirmed',
      by: ['manager'],
      decides: 'approve',
      guard: (facts) => againstConfirming(facts),
      stamps: { confirmedAt: 'now', confirmedBy: 'actor' },
      effects: (facts) => onConfirming(facts),
    },
    { name: 'reject', from: ['submitted'], to: 'rejected', by: ['manager'], decides: 'refuse', reason: true },
    { name: 'lapse', from: ['confirmed'], to: 'lapsed', by: ['manager'], reason: true },
    { name: 'revise', from: ['rejected', 'lapsed'], to: 'draft' },
  ],
  duties: [{ name: 'renew', while: ['confirmed'], since: 'validUntil', rule: { after: 0 }, for: 'owner' }],
  rights: { edit: ['owner', 'manager'], remove: ['owner', 'manager'] },
  regards: ['pointed', 'alike'],
  view: {
    title: 'client',
    columns: ['company', 'submittedAt', 'submittedBy', 'channel', 'owner'],
    groups: ['channel', 'submittedBy', 'owner'],
    sort: { field: 'submittedAt', descending: true },
    room: 'own',
  },
  keysOf: (fields) => claimKeys(fields),
});

export type RegistrationFields = FieldsOf<typeof registration>;

function againstConfirming(facts: GuardFacts): readonly string[] {
  return [
    ...(rivalsOf(facts).earlier.length > 0 ? ['earlier-submission'] : []),
    ...(isChangedSince(facts) ? ['changed-since'] : []),
  ];
}

/** The client goes to whoever submitted, and later registrations of it are rejected with a link to this one. */
function onConfirming(facts: GuardFacts): readonly Effect[] {
  const { id, fields, pointed } = facts;
  const by = fields['submittedBy'];
  const accounts = pointed.filter((one) => one.kind === 'company' && one.id === fields['company']);
  return [
    ...accounts
      .filter((account) => by !== undefined && account.fields['owner'] !== by)
      .map((account): Effect => ({ set: account.id, kind: 'company', values: { owner: by } })),
    ...rivalsOf(facts).later.map((rival) => laterRejected(rival, id)),
  ];
}

/** A registration rejected because another was submitted first. */
export function laterRejected(
  { id, state }: Pick<Fact, 'id' | 'state'>,
  first: RecordId,
): Extract<Effect, { set: RecordId }> {
  return {
    set: id,
    kind: 'registration',
    state,
    values: { [STATE]: 'rejected', rejection: 'earlier-submission', rival: first },
  };
}

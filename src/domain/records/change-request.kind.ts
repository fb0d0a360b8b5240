import { field, fixed, required } from './field';
import { defineKind, type FieldsOf } from './kind';
import type { EntryRef, Path, Row } from './record';

/** One value that is to change: plain, `null` for none. `was`: the journal entry that the present value comes from. */
export interface WantedChange {
  readonly before: unknown;
  readonly after: unknown;
  readonly was: EntryRef | null;
}

export type WantedChanges = Readonly<Record<Path, WantedChange>>;

/**
 * A change to a record by somebody without the right to it, waiting for a manager (修改申请): until it is approved, the record
 * is as it was. Made by editing or deleting a record whose kind says `changesBy: 'request'`. @source domain.md §3.5
 */
export const changeRequest = defineKind({
  name: 'change-request',
  evidence: false,
  fields: {
    /** What the record was called. */
    subject: required(field.text()),
    target: fixed(field.link()),
    /** Name of its kind. */
    of: fixed(field.text()),
    what: fixed(field.choice(['edit', 'remove'])),
    changes: field.data<WantedChanges>(),
    reason: field.text(),
    /** Who asks. */
    owner: fixed(field.user()),
    decidedBy: fixed(field.user()),
    decidedAt: field.moment(),
  },
  states: ['requested', 'applied', 'refused'],
  transitions: [
    {
      name: 'approve',
      from: ['requested'],
      to: 'applied',
      by: ['manager'],
      decides: 'approve',
      guard: ({ fields, pointed }) => {
        const { of, target: id, changes = {} } = fields;
        if (of === undefined) return [];
        const target = pointed.find((one) => one.id === id);
        if (!target) return ['target-gone'];
        const isAsSeen = Object.entries(changes).every(([path, { was }]) => (target.refAt(path) ?? null) === was);
        return isAsSeen ? [] : ['changed-meanwhile'];
      },
      effects: ({ fields: { target, of, what, changes = {} } }) => {
        if (target === undefined || of === undefined) return [];
        if (what === 'remove') return [{ remove: target, kind: of }];
        const values = Object.fromEntries(Object.entries(changes).map(([path, { after }]) => [path, after]));
        return [{ set: target, kind: of, values }];
      },
      stamps: { decidedBy: 'actor', decidedAt: 'now' },
    },
    {
      name: 'refuse',
      from: ['requested'],
      to: 'refused',
      by: ['manager'],
      decides: 'refuse',
      reason: true,
      stamps: { decidedBy: 'actor', decidedAt: 'now' },
    },
  ],
  rights: { see: ['owner', 'manager'], edit: ['manager'], remove: ['manager'] },
  regards: ['pointed'],
  view: {
    title: 'subject',
    columns: ['reason'],
    groups: [],
    sort: { field: 'subject', descending: false },
    room: 'own',
  },
});

export type ChangeRequestRow = Row<FieldsOf<typeof changeRequest>>;

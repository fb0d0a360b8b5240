import { field, fixed, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import type { Row } from '../records/record';

/** The six categories (六大类) of a client's archive, in the order of their numbers 1…6. @source domain.md §3.2 */
export const CATEGORIES = ['basics', 'contracts', 'arrears', 'complaints', 'trend', 'promotion'] as const;
export type Category = (typeof CATEGORIES)[number];

/**
 * One piece of a client's archive (客户档案), on paper, as a file, or both: numbered within its category and volume, and filed
 * only when client, handler and leader have signed. @source domain.md §3.2–3.8; that the leader is another than the handler is ours
 */
export const archiveItem = defineKind({
  name: 'archive-item',
  evidence: false,
  fields: {
    title: required(field.text()),
    company: required(field.company()),
    category: required(field.choice(CATEGORIES)),
    documentDay: required(field.date()),
    /** Of a contract: contracts are in the order of it. */
    signedOn: field.date(),
    /** The account manager whose volume it is in. */
    owner: required(field.user()),
    paperNo: field.text(),
    paperLocation: field.text(),
    eCode: field.text(),
    eLocation: field.file(),
    /** The codes of other items of the account; see `codeOf`. */
    crossRefs: many(field.text()),
    note: field.text({ lines: true }),
    volumeYear: fixed(field.text()),
    number: fixed(field.number({ min: 1 })),
    /** Who signed for the client. */
    clientSigner: field.text({ personal: true }),
    clientSignedAt: field.moment(),
    handler: fixed(field.user()),
    handlerSignedAt: field.moment(),
    leader: fixed(field.user()),
    leaderSignedAt: field.moment(),
  },
  states: ['draft', 'checked', 'client-signed', 'handler-signed', 'approved', 'filed'],
  transitions: [
    {
      name: 'check',
      from: ['draft'],
      to: 'checked',
      by: ['manager'],
      guard: ({ fields }) =>
        fields.category === 'contracts' && fields.signedOn === undefined ? ['no-signing-day'] : [],
    },
    {
      name: 'sign-client',
      from: ['checked'],
      to: 'client-signed',
      by: ['anyone'],
      needs: ['clientSigner'],
      stamps: { clientSignedAt: 'now' },
    },
    {
      name: 'sign-handler',
      from: ['client-signed'],
      to: 'handler-signed',
      by: ['anyone'],
      stamps: { handler: 'actor', handlerSignedAt: 'now' },
    },
    {
      name: 'approve',
      from: ['handler-signed'],
      to: 'approved',
      by: ['manager'],
      decides: 'approve',
      guard: ({ fields, actor }) => (fields.handler === actor.name ? ['same-person'] : []),
      override: ['executive'],
      stamps: { leader: 'actor', leaderSignedAt: 'now' },
    },
    { name: 'refuse', from: ['handler-signed'], to: 'draft', by: ['manager'], decides: 'refuse', reason: true },
    { name: 'return', from: ['checked', 'client-signed'], to: 'draft', by: ['anyone'], reason: true },
    { name: 'file', from: ['approved'], to: 'filed', by: ['anyone'] },
  ],
  numbering: { number: 'number', year: 'volumeYear', day: 'documentDay', within: ['company', 'category'] },
  rights: { see: ['owner', 'manager'], edit: ['manager'], remove: ['manager'] },
  changesBy: 'request',
  view: {
    title: 'title',
    columns: ['company', 'category', 'documentDay', 'signedOn', 'paperNo', 'eCode', 'owner'],
    groups: ['company', 'category', 'owner'],
    sort: { field: 'documentDay', descending: true },
    room: 'own',
    closed: ['company', 'category', 'volumeYear', 'number'],
  },
});

export type ArchiveItemFields = FieldsOf<typeof archiveItem>;
export type ArchiveItemRow = Row<ArchiveItemFields>;

/** 1…6. */
export function categoryNumber(category: Category): number {
  return CATEGORIES.indexOf(category) + 1;
}

/**
 * What an item is called in cross references: year of its volume, number of its category, its own number. Undefined while it
 * has none.
 * @example codeOf({ volumeYear: '2026', category: 'contracts', number: 7 }) // '2026-2-007'
 */
export function codeOf({
  volumeYear,
  category,
  number,
}: Pick<ArchiveItemFields, 'volumeYear' | 'category' | 'number'>): string | undefined {
  if (volumeYear === undefined || number === undefined) return undefined;
  return `${volumeYear}-${categoryNumber(category)}-${String(number).padStart(3, '0')}`;
}

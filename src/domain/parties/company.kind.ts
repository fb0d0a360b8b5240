import { field, fixed, many, required } from '../records/field';
import { defineKind, type FieldsOf } from '../records/kind';
import { companyKeys, valuesIn } from './party-traits';

/** How a customer came to us (客户来源). `swept`: we found it, outside or on the web. @source domain.md §2.1; `fair` is ours */
export const CHANNELS = [
  'walk-in',
  'swept',
  'relationship',
  'referral',
  'directory',
  'media',
  'fair',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Industries with a starter list of needs. @source domain.md §16 */
const SEGMENTS = ['government', 'telecom', 'finance', 'pharmacy', 'retail', 'tourism', 'education', 'power'] as const;

/** The axes of an account, in the order they are shown. */
export const AXES = ['importance', 'orientation', 'behaviour', 'volume', 'ring'] as const;
export type Axis = (typeof AXES)[number];

/** A company or other organisation (公司): an account, or what may become one. */
export const company = defineKind({
  name: 'company',
  evidence: true,
  fields: {
    name: required(field.text()),
    legalName: field.text(),
    website: field.url(),
    /** Address of the picture on the company's own site: nothing fetches it. */
    logo: field.url(),
    phones: many(field.phone()),
    emails: many(field.email()),
    addresses: many(field.text()),
    /** Names in messengers and networks, as `qq:800012345` or `linkedin:company/…`. */
    accounts: many(field.text()),
    /** Numbers in registers: 统一社会信用代码, VAT, LEI. */
    registrationIds: many(field.text()),
    industry: field.text(),
    /** The segment whose starter list it may begin with. @source domain.md §16 */
    segment: field.choice(SEGMENTS),
    /** The type axes (客户类型): each says something of its own. @source domain.md §1.3 */
    importance: field.choice(['economic', 'important', 'group', 'strategic']),
    orientation: field.choice(['transactional', 'value-added', 'strategic']),
    behaviour: field.choice(['strategic-cooperative', 'consultant', 'transactional']),
    volume: field.choice(['direct', 'distribution', 'scattered', 'network']),
    /** Where we stand among its suppliers. */
    ring: field.choice(['direct', 'integrator', 'sub-supplier']),
    channel: field.choice(CHANNELS),
    /** Who may sign for it: 法定代表人, Geschäftsführer. Several with commas between. */
    legalRepresentative: field.text({ personal: true }),
    /** As the register writes it, for its units and currencies are many: 1000万元人民币. */
    registeredCapital: field.text(),
    founded: field.date(),
    /** In the words of its register: 存续, 注销. */
    registrationState: field.text(),
    /** The company that it belongs to, the nearest one (母公司). */
    parent: field.text(),
    /** How many work there, as the source writes it: 1,200 (2024). */
    employees: field.text(),
    /** Free words to find a group by. */
    tags: many(field.text()),
    note: field.text({ lines: true }),
    /** Its id in the program it came from, as `hubspot:123`. */
    externalIds: many(field.text()),
    /** Who looks after it (客户经理). */
    owner: field.user(),
    /** By monthly spend, and what it rests on: the figures of a sales file, or somebody's word. */
    tier: fixed(field.link({ to: 'tier' })),
    tierBasis: fixed(field.choice(['file', 'hand'])),
    tierOn: fixed(field.date()),
    tierFile: fixed(field.text()),
    /** `3200.00 CNY`: a month, over the days named. */
    tierSpend: fixed(field.text()),
    tierFrom: fixed(field.date()),
    tierTo: fixed(field.date()),
  },
  states: ['prospect', 'active', 'former'],
  transitions: [
    // An account without somebody who looks after it is nobody's.
    { name: 'win', from: ['prospect'], to: 'active', needs: ['owner'], override: ['manager'] },
    { name: 'lose', from: ['prospect', 'active'], to: 'former', reason: true },
    { name: 'regain', from: ['former'], to: 'active', needs: ['owner'], override: ['manager'] },
  ],
  view: {
    title: 'name',
    columns: ['website', 'phones', 'industry', 'owner'],
    groups: ['industry', 'segment', 'importance', 'orientation', 'behaviour', 'volume', 'channel', 'owner'],
    room: 'own',
  },
  keysOf: (fields) => companyKeys(valuesIn(fields)),
});

export type CompanyFields = FieldsOf<typeof company>;

import { valuesIn } from '../parties/party-traits';
import { labelledValues, type LabelledValue } from '../parties/contact-values';

/** A company or person as address books and other programs know them: plain values, the company by its name. */
export interface ContactCard {
  /** Ours when written; when read, the id in the file, or its place where the file has none. */
  readonly id: string;
  readonly kind: 'company' | 'person';
  readonly name: string;
  readonly legalName?: string;
  readonly title?: string;
  readonly department?: string;
  /** The name of the company a person works for. */
  readonly company?: string;
  readonly website?: string;
  readonly industry?: string;
  /** Of companies: one of `CHANNELS`. */
  readonly channel?: string;
  /** Of companies, this and the next three: what its register says. */
  readonly legalRepresentative?: string;
  readonly registeredCapital?: string;
  /** An ISO day. */
  readonly founded?: string;
  readonly registrationState?: string;
  /** Of companies: the company they belong to, by its name. */
  readonly parent?: string;
  /** Of companies, as the source writes it. */
  readonly employees?: string;
  /** Of companies: `prospect`, `active` or `former`. */
  readonly state?: string;
  /** The name of the user who looks after them. */
  readonly owner?: string;
  /** Lines end with \n. */
  readonly note?: string;
  /** E.164, or as written where that is not known. */
  readonly phones: readonly LabelledValue[];
  readonly emails: readonly LabelledValue[];
  /** Of companies: one line each. */
  readonly addresses: readonly LabelledValue[];
  readonly registrationIds: readonly string[];
  /** `wechat:wang88`, `linkedin:https://…`. */
  readonly accounts: readonly string[];
  readonly tags: readonly string[];
  /** `program:id`. */
  readonly externalIds: readonly string[];
}

/** @param company name of the company a person works for. */
export function contactCard(
  row: { readonly id: string; readonly kind: string; readonly fields: object; readonly state?: string },
  company?: string,
): ContactCard {
  const values = valuesIn(row.fields);
  const single = (field: string): Record<string, string> => {
    const [value] = values(field);
    return value === undefined ? {} : { [field]: value };
  };
  return {
    id: row.id,
    kind: row.kind === 'person' ? 'person' : 'company',
    name: values('name')[0] ?? '',
    ...single('legalName'),
    ...single('title'),
    ...single('department'),
    ...(company === undefined ? {} : { company }),
    ...single('website'),
    ...single('industry'),
    ...single('channel'),
    ...single('legalRepresentative'),
    ...single('registeredCapital'),
    ...single('founded'),
    ...single('registrationState'),
    ...single('parent'),
    ...single('employees'),
    ...(row.kind === 'company' && row.state !== undefined ? { state: row.state } : {}),
    ...single('owner'),
    ...single('note'),
    phones: labelledValues(row.fields, 'phones'),
    emails: labelledValues(row.fields, 'emails'),
    addresses: labelledValues(row.fields, 'addresses'),
    registrationIds: values('registrationIds'),
    accounts: values('accounts'),
    tags: values('tags'),
    externalIds: values('externalIds'),
  };
}

import type { RecordId } from '@/src/kernel/ids';
import { valuesIn } from '../parties/party-traits';

/** A company or person as address books know them: plain values, the company by its name. */
export interface ContactCard {
  readonly id: RecordId;
  readonly kind: 'company' | 'person';
  readonly name: string;
  readonly legalName?: string;
  readonly title?: string;
  /** The name of the company a person works for. */
  readonly company?: string;
  readonly website?: string;
  /** E.164, or as written where that is not known. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** One line each. */
  readonly addresses: readonly string[];
  readonly registrationIds: readonly string[];
}

/** @param company name of the company a person works for. */
export function contactCard(
  row: { readonly id: RecordId; readonly kind: string; readonly fields: object },
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
    ...(company === undefined ? {} : { company }),
    ...single('website'),
    phones: values('phones'),
    emails: values('emails'),
    addresses: values('addresses'),
    registrationIds: values('registrationIds'),
  };
}

import { foldKey } from '@/src/kernel/text';
import type { ContactLabel, LabelledValue } from '../parties/contact-values';
import { createDraft, mergeDrafts, type PartyDraft } from './party-draft';
import type { ReadCard } from './read-contacts';
import type { RowDraft } from './read-row';

/** What a row came to; its place counts from 1. */
export interface PlacedRow extends RowDraft {
  readonly place: number;
}

/** Drafts of rows become cards: people find their company among those of the file, or make it. */
export class CardsOfFile {
  readonly all: ReadCard[] = [];
  /** Columns whose value a company of several rows had no room for. */
  readonly crowded: number[] = [];
  private readonly byId = new Map<string, PartyDraft>();
  private readonly byName = new Map<string, PartyDraft>();
  private readonly places = new Map<PartyDraft, number>();
  private readonly ids = new Set<string>();
  private readonly written = new Map<PartyDraft, string>();

  constructor(rows: readonly PlacedRow[]) {
    for (const { person, company, place } of rows) if (company && !person) this.know(company, place);
    const owners = rows.map(({ person, company, place }) =>
      person && company ? this.employer(company, place) : company,
    );
    for (const [i, { person, place }] of rows.entries()) {
      const company = owners[i];
      const companyId = company && this.writeCompany(company, place);
      if (!person) continue;
      this.write(person, place, company && companyId !== undefined ? { company: company.name, companyId } : {});
    }
  }

  private know(company: PartyDraft, place: number): void {
    this.places.set(company, place);
    for (const id of company.externalIds) if (!this.byId.has(id)) this.byId.set(id, company);
    const name = foldKey(company.name);
    if (!this.byName.has(name)) this.byName.set(name, company);
  }

  /** The company of a person's row. One with another id is another, whatever its name. */
  private employer(company: PartyDraft, place: number): PartyDraft {
    const [id] = company.externalIds;
    const named = this.byName.get(foldKey(company.name));
    const isNamed = named !== undefined && (id === undefined || named.externalIds.length === 0);
    const found = (id === undefined ? undefined : this.byId.get(id)) ?? (isNamed ? named : undefined);
    if (!found) {
      const made = createDraft('company', company.name);
      mergeDrafts(made, company);
      this.know(made, place);
      return made;
    }
    this.crowded.push(...mergeDrafts(found, company));
    if (id !== undefined) this.byId.set(id, found);
    return found;
  }

  /** @returns the id of its card, which is written where the file first speaks of the company. */
  private writeCompany(company: PartyDraft, place: number): string {
    const id = this.written.get(company) ?? this.write(company, this.places.get(company) ?? place);
    this.written.set(company, id);
    return id;
  }

  private write(draft: PartyDraft, place: number, employer: Pick<ReadCard, 'company' | 'companyId'> = {}): string {
    const own = draft.externalIds[0];
    const id = own === undefined || this.ids.has(own) ? `${draft.kind}:${place}` : own;
    this.ids.add(id);
    const { kind, name, registrationIds, accounts, tags, externalIds } = draft;
    this.all.push({
      id,
      place,
      kind,
      name,
      ...employer,
      ...Object.fromEntries([...draft.singles].map(([field, { value }]) => [field, value])),
      phones: byLabel(draft.phones),
      emails: byLabel(draft.emails),
      addresses: byLabel(draft.addresses),
      registrationIds,
      accounts,
      tags,
      externalIds,
    });
    return id;
  }
}

const LABEL_ORDER: readonly (ContactLabel | undefined)[] = [
  undefined,
  'work',
  'mobile',
  'home',
  'fax',
  'main',
  'assistant',
  'other',
];

function byLabel(values: readonly LabelledValue[]): LabelledValue[] {
  return values.toSorted((a, b) => LABEL_ORDER.indexOf(a.label) - LABEL_ORDER.indexOf(b.label));
}

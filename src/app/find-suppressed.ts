import { suppressionDigests } from '@/src/domain/parties/suppression-digests';
import type { SuppressionFields } from '@/src/domain/parties/suppression.kind';
import type { PartyValues } from '@/src/domain/parties/party-traits';
import type { PartyDraft } from './capture-draft';
import type { Store } from './ports/store';

/** A person met on a page or in a file. */
export interface MetPerson {
  readonly id: string;
  readonly values: PartyValues;
  /** Names of the companies they work for. */
  readonly companies: readonly string[];
}

/** The ids of those who asked not to be filed again. */
export async function findSuppressed(store: Store, people: readonly MetPerson[]): Promise<ReadonlySet<string>> {
  // Safe: rows of this kind hold its fields.
  const marks = (await store.rows('suppression')).map(({ fields }) => fields as SuppressionFields);
  const isMarked = ({ values, companies }: MetPerson): boolean =>
    marks.some(({ salt, digests }) => {
      const known = new Set(Object.values(digests ?? {}));
      return suppressionDigests(values, companies, salt).some((digest) => known.has(digest));
    });
  return new Set(marks.length === 0 ? [] : people.filter(isMarked).map(({ id }) => id));
}

/** The people among the cards of a page. */
export function peopleMet(drafts: readonly PartyDraft[]): MetPerson[] {
  const namesOf = (draft: PartyDraft | undefined, field: string): string[] =>
    (draft?.values ?? []).filter((value) => value.field === field).map(({ value }) => value);
  return drafts
    .filter(({ kind }) => kind === 'person')
    .map((draft) => {
      const employer = drafts.find(({ id }) => id === draft.worksFor);
      return {
        id: draft.id,
        values: (field) => namesOf(draft, field),
        companies: [...namesOf(employer, 'name'), ...namesOf(employer, 'legalName')],
      };
    });
}

import { digestOfKey, suppressionKeys } from '@/src/domain/parties/suppression-digests';
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
  const isSuppressed = await suppressionCheck(store);
  return new Set(people.filter(isSuppressed).map(({ id }) => id));
}

/** Whether a person asked not to be filed again, by the marks as they are now. */
export async function suppressionCheck(store: Store): Promise<(person: MetPerson) => boolean> {
  const marks = (await store.rows('suppression')).map(({ fields }) => {
    // Safe: rows of this kind hold its fields.
    const { salt, digests } = fields as SuppressionFields;
    return { salt, known: new Set(Object.values(digests ?? {})) };
  });
  return ({ values, companies }) => {
    const keys = marks.length === 0 ? [] : suppressionKeys(values, companies);
    return marks.some(({ salt, known }) => keys.some((key) => known.has(digestOfKey(key, salt))));
  };
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

import { must } from '@/src/kernel/assert';
import { ownDomain } from '@/src/domain/identity/domain-name';
import { isGenericMailbox } from '@/src/domain/identity/email-address';
import type { CompanyFields } from '@/src/domain/parties/company.kind';
import type { PersonFields } from '@/src/domain/parties/person.kind';
import type { Row } from '@/src/domain/records/record';
import type { PartyDraft } from './capture-draft';
import type { Store } from './ports/store';

export type PartyRow = Row<CompanyFields> | Row<PersonFields>;

/** A record that has an identity key in common with a draft. */
export interface Duplicate {
  readonly row: PartyRow;
  /** The common keys: `domain:acme.cn`, `email:…`, `phone:+86…`. */
  readonly keys: readonly string[];
}

/**
 * Records that are exactly the same party as each draft: own domain, e-mail address, or phone in E.164. A number that
 * also belongs to a company is a switchboard and identifies no person.
 * @returns draft id → duplicates, the one with most keys in common first. Drafts without any are left out.
 */
export async function findDuplicates(
  store: Store,
  drafts: readonly PartyDraft[],
): Promise<ReadonlyMap<string, readonly Duplicate[]>> {
  const keys = new Map(drafts.map((draft) => [draft.id, keysOfDraft(draft)]));
  // Safe: only companies and people have domain, email and phone keys.
  const rows = (await store.rowsByKeys([...new Set([...keys.values()].flat())])) as readonly PartyRow[];
  const switchboards = new Set(rows.filter((row) => row.kind === 'company').flatMap((row) => row.keys));
  const found = new Map<string, Duplicate[]>();
  for (const { id, kind } of drafts) {
    const own = must(keys.get(id), 'every draft has keys').filter(
      (key) => kind === 'company' || !isSwitchboard(key, switchboards),
    );
    const duplicates = rows
      .filter((row) => row.kind === kind)
      .map((row) => ({ row, keys: own.filter((key) => row.keys.includes(key)) }))
      .filter((duplicate) => duplicate.keys.length > 0)
      .sort((a, b) => b.keys.length - a.keys.length || (a.row.id < b.row.id ? -1 : 1));
    if (duplicates.length > 0) found.set(id, duplicates);
  }
  return found;
}

function isSwitchboard(key: string, switchboards: ReadonlySet<string>): boolean {
  return key.startsWith('phone:') && switchboards.has(key);
}

function keysOfDraft({ kind, values }: PartyDraft): string[] {
  return values.flatMap(({ field, value }) => {
    if (field === 'emails' && !(kind === 'person' && isGenericMailbox(value))) return [`email:${value}`];
    if (field === 'phones' && value.startsWith('+')) return [`phone:${value}`];
    const domain = field === 'website' && kind === 'company' ? ownDomain(value) : undefined;
    return domain ? [`domain:${domain}`] : [];
  });
}

/** Where a record is shown: companies and people among the accounts, everything else in the list of its kind. */
export function placeOf(kind: string, id: string): readonly string[] {
  if (kind === 'company') return ['accounts', id];
  return kind === 'person' ? ['accounts', 'people', id] : ['files', kind, id];
}

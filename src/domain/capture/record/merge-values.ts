import type { FoundValue } from '../found';
import { siteDomain } from '../site-domain';

/** Text and links of one record put together: what both say is one value with both as its sources. */
export function mergeValues(written: readonly FoundValue[], linked: readonly FoundValue[]): FoundValue[] {
  const merged = new Map<string, FoundValue>();
  for (const value of [...written, ...linked]) {
    const key = keyOf(value);
    const held = merged.get(key);
    if (!held) merged.set(key, value);
    else if (held.sources[0]?.kind !== value.sources[0]?.kind)
      merged.set(key, {
        ...value,
        ...held,
        confidence: 1 - (1 - held.confidence) * (1 - value.confidence),
        sources: [...held.sources, ...value.sources],
      });
  }
  return [...merged.values()];
}

function keyOf({ field, raw, normal }: FoundValue): string {
  const folded = (normal ?? raw).normalize('NFKC').toLowerCase();
  if (field === 'phones') return `phones:${folded.replace(/\D/g, '').slice(-9)}`;
  if (field === 'website') return `website:${siteDomain(folded) ?? folded}`;
  return `${field}:${folded.replace(/[\s.,]+/g, '')}`;
}

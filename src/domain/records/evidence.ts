/** Where a value was read: `typed` by a person, found on a page by one of the capture sources, answered by a `register`. */
export type SourceKind =
  | 'typed'
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'h-card'
  | 'mailto-link'
  | 'tel-link'
  | 'text'
  | 'decoded'
  | 'page-head'
  | 'page-address'
  | 'register'
  | 'sample'
  | 'file'
  | 'pasted';

/** One place that supports a value. Without a snippet there is no value: `snippet` is never empty when read from a page. */
export interface Source {
  readonly kind: SourceKind;
  /** Address of the page; the name of the file for values from a file; empty for typed values. */
  readonly url: string;
  /** The text around the value as it stood on the page, at most 200 characters. */
  readonly snippet: string;
  /** UTC time, ISO 8601. For display; the journal gives the order. */
  readonly at: string;
  /** Name and version of the code that read it. */
  readonly extractor: string;
}

/** `typed` and `accepted` values are the user's: nothing but the user may change them. */
export type EvidenceStatus = 'typed' | 'accepted' | 'suggested' | 'rejected';

/** A value that can say where it comes from. */
export interface Evidenced<V> {
  readonly value: V;
  /** As it stood in the source, before normalisation. */
  readonly raw: string;
  /** 0…1; 1 for typed values. Read as the share of such values that are right. */
  readonly confidence: number;
  readonly sources: readonly Source[];
  readonly status: EvidenceStatus;
  /** What the number or address is for, where the source says so: one of `ContactLabel` in domain/parties. */
  readonly label?: string;
}

/** A value that a person wrote. @param raw as they wrote it: of an amount the value itself is no text. */
export function typedValue<V>(value: V, at: string, raw = String(value)): Evidenced<V> {
  const source: Source = {
    kind: 'typed',
    url: '',
    snippet: raw.slice(0, 200),
    at,
    extractor: 'user',
  };
  return { value, raw, confidence: 1, sources: [source], status: 'typed' };
}

import type { StoreError } from '@/src/app/ports/store';

/** Thrown inside a transaction to abort it with a reason that the caller is told. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: StoreError;

  constructor(reason: StoreError) {
    super(reason.code);
    this.reason = reason;
  }
}

/**
 * What a failed transaction means for the user. A full disk arrives as an AbortError around a QuotaExceededError
 * (Chromium) or as one itself; everything else is reported with its own words.
 */
export function storageError(thrown: unknown): StoreError {
  if (thrown instanceof Refusal) return thrown.reason;
  const names = chainOf(thrown).map((one) => one.name);
  if (names.includes('QuotaExceededError')) return { code: 'storage-full' };
  const [first] = chainOf(thrown);
  return { code: 'storage-failed', detail: first ? `${first.name}: ${first.message}` : String(thrown) };
}

function chainOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = thrown; one instanceof Error && chain.length < 8;) {
    chain.push(one);
    const { inner, cause } = one as Error & { inner?: unknown };
    one = inner ?? cause;
  }
  return chain;
}

import type { Actor } from '../records/actor';
import type { PlainFields } from '../records/values';

/** A record that a quotation points to. */
interface Authority {
  readonly kind: string;
  readonly state: string;
  readonly fields: PlainFields;
}

/**
 * Whether the author of a quotation may give its discount alone: the price authority it names is valid, is that of the
 * author's role, and goes as far. The bound itself is within. Without such an authority no discount is.
 * @param discount per cent; none where it is not given.
 */
export function isWithinAuthority(discount: number | undefined, author: Actor, pointed: readonly Authority[]): boolean {
  const limits = pointed
    .filter(
      ({ kind, state, fields }) => kind === 'price-authority' && state === 'valid' && fields['role'] === author.role,
    )
    .map(({ fields }) => Number(fields['discount']));
  return (discount ?? 0) <= Math.max(0, ...limits);
}

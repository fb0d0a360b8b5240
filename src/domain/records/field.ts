import type { RecordId } from '@/src/kernel/ids';

export type FieldType = 'text' | 'url' | 'email' | 'phone' | 'link' | 'data';

/**
 * What one field of a kind holds.
 * `V` is the type of its value, `Many` whether it holds several, `Required` whether a record cannot be without it.
 */
export interface FieldSpec<V = unknown, Many extends boolean = boolean, Required extends boolean = boolean> {
  readonly type: FieldType;
  readonly many: Many;
  readonly required: Required;
  /** About a natural person: shown with its source, erased with the person. */
  readonly personal: boolean;
  /** Only for the compiler: carries V. Never set. */
  readonly value?: V;
}

interface FieldOptions {
  readonly personal?: boolean;
}

function spec<V>(type: FieldType, options: FieldOptions = {}): FieldSpec<V, false, false> {
  return { type, many: false, required: false, personal: options.personal ?? false };
}

/** The vocabulary in which kinds declare their fields. */
export const field = {
  text: (options?: FieldOptions) => spec<string>('text', options),
  url: (options?: FieldOptions) => spec<string>('url', options),
  email: (options?: FieldOptions) => spec<string>('email', options),
  phone: (options?: FieldOptions) => spec<string>('phone', options),
  /** The id of another record. */
  link: (options?: FieldOptions) => spec<RecordId>('link', options),
  /** Plain data that only the code of its own kind reads. */
  data: <V>() => spec<V>('data'),
};

/** Several values, each under an item id of its own, so that two people can add one each and both stay. */
export function many<V>(one: FieldSpec<V, false, false>): FieldSpec<V, true, false> {
  return { ...one, many: true };
}

/** A record cannot be without it. */
export function required<V>(one: FieldSpec<V, false, false>): FieldSpec<V, false, true> {
  return { ...one, required: true };
}

import type { RecordId } from '@/src/kernel/ids';

export type FieldType =
  | 'text'
  | 'url'
  | 'email'
  | 'phone'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'user'
  | 'link'
  | 'file'
  | 'moment'
  | 'data';

/** An exact amount: a decimal without grouping, and the ISO 4217 code of its currency. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

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
  /** Written by transitions, their effects and use cases alone: nobody types it, and nobody changes it afterwards. */
  readonly fixed?: true;
  /** Of a link: the record goes with what it points to. See {@link bound}. */
  readonly bound?: boolean;
  /** Of a text: it may have several lines. */
  readonly lines?: boolean;
  /** Of a link: the kind of record it points to; any where not given. */
  readonly to?: string;
  /** Of a choice: its values, in the order they are offered. */
  readonly choices?: readonly string[];
  /** Of a number: the bounds, both allowed. */
  readonly min?: number;
  readonly max?: number;
  /** Only for the compiler: carries V. Never set. */
  readonly value?: V;
}

type FieldOptions = Partial<Pick<FieldSpec, 'personal' | 'lines' | 'min' | 'max'>>;

function spec<V>(
  type: FieldType,
  options: FieldOptions & Pick<FieldSpec, 'to' | 'choices'> = {},
): FieldSpec<V, false, false> {
  return { personal: false, ...options, type, many: false, required: false };
}

/** The vocabulary in which kinds declare their fields. */
export const field = {
  text: (options?: FieldOptions) => spec<string>('text', options),
  url: (options?: FieldOptions) => spec<string>('url', options),
  email: (options?: FieldOptions) => spec<string>('email', options),
  phone: (options?: FieldOptions) => spec<string>('phone', options),
  number: (options?: FieldOptions) => spec<number>('number', options),
  money: (options?: FieldOptions) => spec<Money>('money', options),
  /** An ISO day, without a time. */
  date: (options?: FieldOptions) => spec<string>('date', options),
  choice: <const C extends string>(choices: readonly C[], options?: FieldOptions) =>
    spec<C>('choice', { ...options, choices }),
  /** The name of a user of this workspace. */
  user: (options?: FieldOptions) => spec<string>('user', options),
  company: (options?: FieldOptions) => spec<RecordId>('link', { ...options, to: 'company' }),
  person: (options?: FieldOptions) => spec<RecordId>('link', { ...options, to: 'person' }),
  /** The id of another record, of whatever kind. */
  link: (options?: FieldOptions & Pick<FieldSpec, 'to'>) => spec<RecordId>('link', options),
  /** Where a file lies: an address, or a path on the user's own disk or network. */
  file: (options?: FieldOptions) => spec<string>('file', options),
  /** An instant, as ISO text in UTC with milliseconds: when something was submitted. Always fixed. */
  moment: (options?: FieldOptions) => fixed(spec<string>('moment', options)),
  /** Plain data that only the code of its own kind reads. */
  data: <V>() => spec<V>('data'),
};

/** Several values, each under an item id of its own, so that two people can add one each and both stay. */
export function many<V>(one: FieldSpec<V, false, false>): FieldSpec<V, true, false> {
  return { ...one, many: true };
}

/** See `FieldSpec.fixed`. */
export function fixed<V, Many extends boolean>(one: FieldSpec<V, Many, false>): FieldSpec<V, Many, false> {
  return { ...one, fixed: true };
}

/** A record cannot be without it. */
export function required<V>(one: FieldSpec<V, false, false>): FieldSpec<V, false, true> {
  return { ...one, required: true };
}

/**
 * Of a link: what the record says is about the one that it points to, and goes along when that is deleted, as with a required
 * link; but there may be none. With a person who is erased it goes for good, and what was written of them before the link was set
 * to somebody else goes from the journal, too.
 */
export function bound<V>(one: FieldSpec<V, false, false>): FieldSpec<V, false, false> {
  return { ...one, bound: true };
}

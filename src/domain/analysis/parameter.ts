import { err, ok, type Result } from '@/src/kernel/result';
import { DIMENSIONS, type Dimension, type Entity } from './aggregate-source';

/** What a parameter may be. */
export type ParameterSpec =
  | {
      readonly type: 'number';
      readonly default: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
    }
  | { readonly type: 'choice'; readonly default: string; readonly options: readonly string[] }
  /** Something that the file can be broken down by. Where '' is the default it stands for nothing, and customers are not taken. */
  | { readonly type: 'entity'; readonly default: Entity | '' };

export type ParameterSpecs = Readonly<Record<string, ParameterSpec>>;

export type Parameters<S extends ParameterSpecs> = {
  readonly [N in keyof S]: S[N] extends { type: 'number' }
    ? number
    : S[N] extends { options: readonly (infer Option)[] }
      ? Option
      : S[N] extends { type: 'entity'; default: '' }
        ? Dimension | ''
        : S[N] extends { type: 'entity' }
          ? Entity
          : never;
};

/** A value that a parameter does not take: which, and what it does take. */
export interface ParameterError {
  readonly code: 'unknown-parameter' | 'not-allowed';
  readonly name: string;
  readonly allowed: string;
}

/**
 * Given values over the defaults. A number may come as text, as from an address.
 * Errors: `unknown-parameter` with the names there are, `not-allowed` with the range or the options.
 */
export function readParameters<const S extends ParameterSpecs>(
  specs: S,
  given: Readonly<Record<string, unknown>>,
): Result<Parameters<S>, ParameterError> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(specs, name));
  if (unknown !== undefined) {
    return err({ code: 'unknown-parameter', name: unknown, allowed: Object.keys(specs).join(', ') });
  }
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const value = given[name] === undefined ? spec.default : readOne(spec, given[name]);
    if (value === undefined) return err({ code: 'not-allowed', name, allowed: allowedOf(spec) });
    values[name] = value;
  }
  // Safe: every value was checked against its spec.
  return ok(values as Parameters<S>);
}

function readOne(spec: ParameterSpec, value: unknown): string | number | undefined {
  if (spec.type === 'entity') return typeof value === 'string' && isEntityName(value, spec.default) ? value : undefined;
  if (spec.type === 'choice') return spec.options.find((option) => option === String(value));
  const number =
    typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
  return number >= spec.min && number <= spec.max ? number : undefined;
}

function entitiesFor(standing: string): string[] {
  return [...(standing === '' ? [] : ['customer']), ...DIMENSIONS, 'column:…'];
}

function isEntityName(text: string, standing: string): boolean {
  return text === standing || entitiesFor(standing).includes(text) || text.startsWith('column:');
}

/** What a parameter takes, in the words of its errors: a range, or the options. */
export function allowedOf(spec: ParameterSpec): string {
  if (spec.type === 'entity') return [...(spec.default === '' ? ["''"] : []), ...entitiesFor(spec.default)].join(', ');
  return spec.type === 'choice' ? spec.options.join(', ') : `${spec.min} … ${spec.max}`;
}

import { isRealDate } from '@/src/kernel/calendar';
import { err, ok, type Result } from '@/src/kernel/result';
import { readParameters } from '../analysis/parameter';
import { parameterIn, plainObject, titlesIn } from './front-matter';
import { cellBlocks, type InputCell, type InputSpec, type Notebook } from './notebook';

const LONGEST_TEXT = 1_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the body of an input cell; what is wrong with it where it is none. */
export function inputCell(name: string, body: Readonly<Record<string, unknown>>): InputCell | string {
  if (name === '') return 'name: missing';
  const spec = inputIn(body);
  if (!spec) return 'neither a number with a range, a choice, a text nor a date';
  return { kind: 'input', name, label: titlesIn(body['label']), spec };
}

function inputIn(body: Readonly<Record<string, unknown>>): InputSpec | undefined {
  const { type } = body;
  const spec: InputSpec | undefined =
    type === 'text' || type === 'date'
      ? { type, default: String(body['default'] ?? '') }
      : parameterIn(plainObject(body));
  return spec && readInput(spec, spec.default).ok ? spec : undefined;
}

/** A value as the input takes it; otherwise what it does take. A date may be left empty. */
export function readInput(spec: InputSpec, value: unknown): Result<string | number, string> {
  if (spec.type !== 'text' && spec.type !== 'date') {
    const read = readParameters({ value: spec }, { value });
    return read.ok ? ok(read.value.value) : err(read.error.allowed);
  }
  const isText = typeof value === 'string' && value.length <= LONGEST_TEXT;
  if (isText && (spec.type === 'text' || value === '' || isDay(value))) return ok(value);
  return err(spec.type === 'text' ? `≤ ${LONGEST_TEXT}` : '2026-11-22');
}

function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return DAY.test(text) && isRealDate({ year, month, day });
}

/** Everything that `$name` may stand for: parameters of the head, then inputs in the order of the file. */
export function inputsOf(notebook: Notebook): ReadonlyMap<string, InputSpec> {
  const inputs = new Map<string, InputSpec>(Object.entries(notebook.frontMatter.parameters));
  for (const { cell } of cellBlocks(notebook))
    if (cell.kind === 'input' && !inputs.has(cell.name)) inputs.set(cell.name, cell.spec);
  return inputs;
}

export interface InputValues {
  readonly values: ReadonlyMap<string, string | number>;
  /** Inputs whose given value is none they take, with what they do take. They have no value. */
  readonly refused: ReadonlyMap<string, string>;
}

/** Given values over the defaults. Values of inputs that there are not count for nothing. */
export function inputValues(
  inputs: ReadonlyMap<string, InputSpec>,
  given: Readonly<Record<string, unknown>>,
): InputValues {
  const values = new Map<string, string | number>();
  const refused = new Map<string, string>();
  for (const [name, spec] of inputs) {
    const isGiven = Object.hasOwn(given, name) && given[name] !== undefined;
    const read = isGiven ? readInput(spec, given[name]) : ok(spec.default);
    if (read.ok) values.set(name, read.value);
    else refused.set(name, read.error);
  }
  return { values, refused };
}

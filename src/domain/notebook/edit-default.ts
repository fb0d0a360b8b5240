import { isMap, isScalar, parseDocument } from 'yaml';
import { err, ok, type Result } from '@/src/kernel/result';
import { parseNotebook } from './parse-notebook';
import { inputsOf, readInput } from './input';
import type { Notebook } from './notebook';
import { linesOf } from './pieces';

/** `no-parameter`: nothing of this name. `not-allowed`: with what it takes. `not-possible`: it has no default to change. */
export type DefaultError =
  | { readonly code: 'no-parameter' | 'not-possible' }
  | { readonly code: 'not-allowed'; readonly name: string; readonly allowed: string };

/** Writes another default for a parameter of the head or an input cell. No other byte of the text changes. */
export function changeDefault(text: string, name: string, value: string | number): Result<string, DefaultError> {
  const notebook = parseNotebook(text);
  const spec = inputsOf(notebook).get(name);
  if (!spec) return err({ code: 'no-parameter' });
  const read = readInput(spec, value);
  if (!read.ok) return err({ code: 'not-allowed', name, allowed: read.error });
  const held = holderOf(notebook, name);
  if (!held) return err({ code: 'not-possible' });
  const place = placeOf(held.yaml, held.path);
  if (!place) return err({ code: 'not-possible' });
  const { start } = held;
  const edited = text.slice(0, start + place.start) + scalar(read.value) + text.slice(start + place.end);
  return inputsOf(parseNotebook(edited)).get(name)?.default === read.value ? ok(edited) : err({ code: 'not-possible' });
}

interface Holder {
  readonly yaml: string;
  /** Where in the text the YAML begins. */
  readonly start: number;
  readonly path: readonly string[];
}

function holderOf({ frontMatter: { source, parameters }, blocks }: Notebook, name: string): Holder | undefined {
  if (Object.hasOwn(parameters, name)) {
    const lines = linesOf(source);
    const yaml = lines.slice(1, -1).join('');
    return { yaml, start: lines[0]?.length ?? 0, path: ['parameters', name, 'default'] };
  }
  let start = source.length;
  for (const block of blocks) {
    if (block.type === 'cell' && block.cell.kind === 'input' && block.cell.name === name)
      return { yaml: block.body, start: start + (linesOf(block.source)[0]?.length ?? 0), path: ['default'] };
    start += block.source.length;
  }
  return undefined;
}

/** Where the value at a path stands; undefined where there is none, or none on its own. */
function placeOf(yaml: string, path: readonly string[]): { readonly start: number; readonly end: number } | undefined {
  const document = parseDocument(yaml, { schema: 'core', logLevel: 'error' });
  if (!isMap(document.contents)) return undefined;
  const node: unknown = document.getIn(path, true);
  const [start, end] = isScalar(node) ? (node.range ?? []) : [];
  return start === undefined || end === undefined || start === end ? undefined : { start, end };
}

const PLAIN = /^[\p{L}_][\p{L}\p{N}_-]*$/u;
const NOT_TEXT = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

function scalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  return PLAIN.test(value) && !NOT_TEXT.has(value.toLowerCase()) ? value : JSON.stringify(value);
}

import { parse } from 'yaml';
import type { ParameterSpec } from '../analysis/parameter';
import { LANGUAGES, type FrontMatter, type NotebookFault } from './notebook';

const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$))/m;
const LIMIT = 65_536;

/** The YAML at the head of a notebook. What it lacks is empty; what cannot be read is a fault, and the rest goes on. */
export function readFrontMatter(text: string): { frontMatter: FrontMatter; faults: NotebookFault[] } {
  const match = /^\uFEFF?---/.test(text) ? FRONT_MATTER.exec(text.slice(0, LIMIT)) : null;
  const source = match?.index === 0 ? match[0] : '';
  const empty: FrontMatter = { source, title: {}, parameters: {}, roles: [] };
  if (!match || source === '') return { frontMatter: empty, faults: headFaults(text) };
  try {
    const data = plainObject(readYaml(match[2] ?? ''));
    return {
      frontMatter: {
        source,
        title: titlesIn(data['title']),
        parameters: parametersIn(plainObject(data['parameters'])),
        roles: strings(plainObject(data['dataset'])['roles']),
      },
      faults: [],
    };
  } catch (thrown) {
    return { frontMatter: empty, faults: [{ code: 'front-matter', line: 1, detail: firstLine(thrown) }] };
  }
}

/** A head that is not closed, or not within its limit, is taken for prose. */
function headFaults(text: string): NotebookFault[] {
  const isHead = /^\uFEFF?---[ \t]*\r?\n[ \t]*[\w-]{1,64}:/.test(text);
  return isHead ? [{ code: 'front-matter', line: 1, detail: 'no closing ---' }] : [];
}

/** YAML as plain data. Aliases are refused: a few lines of them can unfold to gigabytes. */
export function readYaml(text: string): unknown {
  return parse(text.slice(0, LIMIT), { maxAliasCount: 0, schema: 'core', prettyErrors: true, logLevel: 'error' });
}

export function plainObject(value: unknown): Readonly<Record<string, unknown>> {
  // Safe: checked to be an object that is no list.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

export function firstLine(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
}

/** A text for all languages, or one for each. */
export function titlesIn(value: unknown): FrontMatter['title'] {
  if (typeof value === 'string') return { en: value };
  const titles = plainObject(value);
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => (typeof titles[language] === 'string' ? [[language, titles[language]]] : [])),
  );
}

function parametersIn(data: Readonly<Record<string, unknown>>): Record<string, ParameterSpec> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const spec = parameterIn(plainObject(value));
      if (!spec) throw new Error(`parameter ${name} is neither a number with a range nor a choice`);
      return [name, spec];
    }),
  );
}

/** A number with a range, or a choice; undefined for what is neither. */
export function parameterIn(spec: Readonly<Record<string, unknown>>): ParameterSpec | undefined {
  const { type, min = 0, max = 1, step = 0.05 } = spec;
  const given = spec['default'];
  if (type === 'number' && [given, min, max, step].every((value) => typeof value === 'number')) {
    // Safe: all four were just seen to be numbers.
    return { type, default: given as number, min: min as number, max: max as number, step: step as number };
  }
  if (type === 'entity') return { type, default: given === '' ? '' : 'customer' };
  const options = (Array.isArray(spec['options']) ? spec['options'] : []).map(String);
  return type === 'choice' && options.includes(String(given)) ? { type, default: String(given), options } : undefined;
}

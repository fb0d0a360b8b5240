import { UsageError } from './sales-file';

/** `--name value` pairs; a name without a value is `true`. What stands alone comes under ''. */
export function readArguments(argv: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const next = argv[i + 1];
    if (!word.startsWith('--')) given.set('', word);
    else if (next === undefined || next.startsWith('--')) given.set(word.slice(2), 'true');
    else {
      given.set(word.slice(2), next);
      i++;
    }
  }
  return given;
}

export function needed(given: ReadonlyMap<string, string>, name: string): string {
  const value = given.get(name);
  if (value === undefined || value === 'true') throw new UsageError(`Missing: --${name} VALUE`);
  return value;
}

export function jsonOf(given: ReadonlyMap<string, string>, name: string): Record<string, string> | undefined {
  const text = given.get(name);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, string>;
  } catch {
    // Said below, with the name of the option.
  }
  throw new UsageError(`--${name} is not a JSON object: ${text}`);
}

/** Runs a program; a usage error is told in one line and ends with status 2, a bug with its stack and status 1. */
export async function runProgram(program: (given: ReadonlyMap<string, string>) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await program(readArguments(process.argv.slice(2)));
  } catch (thrown) {
    const usage = thrown instanceof UsageError || (thrown as NodeJS.ErrnoException).code === 'ENOENT';
    console.error(usage ? (thrown as Error).message : thrown);
    process.exitCode = usage ? 2 : 1;
  }
}

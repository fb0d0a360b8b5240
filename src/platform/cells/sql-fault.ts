import type { CellFault } from '@/src/app/ports/cells';

/** Characters of the engine's own words that are shown. */
const MOST_DETAIL = 500;

const EXTENSION =
  /"([^"]{1,80})" (?:is not in the catalog, but it exists in the|does not exist, but it exists in the) \w+ extension/;
const EXTENSION_QUOTED = /'([^']{1,80})' does not exist, but it exists in the \w+ extension/;
const AUTOLOADED = /required extension '(\w+)'/;
const NOT_PERMITTED =
  /^(?:Permission Error|Invalid Input Error: Cannot change configuration option)|disabled (?:by|through) configuration|configuration has been locked/;
const OUT_OF_MEMORY =
  /^(?:Out of Memory Error|RangeError)|could not allocate|failed to allocate|memory access out of bounds|Array buffer allocation failed/i;

/** What the engine says in its own sentence, as a fault. Lines count from 1. */
export function sqlFault(thrown: unknown): CellFault {
  const detail = sentenceOf(thrown);
  const needed = EXTENSION.exec(detail) ?? EXTENSION_QUOTED.exec(detail) ?? AUTOLOADED.exec(detail);
  if (needed?.[1] !== undefined) return { code: 'needs-extension', name: needed[1] };
  if (NOT_PERMITTED.test(detail)) return { code: 'not-permitted', detail: cut(detail) };
  if (OUT_OF_MEMORY.test(detail)) return { code: 'out-of-memory' };
  if (/^INTERRUPT/i.test(detail)) return { code: 'cancelled' };
  const line = /\bLINE (\d{1,9}):/.exec(detail)?.[1];
  return { code: 'cell-failed', detail: cut(detail), ...(line === undefined ? {} : { line: Number(line) }) };
}

/** Whether the engine goes on as if nothing had been: it refused what it was given, and was not shaken by it. */
export function isHarmless(fault: CellFault): boolean {
  if (fault.code === 'needs-extension') return true;
  return fault.code === 'cell-failed' && /^[A-Z][\w ]{1,30} Error: /.test(fault.detail) && !SHAKEN.test(fault.detail);
}

const SHAKEN = /^(?:INTERNAL|FATAL|IO) /;

export function cellFailed(detail: string): CellFault {
  return { code: 'cell-failed', detail: cut(detail) };
}

/** The engine gives some of its errors as JSON. */
function sentenceOf(thrown: unknown): string {
  const message = thrown instanceof Error ? messageOf(thrown) : String(thrown);
  if (!message.startsWith('{')) return message;
  try {
    const said: unknown = JSON.parse(message);
    const [type, sentence] = [fieldOf(said, 'exception_type'), fieldOf(said, 'exception_message')];
    return sentence === undefined ? message : `${type ?? 'SQL'} Error: ${sentence}`;
  } catch {
    return message;
  }
}

function messageOf({ name, message }: Error): string {
  return name === 'Error' ? message : `${name}: ${message}`;
}

function fieldOf(value: unknown, name: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const field: unknown = Reflect.get(value, name);
  return typeof field === 'string' ? field : undefined;
}

function cut(text: string): string {
  return text.length > MOST_DETAIL ? `${text.slice(0, MOST_DETAIL - 1)}…` : text;
}

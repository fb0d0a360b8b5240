import { MOST_LINES, MOST_SAID } from './cell-message';
import { writeAnswer } from './shape-answer';

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'dir', 'table'] as const;

/** What of a console is used here. */
type Talking = Record<(typeof METHODS)[number], unknown>;

/** What was written to a console, and whether there was more of it. */
export interface Said {
  readonly lines: readonly string[];
  readonly isCut: boolean;
}

/**
 * Takes over a console: the first 100 lines of at most 10,000 characters together are kept, and nothing is written elsewhere.
 * Texts stand as they are, all else as JSON.
 * @returns how to ask what was said so far.
 */
export function collectConsole(talking: Talking): () => Said {
  const lines: string[] = [];
  let room = MOST_SAID;
  let isCut = false;
  const say = (...parts: unknown[]): void => {
    if (isCut) return;
    if (lines.length >= MOST_LINES || room === 0) {
      isCut = true;
      return;
    }
    const line = parts.map((part) => textOf(part)).join(' ');
    const kept = line.slice(0, room);
    lines.push(kept);
    room -= kept.length;
    isCut = kept.length < line.length;
  };
  for (const method of METHODS) talking[method] = say;
  return () => ({ lines: [...lines], isCut });
}

function textOf(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return `${part.name}: ${part.message}`;
  if (typeof part !== 'object' || part === null) return String(part);
  try {
    return writeAnswer({ type: 'value', value: part }).slice('{"type":"value","value":'.length, -1);
  } catch {
    // A cycle, or an object that does not want to be written.
    return Object.prototype.toString.call(part);
  }
}

import { Dexie, type Collection, type Table } from 'dexie';
import type { Result } from '@/src/kernel/result';
import type { WebError, WebText } from '@/src/app/ports/web';

type Answer = Result<WebText, WebError>;

/** Answers that need not be asked for again, whichever page asked. A cache that cannot be opened keeps nothing. */
export interface TextCache {
  find(url: string, now: number): Promise<Answer | undefined>;
  keep(url: string, answer: Answer, now: number): Promise<void>;
  clear(): Promise<void>;
}

interface KeptText {
  readonly asked: string;
  readonly at: number;
  readonly size: number;
  readonly answer: Answer;
}

/** A database of its own: nothing in it is a record, and no backup has it. */
class Answers extends Dexie {
  declare readonly answers: Table<KeptText, string>;

  constructor(name: string) {
    super(name);
    this.version(1).stores({ answers: 'asked, [at+size]' });
  }
}

/** Not the beginning of the names of databases with records: what is left over of those is deleted. */
const NAME = 'answers-of-vital-few';

/** @param age milliseconds after which an answer is old. @param characters that all of them may have; the oldest go first. */
export function createTextCache(age: number, characters: number, name = NAME): TextCache {
  const db = new Answers(name);
  return {
    find: async (url, now) => {
      try {
        // What is old has gone when anything is looked for, not only when it is itself.
        await olderThan(db, now - age).delete();
        const found = await db.answers.get(url);
        return found && found.at <= now ? found.answer : undefined;
      } catch {
        // Not to be opened: the answer is asked for again.
        return undefined;
      }
    },
    keep: async (asked, answer, now) => {
      const size = asked.length + (answer.ok ? answer.value.text.length : 0);
      const kept = { asked, at: now, size, answer };
      // No room, or not to be opened: it is not kept.
      await db.transaction('rw', db.answers, () => keepWithin(db, kept, characters)).catch(() => undefined);
    },
    clear: async () => {
      await db.answers.clear();
    },
  };
}

function olderThan({ answers }: Answers, time: number): Collection<KeptText, string> {
  return answers.where('[at+size]').below([time + 1, Dexie.minKey]);
}

async function keepWithin({ answers }: Answers, kept: KeptText, characters: number): Promise<void> {
  await answers.put(kept);
  // Safe: the keys of this index are such pairs, the oldest first.
  const keys = (await answers.orderBy('[at+size]').keys()) as unknown as readonly (readonly [number, number])[];
  let over = keys.reduce((sum, [, size]) => sum + size, 0) - characters;
  let gone = 0;
  for (; over > 0; gone++) over -= keys[gone]?.[1] ?? over;
  await answers.orderBy('[at+size]').limit(gone).delete();
}

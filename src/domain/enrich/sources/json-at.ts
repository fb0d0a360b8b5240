import { cleanLine } from '@/src/kernel/text';

/** Names and places in an answer: `['entities', 0, 'handle']`. */
export type JsonPath = readonly (string | number)[];

const CHARACTERS = 500;
const ITEMS = 100;

/**
 * What stands at a path in an answer of a stranger; undefined where there is nothing. Only what the answer itself holds is found,
 * nothing that all objects have: names lead into objects, numbers into lists.
 */
export function valueAt(json: unknown, ...path: JsonPath): unknown {
  let value = json;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) !== (typeof step === 'number'))
      return undefined;
    value = Object.getOwnPropertyDescriptor(value, step)?.value;
  }
  return value;
}

/**
 * The text at a path as one line, without what is invisible or turns the direction of writing. Undefined where there is no text,
 * an empty one, or one longer than 500 characters.
 * @example textAt({ name: ' Quill\u202e ' }, 'name') // 'Quill'
 */
export function textAt(json: unknown, ...path: JsonPath): string | undefined {
  const value = valueAt(json, ...path);
  if (typeof value !== 'string' || value.length > CHARACTERS * 4) return undefined;
  const line = cleanLine(value, CHARACTERS + 1);
  return line !== '' && line.length <= CHARACTERS ? line : undefined;
}

/** The first 100 items of the list at a path; none where there is no list. */
export function listAt(json: unknown, ...path: JsonPath): readonly unknown[] {
  const value = valueAt(json, ...path);
  return Array.isArray(value) ? value.slice(0, ITEMS) : [];
}

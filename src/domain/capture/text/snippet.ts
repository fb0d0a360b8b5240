import { cleanLine } from '@/src/kernel/text';
import { LIMITS } from '../limits';
import type { Snapshot } from './snapshot';

const BEFORE = 60;
const AFTER = 60;

/** The text around a place, as evidence: a value of the page never comes without it. */
export function snippetAt({ text }: Snapshot, at: number, end: number): string {
  return cleanLine(text.slice(Math.max(0, at - BEFORE), end + AFTER), LIMITS.snippetCharacters);
}

import { SENSITIVE, stakeholder } from './stakeholder.kind';

/**
 * The fields of seats that a file holds, in the order of the kind. `clean`: without our judgements on people, to be shown around.
 * What fields of the user's own hold cannot be known: no file holds them.
 */
export function exportedFields(what: 'clean' | 'whole'): readonly string[] {
  const left = new Set<string>(what === 'clean' ? SENSITIVE : []);
  return Object.entries(stakeholder.fields).flatMap(([name, { type, fixed }]) =>
    type === 'data' || fixed || left.has(name) ? [] : [name],
  );
}

import type { RecordId } from '@/src/kernel/ids';
import { rowOf, type Step } from './change';
import { withOrigin, withValue, type Image, type Path } from './record';
import { stepOf, type Kept } from './undo';
import { itemsIn } from './values';
import { isLink, linkTo } from './link-key';

/** The records that steps come to point to and that they do not make themselves: those to look for. */
export function newTargets(steps: readonly Step[]): RecordId[] {
  const made = new Set(steps.flatMap(({ id, after }) => (after ? [id] : [])));
  return [...new Set(steps.flatMap((step) => newLinks(step).map(({ to }) => to)))].filter((id) => !made.has(id));
}

/**
 * The steps of an undo without links to what has gone meanwhile: a link that would come back is left out, and a record that
 * cannot be without it stays away.
 * @param gone those of {@link newTargets} that are not on file.
 */
export function withoutDangling(
  steps: readonly Step[],
  gone: ReadonlySet<RecordId>,
): { readonly steps: readonly Step[]; readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  const missing = new Set(gone);
  let left = steps;
  for (let before = -1; before !== missing.size;) {
    before = missing.size;
    left = left.flatMap((step) => {
      const paths = newLinks(step).flatMap(({ path, to }) => (missing.has(to) ? [path] : []));
      if (paths.length === 0) return [step];
      const rest = withoutPaths(step, paths);
      // What would have pointed to a record that stays away is looked at again.
      if (!step.before && rest.length === 0) missing.add(step.id);
      kept.push(...paths.map((path) => ({ id: step.id, kind: step.kind.name, path, reason: 'target-gone' as const })));
      return rest;
    });
  }
  return { steps: left, kept };
}

/** The links that are there after a step and were not before. */
function newLinks({ kind, before, after }: Step): { readonly path: Path; readonly to: RecordId }[] {
  if (!after?.keys.some((key) => isLink(key) && !before?.keys.includes(key))) return [];
  return Object.entries(kind.fields)
    .filter(([, { type }]) => type === 'link')
    .flatMap(([name, spec]) =>
      itemsIn(spec, after.fields[name]).map(({ item, value }) => ({
        path: item === undefined ? name : `${name}/${item}`,
        // Safe: the value of a link is the id of a record.
        to: value as RecordId,
      })),
    )
    .filter(({ to }) => !before?.keys.includes(linkTo(to)));
}

function withoutPaths({ id, kind, before, after, patch }: Step, paths: readonly Path[]): Step[] {
  if ('set' in patch && before) {
    const set = Object.fromEntries(Object.entries(patch.set).filter(([path]) => !paths.includes(path)));
    const step = stepOf(before, kind, set);
    return step ? [step] : [];
  }
  if (!after || paths.some((path) => kind.fields[path]?.required)) return [];
  const without = (image: Image, path: Path): Image => withOrigin(withValue(image, path, undefined), path, undefined);
  const { state, fields, origin } = paths.reduce(without, after);
  const made: Image = { state, fields, origin };
  return [{ id, kind, before, after: rowOf(id, kind, made), patch: { id, kind: kind.name, made } }];
}

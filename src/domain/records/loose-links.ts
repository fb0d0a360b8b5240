import type { RecordId } from '@/src/kernel/ids';
import { rowOf, type Step } from './change';
import type { Kind } from './kind';
import { originAt, valueAt, withOrigin, withValue, type Fields, type Image, type Path } from './record';
import type { Kept, Reverted } from './undo';
import { itemsIn } from './values';

/**
 * What an undo comes to when links that would point to nothing are left out: a record comes back without them, and not at all
 * where it cannot be without one. What is left out is told as `target-gone`.
 * @param isThere whether a record is there apart from what the steps bring back.
 */
export function withoutLooseLinks(
  steps: readonly Step[],
  isThere: (id: RecordId) => boolean,
): { steps: Step[]; kept: Kept[] } {
  const kept: Kept[] = [];
  let left = [...steps];
  for (let stable = false; !stable;) {
    const back = new Map(left.map(({ id, after }) => [id, after !== null]));
    const there = (id: RecordId): boolean => back.get(id) ?? isThere(id);
    const mended = left.map((step) => withoutLoose(step, there));
    kept.push(...mended.flatMap((one) => one.kept));
    // Leaving one record away may leave a link to it behind.
    stable = mended.every(({ kept }) => kept.length === 0);
    left = mended.flatMap(({ step }) => step ?? []);
  }
  return { steps: left, kept };
}

function withoutLoose(step: Step, isThere: (id: RecordId) => boolean): Reverted {
  const { id, kind, before, after } = step;
  const loose = after ? linkPaths(kind, after.fields).filter(({ path, to }) => !isThere(to) && isNew(step, path)) : [];
  if (!after || loose.length === 0) return { step, kept: [] };
  const kept = loose.map(({ path }): Kept => ({ id, kind: kind.name, path, reason: 'target-gone' }));
  const bound = loose.some(({ path }) => kind.fields[path]?.required);
  if (!before && bound) return { step: null, kept };
  let image: Image = after;
  for (const { path } of loose) {
    image = withValue(image, path, before ? valueAt(before, path) : undefined);
    image = withOrigin(image, path, before ? originAt(before, path) : undefined);
  }
  const patch = patchWithout(step, loose, image);
  const isNothing = 'set' in patch && Object.keys(patch.set).length === 0;
  return { step: isNothing ? null : { ...step, after: rowOf(id, kind, image), patch }, kept };
}

function patchWithout({ patch }: Step, loose: readonly { readonly path: Path }[], image: Image): Step['patch'] {
  if ('made' in patch) return { ...patch, made: image };
  if (!('set' in patch)) return patch;
  const left = Object.entries(patch.set).filter(([path]) => !loose.some((one) => one.path === path));
  return { ...patch, set: Object.fromEntries(left) };
}

function isNew({ before, after }: Step, path: Path): boolean {
  return !before || !after || JSON.stringify(valueAt(before, path)) !== JSON.stringify(valueAt(after, path));
}

function linkPaths(kind: Kind, fields: Fields): { path: Path; to: RecordId }[] {
  return Object.entries(kind.fields)
    .filter(([, { type }]) => type === 'link')
    .flatMap(([name, spec]) =>
      itemsIn(spec, fields[name]).map(({ item, value }) => ({
        path: item === undefined ? name : `${name}/${item}`,
        // Safe: the value of a link is the id of a record.
        to: value as RecordId,
      })),
    );
}

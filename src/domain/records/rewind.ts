import type { Patch } from './journal';
import { withValue, type Image } from './record';

/** What a record held: nothing of where its values come from, for they are no more. */
export type PastImage = Pick<Image, 'state' | 'fields'>;

/**
 * What a record held after each of its patches: the first is the present one, the last what its making left. Undefined where the
 * record was not there.
 * @param patches all of the record, newest first, as the history gives them. Values that an erasure has cut out are missing.
 */
export function pastImages(present: Image, patches: readonly Patch[]): readonly (PastImage | undefined)[] {
  const images: (PastImage | undefined)[] = [];
  let image: Image | undefined = present;
  for (const patch of patches) {
    images.push(image);
    image = before(image, patch, present);
  }
  return images;
}

function before(image: Image | undefined, patch: Patch, { origin }: Image): Image | undefined {
  if ('gone' in patch) return patch.gone;
  if (!('set' in patch) || !image) return undefined;
  let past = image;
  for (const [path, { from }] of Object.entries(patch.set)) past = withValue(past, path, from);
  return { ...past, origin };
}

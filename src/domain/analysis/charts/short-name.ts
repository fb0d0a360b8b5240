/** A name as an axis has room for it: at most 18 characters, the middle left out, so that `Ltd` and `GmbH` still tell two apart. */
export function shortName(name: string): string {
  return name.length <= 18 ? name : `${name.slice(0, 11)}…${name.slice(-6)}`;
}

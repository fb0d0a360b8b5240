/**
 * The header words of a role, separated by blanks. In `parts`, `weak` and `never` a Latin word stands for whole words of a
 * header (`_` is the blank between two), with a star for the end or beginning of one (`*datum`,
 * `liefer*`) and a `$` where it must be the last. A Chinese or
 * Japanese one may stand anywhere.
 */
export interface RoleWords {
  /** Whole headers, the best name of the role first. */
  readonly whole: readonly string[];
  /** Words that name the role inside a longer header, the best first. */
  readonly parts: readonly string[];
  /** Whole headers that may mean it: taken only when nothing else is meant and nothing else could be. */
  readonly weak: string;
  /** Words that rule the role out, unless the header is one of `whole`. */
  readonly never: string;
}

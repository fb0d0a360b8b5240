/**
 * A page as it stood, taken down to be read elsewhere: its tree in document order. A text is a text node, a list the begin of an
 * element (its tag, then names and values of its attributes in turn), a number what `MARK` says.
 */
export type ImageToken = string | number | readonly string[];

export const MARK = {
  /** The innermost open element, shadow root or frame ends. */
  end: 0,
  /** The element just begun is not drawn. */
  hidden: 1,
  /** Up to its end: the open shadow root of the innermost element. */
  shadow: 2,
  /** Up to its end: the document in the innermost element, a frame of the same origin. */
  frame: 3,
} as const;

export interface PageImage {
  readonly url: string;
  readonly tokens: readonly ImageToken[];
  /** Some of the page is missing: it was too large, or time ran out. */
  readonly isPartial: boolean;
  /** What taking it took, in milliseconds, pauses left out. */
  readonly ms: number;
}

import type { EditedKind } from '../../editor/editor-language';

/** What can be done to the notebook that is open. Places are those of `unitsOf`. */
export interface Editing {
  /** The unit whose editor is open. */
  readonly open: number | undefined;
  readonly setOpen: (at: number | undefined) => void;
  readonly insert: (at: number, source: string) => void;
  readonly remove: (at: number) => void;
  readonly move: (at: number, by: -1 | 1) => void;
  readonly duplicate: (at: number) => void;
  readonly rename: (at: number, name: string) => void;
  /** What the open editor holds and is not part of the notebook yet. */
  readonly type: (at: number, written: Written) => void;
  /** Makes it part of the notebook. */
  readonly keep: (at: number, written: Written) => void;
  readonly save: () => void;
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

/** A unit as it stands in its editor. */
export interface Written {
  /** The words behind the fence; undefined for prose. */
  readonly info: string | undefined;
  readonly body: string;
}

/** Kinds of cells with an editor of their own. */
export function editedKind(kind: string): EditedKind {
  return KINDS.find((one) => one === kind) ?? 'kept';
}

const KINDS = ['analysis', 'frame', 'input', 'sql', 'js', 'chart', 'prose'] as const;

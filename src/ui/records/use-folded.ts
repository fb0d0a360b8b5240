import { useCallback, useMemo, useState } from 'react';
import { isRow, type Line, type ShownRows } from './use-shown-rows';

/** The groups of a list that are folded: their headings stay, their records are not drawn. */
export interface Folded {
  /** All lines that are not folded away. */
  readonly lines: readonly Line[];
  has(key: string): boolean;
  readonly toggle: (key: string) => void;
}

/** Nothing is folded at first; what is stays so while the list lives, whatever it is filtered and grouped by meanwhile. */
export function useFolded({ lines }: ShownRows): Folded {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string) => {
    setKeys((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }, []);
  return useMemo(
    () => ({ lines: keys.size === 0 ? lines : open(lines, keys), has: (key) => keys.has(key), toggle }),
    [lines, keys, toggle],
  );
}

function open(lines: readonly Line[], folded: ReadonlySet<string>): readonly Line[] {
  let hidden = false;
  return lines.filter((line) => {
    if (isRow(line)) return !hidden;
    hidden = folded.has(line.key);
    return true;
  });
}

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordId } from '@/src/kernel/ids';
import { placesOf } from '@/src/domain/people/lay-out-people';
import type { Place, StakeholderRow } from '@/src/domain/people/stakeholder.kind';

/** A card that is moved by many presses of a key is written once, when the presses have stopped for so long. */
const STILL_MS = 500;

interface Moving {
  readonly place: Place;
  readonly isWritten: boolean;
}

/** Where the cards lie: as stored, and where they are being moved before that is written. */
export function useSeatPlaces(
  seats: readonly StakeholderRow[],
  write: (places: ReadonlyMap<RecordId, Place>) => void,
): {
  readonly places: ReadonlyMap<RecordId, Place>;
  /** @param isOver the pointer has let go, or it was a key. */
  readonly onMoved: (id: RecordId, place: Place, isOver: boolean) => void;
} {
  const stored = useMemo(() => placesOf(seats), [seats]);
  const [moving, setMoving] = useState<ReadonlyMap<RecordId, Moving>>(new Map());
  const [seen, setSeen] = useState(stored);
  // What was written comes back as stored; what waits to be written stays where it is.
  if (seen !== stored) {
    setSeen(stored);
    setMoving((before) => new Map([...before].filter(([, { isWritten }]) => !isWritten)));
  }
  const waiting = useRef<{ readonly timer: number; readonly places: ReadonlyMap<RecordId, Place> }>(undefined);
  const latest = useRef(write);
  useEffect(() => {
    latest.current = write;
  });
  const flush = useCallback(() => {
    const due = waiting.current;
    waiting.current = undefined;
    if (!due) return;
    clearTimeout(due.timer);
    setMoving(
      (before) => new Map([...before].map(([id, one]) => [id, due.places.has(id) ? { ...one, isWritten: true } : one])),
    );
    latest.current(due.places);
  }, []);
  // A page that is left writes what it had not yet.
  useEffect(() => flush, [flush]);
  const onMoved = (id: RecordId, { x, y }: Place, isOver: boolean): void => {
    const place = { x: Math.round(x), y: Math.round(y) };
    setMoving((before) => new Map([...before, [id, { place, isWritten: false }]]));
    if (!isOver) return;
    clearTimeout(waiting.current?.timer);
    const places = new Map([...(waiting.current?.places ?? []), [id, place]]);
    waiting.current = { places, timer: window.setTimeout(flush, STILL_MS) };
  };
  const places = useMemo(
    () => new Map([...stored, ...[...moving].map(([id, { place }]) => [id, place] as const)]),
    [stored, moving],
  );
  return { places, onMoved };
}

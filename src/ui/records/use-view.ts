import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readView, viewParams, type ViewState } from '@/src/domain/records/view';

export type Params = Readonly<Record<string, string>>;

export interface ViewControl {
  /** As the address says, with the text as it is being typed. */
  readonly view: ViewState;
  readonly change: (patch: Partial<ViewState>) => void;
  /** What is typed is shown at once and written into the address after a pause. */
  readonly type: (text: string) => void;
}

const PAUSE_MS = 400;

/** The view that an address names, and the ways to change it: the address is its whole state. */
export function useView(params: Params, onParams: (params: Params) => void): ViewControl {
  const query = new URLSearchParams(params).toString();
  const given = useMemo(() => readView(Object.fromEntries(new URLSearchParams(query))), [query]);
  const [typed, setTyped] = useState({ text: given.text, written: given.text, given: given.text });
  // The address was changed by somebody else: what was typed is over.
  if (typed.given !== given.text) {
    const text = typed.written === given.text ? typed.text : given.text;
    setTyped({ text, written: given.text, given: given.text });
  }
  const view = useMemo(() => ({ ...given, text: typed.text }), [given, typed.text]);
  const latest = useRef({ view, onParams });
  useEffect(() => {
    latest.current = { view, onParams };
  });
  const change = useCallback((patch: Partial<ViewState>) => {
    const next = { ...latest.current.view, ...patch };
    setTyped((before) => ({ ...before, text: next.text, written: next.text }));
    latest.current.onParams(viewParams(next));
  }, []);
  const { text, written } = typed;
  useEffect(() => {
    if (text === written) return undefined;
    const timer = setTimeout(() => change({ text }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, written, change]);
  const type = useCallback((text: string) => setTyped((before) => ({ ...before, text })), []);
  return { view, change, type };
}

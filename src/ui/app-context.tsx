import {
  createContext,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { must } from '@/src/kernel/assert';
import type { BatchId } from '@/src/kernel/ids';
import type { Settings } from '@/src/app/settings';
import type { App } from '@/src/app/create-app';
import type { Language } from '@/src/domain/notebook/notebook';
import { createFormat, type Format } from './i18n/format';

/** A sentence at the foot of the page for ten seconds, with an undo where there is something to undo. */
export interface Toast {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  readonly undo?: BatchId;
}

/** What is asked when a change needs a manager's approval. Answered with the reason; undefined when it is let be. */
export interface ReasonAsk {
  readonly answer: (reason: string | undefined) => void;
}

interface Interface {
  readonly app: App;
  readonly settings: Settings;
  readonly format: Format;
  readonly toasts: readonly (Toast & { readonly id: number })[];
  readonly tell: (toast: Toast) => void;
  readonly dismiss: (id: number) => void;
  /** Asks the user why. One question at a time. */
  readonly askReason: () => Promise<string | undefined>;
  readonly reasonAsk: ReasonAsk | undefined;
}

const InterfaceContext = createContext<Interface | undefined>(undefined);

/** The use cases, the settings as they are now, and the formats of the language: for everything below. */
export function useInterface(): Interface {
  return must(useContext(InterfaceContext), 'the page is inside an AppProvider');
}

let lastToast = 0;

export function AppProvider(props: { app: App; settings: Settings; language: Language; children: ReactNode }) {
  const { app, settings, language, children } = props;
  const [toasts, setToasts] = useState<Interface['toasts']>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const tell = useCallback((toast: Toast) => setToasts((all) => [...all.slice(-2), { ...toast, id: ++lastToast }]), []);
  const [reasonAsk, setReasonAsk] = useState<ReasonAsk>();
  const askReason = useCallback(
    () =>
      new Promise<string | undefined>((resolve) => {
        const answer = (reason: string | undefined): void => {
          setReasonAsk(undefined);
          resolve(reason);
        };
        setReasonAsk({ answer });
      }),
    [],
  );
  const value = useMemo(
    () => ({ app, settings, format: createFormat(language), toasts, tell, dismiss, askReason, reasonAsk }),
    [app, settings, language, toasts, tell, dismiss, askReason, reasonAsk],
  );
  return <InterfaceContext.Provider value={value}>{children}</InterfaceContext.Provider>;
}

/**
 * What `load` gives, read again after every write, from whichever page it came. Undefined until the first answer.
 * @param key what `load` depends on, as text: another key asks again. A read that fails stops the page with a sentence.
 */
export function useLive<T>(key: string, load: (app: App) => Promise<T>): T | undefined {
  return useLiveOf(useInterface().app, key, load);
}

export function useLiveOf<T>(app: App, key: string, load: (app: App) => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T }>();
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    let turn = 0;
    const read = async (): Promise<void> => {
      const mine = ++turn;
      const value = await latest.current(app);
      // An answer that was overtaken by a newer question is dropped. What it shows is drawn in slices.
      if (mine === turn) startTransition(() => setAnswer({ key, value }));
    };
    const fail = (thrown: unknown): void =>
      setAnswer(() => {
        throw thrown;
      });
    const stop = app.watch(() => void read().catch(fail));
    return () => {
      turn = -1;
      stop();
    };
  }, [app, key]);
  return answer?.key === key ? answer.value : undefined;
}

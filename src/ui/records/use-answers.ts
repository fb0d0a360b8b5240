import { useState } from 'react';
import { must } from '@/src/kernel/assert';
import type { MoveError } from '@/src/app/move-record';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Verdict } from '@/src/domain/records/transition';
import { useInterface } from '../app-context';
import { useSentence } from '../components/use-sentence';
import { useTellMoved, type Ask } from './use-move';

/** Stands for the reason among the paths of the fields. */
export const REASON = '@reason';

type Texts = Readonly<Record<string, string>>;

/** What the user has answered so far to what a move asks for. */
export interface Answers {
  /** As it was judged last. */
  readonly verdict: Verdict;
  /** All fields that were missing at some time: what was filled in stays in sight. */
  readonly asked: readonly ViewField[];
  readonly texts: Texts;
  readonly reason: string;
  /** Path, or {@link REASON} → what is wrong with what was typed there. */
  readonly faults: Texts;
  /** What went wrong besides. */
  readonly trouble: string | undefined;
  readonly busy: boolean;
  readonly setText: (path: string, text: string) => void;
  readonly setReason: (text: string) => void;
  readonly send: (override: boolean) => Promise<void>;
}

/** The answers to one question; what passes is told and closes, what does not stays open with a sentence. */
export function useAnswers({ kind, row, verdict: first }: Ask, onDone: () => void): Answers {
  const { app } = useInterface();
  const tellMoved = useTellMoved();
  const sentence = useSentence();
  const field = (name: string): ViewField => {
    const spec = must(kind.fields[name], 'a field that a transition needs is one of its kind');
    // Whatever the kind says of it: here it is asked for.
    const needed = { ...spec, required: true };
    return { path: spec.many ? `${name}/${app.newRecord()}` : name, spec: needed, label: undefined };
  };
  const [verdict, setVerdict] = useState(first);
  const [asked, setAsked] = useState(() => first.missing.map(field));
  const [texts, setTexts] = useState<Texts>({});
  const [reason, setReason] = useState('');
  const [faults, setFaults] = useState<Texts>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const judgedAgain = (next: Verdict): void => {
    setVerdict(next);
    const known = new Set(asked.map(({ path }) => path.split('/')[0]));
    setAsked([...asked, ...next.missing.filter((name) => !known.has(name)).map(field)]);
  };
  const refused = (error: MoveError): void => {
    if ('verdict' in error) judgedAgain(error.verdict);
    if (error.code === 'reason-needed') setFaults({ [REASON]: sentence(error) });
    else if ('path' in error && error.path !== undefined) setFaults({ [error.path]: sentence(error) });
    else if (error.code === 'needs-fields') setFaults(emptyOnes(asked, texts, sentence({ code: 'required' })));
    else setTrouble(sentence(error));
  };
  const send = async (override: boolean): Promise<void> => {
    setBusy(true);
    setFaults({});
    setTrouble(undefined);
    const inputs = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
    const { to } = first.transition;
    const moved = await app.records.move({ kind, record: row.id, to, inputs, reason, override });
    setBusy(false);
    if (!moved.ok) return refused(moved.error);
    tellMoved({ kind, row, to }, moved.value.batchId);
    onDone();
  };
  return {
    verdict,
    asked,
    texts,
    reason,
    faults,
    trouble,
    busy,
    setText: (path, text) => setTexts((before) => ({ ...before, [path]: text })),
    setReason,
    send,
  };
}

function emptyOnes(asked: readonly ViewField[], texts: Texts, why: string): Texts {
  const empty = asked.filter(({ path }) => (texts[path] ?? '').trim() === '');
  return Object.fromEntries(empty.map(({ path }) => [path, why]));
}

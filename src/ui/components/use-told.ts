import type { BatchId } from '@/src/kernel/ids';
import type { Result } from '@/src/kernel/result';
import { useInterface } from '../app-context';
import { useSentence } from './use-sentence';

type Told = Parameters<ReturnType<typeof useSentence>>[0];

/** Says what came of a write, with its undo, or why nothing was written. @returns whether it was written. */
export function useTold(): (done: Result<{ readonly batchId: BatchId }, Told>, text: string) => boolean {
  const { tell } = useInterface();
  const sentence = useSentence();
  return (done, text) => {
    if (done.ok) tell({ text, undo: done.value.batchId });
    else tell({ text: sentence(done.error), tone: 'bad' });
    return done.ok;
  };
}

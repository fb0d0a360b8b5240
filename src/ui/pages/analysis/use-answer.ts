import { useEffect, useRef, useState } from 'react';

/** What `ask` gives for a question, asked once for each; undefined until it is there. */
export function useAnswer<T>(question: object, ask: () => Promise<T>): T | undefined {
  const [answer, setAnswer] = useState<{ readonly of: object; readonly value: T }>();
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  });
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<void> => {
      const value = await latest.current();
      if (!gone) setAnswer({ of: question, value });
    };
    // Whoever has left is not told that nothing could be read.
    read().catch((thrown: unknown) => {
      if (!gone) throw thrown;
    });
    return () => {
      gone = true;
    };
  }, [question]);
  return answer?.of === question ? answer.value : undefined;
}

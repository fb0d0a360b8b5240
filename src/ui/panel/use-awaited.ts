import { useEffect, useState } from 'react';
import type { Awaited } from '@/src/app/register-uses';
import { useInterface } from '../app-context';

/** The company that the next page of a register fills in, for as long as one is waited for. */
export function useAwaited(): Awaited | undefined {
  const { app } = useInterface();
  const [awaited, setAwaited] = useState<Awaited>();
  useEffect(() => {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const mine = ++turn;
      const next = await app.registers.awaited();
      if (mine !== turn) return;
      setAwaited(next);
      clearTimeout(timer);
      if (next) timer = setTimeout(() => void look(), Math.max(0, next.until - app.now()));
    };
    void look();
    const stop = app.registers.watch(() => void look());
    return () => {
      turn = -1;
      clearTimeout(timer);
      stop();
    };
  }, [app]);
  return awaited;
}

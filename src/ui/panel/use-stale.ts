import { useEffect, useState } from 'react';
import type { CaptureRequest } from '@/src/app/ports/page-reader';
import { useInterface } from '../app-context';

/**
 * Whether the page says something else by now than when it was read. Watches only while the panel is there.
 * @param reading another for each reading; undefined while there is nothing to watch for.
 */
export function useStale(request: CaptureRequest | undefined, reading: string | undefined): boolean {
  const { app } = useInterface();
  const [changed, setChanged] = useState<string>();
  useEffect(() => {
    if (!request || reading === undefined) return;
    return app.capture.onChanged(request, () => setChanged(reading));
  }, [app, request, reading]);
  return reading !== undefined && changed === reading;
}

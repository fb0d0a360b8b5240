import { useEffect, useEffectEvent, useState } from 'react';
import { pageKey } from '@/src/domain/capture/page-key';
import type { ActivePage, CaptureRequest } from '@/src/app/ports/page-reader';
import { useInterface } from '../app-context';

interface Shown {
  readonly tabId: number;
  readonly url: string;
  /** Another for each reading. */
  readonly reading: string;
}

export interface Followed {
  /** The page that the panel is about; undefined before the first reading. */
  readonly shown: Shown | undefined;
  /** The user has begun to change what is shown: it stays until they say otherwise. */
  readonly isTouched: boolean;
  readonly read: (request: CaptureRequest) => void;
}

/**
 * Follows the window from page to page: what the user lets be read unasked is read, everything else is left alone.
 * @returns the page in the window while the panel is about another one; undefined while they are the same.
 */
export function useFollow({ shown, isTouched, read }: Followed): ActivePage | undefined {
  const { app } = useInterface();
  const [elsewhere, setElsewhere] = useState<{ readonly page: ActivePage; readonly reading: string | undefined }>();
  const look = useEffectEvent((page: ActivePage): void => {
    const isShown = shown?.tabId === page.tabId && page.url !== undefined && pageKey(shown.url) === pageKey(page.url);
    // Pages of the browser, and our own workspace, are nothing to be read.
    const isPage = page.url === undefined || /^(?:https?|file):/.test(page.url);
    if (isShown || !isPage) setElsewhere(undefined);
    else if (page.isGranted && !isTouched) read({ tabId: page.tabId, at: app.now() });
    else setElsewhere({ page, reading: shown?.reading });
  });
  useEffect(() => app.capture.onActivated((page) => look(page)), [app]);
  // A new reading is of what the window shows.
  return elsewhere?.reading === shown?.reading ? elsewhere?.page : undefined;
}

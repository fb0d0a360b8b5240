import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteState } from '@/src/app/ports/site-access';
import { useInterface } from '../app-context';

/**
 * Whether the site of a page may be read without asking; undefined until that is known. `change` asks for it or gives it
 * back, and is to be called in the very turn of a click.
 */
export function useSiteAccess(url: string): {
  readonly state: SiteState | undefined;
  readonly change: (wanted: boolean) => void;
} {
  const { app, tell } = useInterface();
  const { t } = useTranslation('panel');
  const [known, setKnown] = useState<{ readonly url: string; readonly state: SiteState }>();
  useEffect(() => app.sites.watch(url, (state) => setKnown({ url, state })), [app, url]);
  const change = async (wanted: boolean): Promise<void> => {
    const isDone = await (wanted ? app.sites.ask(url) : app.sites.drop(url));
    if (!isDone) tell({ text: t(wanted ? 'notGranted' : 'notDropped', { site: new URL(url).host }), tone: 'bad' });
  };
  return { state: known?.url === url ? known.state : undefined, change: (wanted) => void change(wanted) };
}

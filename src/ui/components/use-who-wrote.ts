import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import type { EntryHeader } from '@/src/domain/records/journal';

/** Who wrote an entry of the journal, and on which device. */
export function useWhoWrote(): (header: Pick<EntryHeader, 'actor' | 'device'>) => readonly string[] {
  const { t } = useTranslation('records');
  return ({ actor, device }) => [actor === NAMELESS ? t('me') : actor, t('device', { device })];
}

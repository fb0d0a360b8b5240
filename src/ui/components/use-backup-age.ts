import { useTranslation } from 'react-i18next';
import { useInterface } from '../app-context';

const DAY_MS = 86_400_000;
const OLD_DAYS = 7;

/** How long ago the last backup was, in words; `isOld` after a week, and while there is none. */
export function useBackupAge(): { readonly text: string; readonly isOld: boolean } {
  const { app, settings } = useInterface();
  const { t } = useTranslation('data');
  const last = settings['last-backup'];
  if (last === undefined) return { text: t('backupNever'), isOld: true };
  const days = Math.max(0, Math.floor((app.now() - Date.parse(last)) / DAY_MS));
  return { text: days === 0 ? t('backupToday') : t('backupAge', { count: days }), isOld: days > OLD_DAYS };
}

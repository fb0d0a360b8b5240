import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import { useInterface } from '../app-context';

const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
  ['millisecond', 1],
] as const;

/** A length of time in its greatest whole unit, as the language says it: 3 hours, 3小时. */
export function useSpan(): (ms: number) => string {
  const { language } = useInterface().format;
  return useCallback(
    (ms) => {
      const [unit, length] = STEPS.find(([, least]) => ms >= least) ?? STEPS[4];
      const writer = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' });
      return writer.format(Math.floor(ms / length));
    },
    [language],
  );
}

/** What a user is called: the one without a name by a word of the language. */
export function useWho(): (name: unknown) => string {
  const { t } = useTranslation('records');
  return useCallback((name) => (name === NAMELESS ? t('me') : String(name ?? '')), [t]);
}

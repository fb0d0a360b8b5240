import { useTranslation } from 'react-i18next';
import type { Value } from '@/src/domain/analysis/result';
import type { Move } from '@/src/domain/notebook/moved';
import { useInterface } from '../../app-context';

/** Before, now and difference of a figure, in the language of the interface. What is undefined is a dash. */
export function useMoveText(): (move: Move) => Readonly<Record<'before' | 'now' | 'difference', string>> {
  const { format } = useInterface();
  const { t } = useTranslation('notebook-page');
  return ({ before, now, difference, type }) => {
    const text = (value: Value): string => (value === null ? '–' : format.value(value, type));
    return { before: text(before), now: text(now), difference: differenceText() };

    function differenceText(): string {
      if (difference === null) return '–';
      const sign = Number(difference) > 0 ? '+' : '';
      // A share less a share is in points: 3 % more of 20 % would be something else.
      const shown =
        type === 'share'
          ? t('moved.points', { points: format.value(Number(difference) * 100, 'ratio') })
          : text(difference);
      return `${sign}${shown}`;
    }
  };
}

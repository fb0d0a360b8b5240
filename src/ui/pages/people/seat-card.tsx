import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Ranked } from '@/src/domain/people/rank-influence';
import classes from './people.module.css';
import { SeatMenu, type SeatMenuProps } from './seat-menu';
import { useSeatWords } from './use-seat-words';

/** A seat as the map shows it: who, as what, how they stand, how much they count. */
export function SeatCard({ ranked, ...menu }: SeatMenuProps & { readonly ranked: Ranked | undefined }) {
  const { chain, seat } = menu;
  const { t } = useTranslation('people');
  const words = useSeatWords(chain);
  const { position, person, influence } = seat.fields;
  const stance = words.stance(seat);
  const score = influence === undefined ? t('noInfluence') : t('influence', { value: influence });
  const rank = ranked && `${t('rank', { rank: ranked.rank })}${ranked.tied ? ` (${t('tied')})` : ''}`;
  return (
    <div className={classes['card']} data-empty={person === undefined} data-seat={seat.id}>
      <div className={classes['head']}>
        <Text span fw={650} size="sm" className={classes['name'] ?? ''}>
          {words.name(seat)}
        </Text>
        <SeatMenu {...menu} />
      </div>
      <Text size="xs" className={classes['name'] ?? ''}>
        {[position, words.role(seat)].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(' · ')}
      </Text>
      {person !== undefined && (
        <>
          <Text size="xs">
            <span className={classes['shape']} aria-hidden="true">
              {stance.shape}
            </span>
            {stance.text}
            {stance.isUnverified && ` (${t('unverified')})`}
          </Text>
          <Text size="xs" c="dimmed">
            {[score, rank].filter(Boolean).join(' · ')}
          </Text>
        </>
      )}
    </div>
  );
}

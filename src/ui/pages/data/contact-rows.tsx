import { Checkbox, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactPlan } from '@/src/app/import-contacts';
import type { Decision, ImportChoices } from '@/src/domain/exchange/decide-cards';
import { ContactOutcome } from './contact-outcome';
import classes from './contact-rows.module.css';

interface Props {
  readonly plan: ContactPlan;
  readonly decisions: readonly Decision[];
  readonly choices: ImportChoices;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
}

const ROW_HEIGHT = 56;

/** One line a card: a tick, who it is, what happens. Only the lines in sight are in the page. */
export function ContactRows({ plan, decisions, choices, onChoose }: Props) {
  const { t } = useTranslation('contacts');
  const scroller = useRef<HTMLDivElement>(null);
  const names = useMemo(() => new Map(plan.cards.map(({ makes, card }) => [makes, card.name])), [plan]);
  const virtual = useVirtualizer({
    count: decisions.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => decisions[index]?.matched.makes ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const tick = (makes: string): void => {
    const without = new Set(choices.without);
    if (!without.delete(makes)) without.add(makes);
    onChoose({ without });
  };
  if (decisions.length === 0) return <Text c="dimmed">{t('empty')}</Text>;
  return (
    <section ref={scroller} className={classes['scroller']} tabIndex={0} aria-label={t('rows')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes['hidden']}>{t('column.tick')}</span>
            </th>
            <th scope="col">{t('column.who')}</th>
            <th scope="col">{t('column.what')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap height={before} />
          {items.map(({ index, key }) => {
            const decision = decisions[index];
            if (!decision) return null;
            const { makes, card } = decision.matched;
            const { place, name } = card;
            return (
              <tr key={key} ref={virtual.measureElement} data-index={index} data-outcome={decision.outcome}>
                <td>
                  <Checkbox
                    aria-label={t('tick', { place, name })}
                    checked={!choices.without.has(makes)}
                    onChange={() => tick(makes)}
                  />
                </td>
                <td>
                  {name}
                  <Text size="xs" c="dimmed">
                    {t('row', { place })}
                  </Text>
                </td>
                <td>
                  <ContactOutcome plan={plan} decision={decision} names={names} choices={choices} onChoose={onChoose} />
                </td>
              </tr>
            );
          })}
          <Gap height={after} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are scrolled out of sight. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden="true" className={classes['gap']}>
      <td colSpan={3} style={{ height }} />
    </tr>
  );
}

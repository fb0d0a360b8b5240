import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import { planLogOf, type Errand, type LogFigures } from '@/src/domain/followup/day-plan';
import { mondayOf } from '@/src/domain/followup/hand-in';
import { daysOf } from '@/src/domain/followup/week-log';
import { dayFromIso } from '@/src/domain/records/duty';
import type { Money } from '@/src/domain/records/field';
import { useInterface } from '../../app-context';

/** The log of this week: what was planned and done on each day, and the sums. */
export function PlanLog({ errands }: { errands: readonly Errand[] }) {
  const { app, format } = useInterface();
  const { t } = useTranslation(['claims', 'shell']);
  const week = formatDay(mondayOf(dayFromIso(app.today())));
  const log = planLogOf(errands, week);
  const lines: (readonly [string, string, LogFigures])[] = [
    ...daysOf(week).flatMap((day, i) => {
      const figures = log.days[i];
      return figures ? [[day, format.day(day), figures] as const] : [];
    }),
    ['week', t('sumRow'), log],
  ];
  const money = (amounts: readonly Money[]): string =>
    amounts.map(({ amount, currency }) => `${format.money(amount)} ${currency}`).join(', ');
  const left = t('shell:labelled', { label: t('figure.left'), value: format.count(log.left) });
  return (
    // A telephone scrolls it by itself, with the keyboard too.
    <section tabIndex={0} aria-label={t('weekLog')} style={{ overflowX: 'auto' }}>
      <Table verticalSpacing={4} miw={420}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('weekLog')}</Table.Th>
            {(['planned', 'done', 'collected', 'sold'] as const).map((name) => (
              <Table.Th key={name} ta="end">
                {t(`figure.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(([name, label, figures]) => (
            <Table.Tr key={name} data-day={name} fw={name === 'week' ? 600 : 400}>
              <Table.Th scope="row" fw="inherit">
                {label}
              </Table.Th>
              <Table.Td ta="end">{format.count(figures.planned)}</Table.Td>
              <Table.Td ta="end">{format.count(figures.done)}</Table.Td>
              <Table.Td ta="end">{money(figures.collected)}</Table.Td>
              <Table.Td ta="end">{money(figures.sold)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Caption>{left}</Table.Caption>
      </Table>
    </section>
  );
}

import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '@/src/kernel/calendar';
import type { Span } from '@/src/domain/analysis/aggregate-source';
import type { CustomerFigures } from '@/src/domain/analysis/customer-figures';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useInterface } from '../../app-context';
import { hashOf } from '../../shell/route';
import { RowsBehind } from '../analysis/rows-behind';
import { useBasisWords } from '../data/use-basis-words';
import { useStanding } from './use-standing';

interface Props {
  readonly dataset: Row<DatasetFields>;
  readonly figures: CustomerFigures;
}

interface Line {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** The days of the rows that it is made of; all of the customer's where nothing is said. */
  readonly span?: Span;
}

/** What a company bought by a sales file. Each figure opens the rows that it is made of. */
export function OwnFigures({ dataset, figures }: Props) {
  const { t } = useTranslation('own-data');
  const [opened, setOpened] = useState<Line>();
  const keys = useMemo(() => [figures.key], [figures.key]);
  const lines = useLines(dataset, figures);
  const basis = useBasisLines(dataset, figures);
  return (
    <Stack gap={4}>
      <Table
        withRowBorders={false}
        verticalSpacing={2}
        horizontalSpacing="xs"
        aria-label={t('figuresOf', { label: figures.label })}
      >
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.name} data-figure={line.name}>
              <Table.Th scope="row" fw={400} fz="sm">
                {line.label}
              </Table.Th>
              <Table.Td>
                <Anchor
                  component="button"
                  size="sm"
                  ta="left"
                  title={t('openRows')}
                  aria-label={t('openRowsOf', { figure: line.label, value: line.text })}
                  onClick={() => setOpened(line)}
                >
                  {line.text}
                </Anchor>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {basis.map((line) => (
        <Text key={line} size="xs" c="dimmed">
          {line}
        </Text>
      ))}
      <Anchor size="xs" href={hashOf(['analysis', 'slipping-now'], { dataset: dataset.id })}>
        {t('toSlipping')}
      </Anchor>
      {opened && (
        <RowsBehind
          dataset={dataset}
          entity="customer"
          keys={keys}
          span={opened.span}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Stack>
  );
}

function useLines({ fields: { facts } }: Row<DatasetFields>, figures: CustomerFigures): readonly Line[] {
  const { format } = useInterface();
  const { t } = useTranslation(['own-data', 'shell']);
  const standing = useStanding();
  const { value, rank, ranked, share, rhythm } = figures;
  const { first, last } = figures.year;
  const span = { first, last };
  const amount = format.money(value);
  const place = { rank: format.count(rank ?? 0), share: share === null ? '' : format.share(share) };
  return [
    {
      name: 'value',
      label: t('value'),
      text: facts.currency ? t('amount', { amount, currency: facts.currency }) : amount,
      span,
    },
    {
      name: 'rank',
      label: t('rank'),
      text: rank === null ? t('unranked') : t('ranked', { ...place, count: ranked }),
      span,
    },
    ...(rhythm
      ? [
          {
            name: 'last-order',
            label: t('lastOrder'),
            text: format.day(formatDay(rhythm.lastOrder)),
            span: { first: rhythm.lastOrder, last: rhythm.lastOrder },
          },
          {
            name: 'usual-gap',
            label: t('usualGap'),
            text: t(rhythm.isOwnGap ? 'gap' : 'gapOfAll', { count: rhythm.usualGap }),
          },
        ]
      : []),
    { name: 'standing', label: t('standing'), text: rhythm ? standing(rhythm) : t('neverBought') },
  ];
}

/** On what the figures rest: the days, what counts, the column of the amount, the currency. */
function useBasisLines({ fields }: Row<DatasetFields>, { year }: CustomerFigures): readonly string[] {
  const { format } = useInterface();
  const { t } = useTranslation('own-data');
  const basis = useBasisWords();
  const { facts, columns } = fields;
  const day = (one: number): string => format.day(formatDay(one));
  const header = columns.find(({ role }) => role === 'amount')?.name;
  const on = header === undefined ? '' : basis(header);
  return [
    t('basis', { first: day(year.first), last: day(year.last) }),
    ...(year.isCovered || facts.firstDay === null ? [] : [t('notCovered', { first: format.day(facts.firstDay) })]),
    ...(header === undefined ? [] : [on === '' ? t('column', { header }) : t('columnBasis', { header, basis: on })]),
    ...(facts.currency ? [] : [t('noCurrency')]),
    ...(facts.conversion && facts.currency ? [t('converted', { currency: facts.currency })] : []),
  ];
}

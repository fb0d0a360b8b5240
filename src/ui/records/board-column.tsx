import { Button, Text, Title } from '@mantine/core';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ViewField } from '@/src/domain/records/custom-field.kind';
import type { Row } from '@/src/domain/records/record';
import { sumMoney } from '@/src/domain/records/sum-money';
import { isMoney } from '@/src/domain/records/values';
import { valuesAt, type RowGroup } from '@/src/domain/records/view';
import { useInterface } from '../app-context';
import { BoardCard, type CardActions } from './board-card';
import classes from './record-board.module.css';
import type { KindReading } from './use-kind-reading';

/** Cards drawn at once, and how many more each time they are asked for. */
const PIECE = 50;

interface Props {
  readonly column: RowGroup;
  readonly title: string;
  readonly of: KindReading;
  /** The field that the columns are by; undefined for the state. */
  readonly group: ViewField | undefined;
  /** `open`: the card that is being dragged can come here. */
  readonly target: 'open' | undefined;
  readonly onDrop: () => void;
  readonly card: CardActions;
  readonly note?: ReactNode;
  /** See `BoardCard`. */
  readonly extra?: ((row: Row) => ReactNode) | undefined;
}

/** The records under one value, as many as were asked for, with their number and the sum of their first amount. */
export function BoardColumn({ column, title, of, group, target, onDrop, card, note, extra }: Props) {
  const { format } = useInterface();
  const { t } = useTranslation('board');
  const [shown, setShown] = useState(PIECE);
  const [over, setOver] = useState(false);
  const sums = useSums(column, of);
  const heading = useId();
  const { rows } = column;
  return (
    <section aria-labelledby={heading}>
      <div
        className={classes['column']}
        data-column={column.key ?? ''}
        data-target={target}
        data-over={over}
        onDragOver={(event) => {
          // Also where no way leads to: the drop says why not.
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          onDrop();
        }}
      >
        <Title order={2} size="h6" id={heading} className={classes['title'] ?? ''}>
          {title}{' '}
          <Text span size="sm" c="dimmed">
            {format.count(rows.length)}
          </Text>
        </Title>
        {sums !== '' && (
          <Text size="xs" c="dimmed" className={classes['sum'] ?? ''}>
            {sums}
          </Text>
        )}
        {note}
        <ul className={classes['cards']}>
          {rows.slice(0, shown).map((row) => (
            <li key={row.id}>
              <BoardCard row={row} of={of} group={group} actions={card} extra={extra} />
            </li>
          ))}
        </ul>
        {rows.length > shown && (
          <Button size="compact-sm" variant="subtle" fullWidth onClick={() => setShown(shown + PIECE)}>
            {t('more', { count: Math.min(PIECE, rows.length - shown) })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Exact, one for each currency; nothing where the kind has no amount or no record one. */
function useSums({ rows }: RowGroup, { fields, reading }: KindReading): string {
  return useMemo(() => {
    const money = fields.find(({ spec }) => spec.type === 'money');
    if (!money) return '';
    const sums = sumMoney(rows.flatMap((row) => valuesAt(row, money).filter(isMoney)));
    return sums.map((sum) => reading.text(money, sum)).join(' · ');
  }, [rows, fields, reading]);
}

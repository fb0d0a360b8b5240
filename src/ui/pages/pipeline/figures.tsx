import { Table, Text } from '@mantine/core';
import classes from './figures.module.css';

export interface FigureRow {
  readonly key: string;
  readonly cells: readonly string[];
}

interface Props {
  readonly name: string;
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly FigureRow[];
  /** The last line, where there is one: what the others come to. */
  readonly total?: readonly string[];
}

/** The figures of a chart as a table: the same for whoever cannot see it, or wants the digits. */
export function Figures({ name, caption, head, rows, total }: Props) {
  return (
    // What scrolls has to be reachable by keyboard.
    <div className={classes['scroller']} tabIndex={0} role="group" aria-label={caption}>
      <Table verticalSpacing={4} horizontalSpacing="xs" captionSide="top" data-figures={name}>
        <Table.Caption>
          <Text span size="xs" c="dimmed">
            {caption}
          </Text>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {head.map((title, i) => (
              <Table.Th key={title} scope="col" ta={i === 0 ? 'left' : 'right'}>
                {title}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Line key={key} name={key} head={head} cells={cells} />
          ))}
          {total && <Line name="@total" head={head} cells={total} />}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Line({ name, head, cells }: { name: string; head: readonly string[]; cells: readonly string[] }) {
  const [first = '', ...rest] = cells;
  return (
    <Table.Tr data-row={name}>
      <Table.Th scope="row" className={classes['name'] ?? ''} fw={name === '@total' ? 700 : 400}>
        {first}
      </Table.Th>
      {rest.map((cell, i) => (
        <Table.Td key={head[i + 1]} ta="right" className={classes['number'] ?? ''} fw={name === '@total' ? 700 : 400}>
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

import { CloseButton, Group, Paper, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MovedFigures } from '@/src/app/figure-watch';
import { ownerOf } from '@/src/domain/notebook/graph';
import { cellBlocks, type Notebook } from '@/src/domain/notebook/notebook';
import type { Row } from '@/src/domain/records/record';
import type { DatasetFields } from '@/src/domain/tabular/dataset.kind';
import { useLive } from '../../app-context';
import { useWords } from '../../components/use-value-text';
import { useMoveText } from './use-move-text';

const COLUMNS = ['before', 'now', 'difference'] as const;

interface Props {
  readonly moved: MovedFigures;
  readonly notebook: Notebook;
  readonly dataset: Row<DatasetFields>;
  readonly onClose: () => void;
}

/** Which figures a changed file moved: before, now, and by how much. */
export function MovedFiguresPanel({ moved, notebook, dataset, onClose }: Props) {
  const { t } = useTranslation('notebook-page');
  const label = useFigureNames(notebook);
  const text = useMoveText();
  const lead = useLead(moved, dataset);
  const { moves, compared } = moved;
  return (
    <Paper component="section" withBorder p="sm" aria-label={t('moved.title')} data-moved={moves.length}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {lead}{' '}
          {moves.length === 0
            ? t('moved.none', { count: compared })
            : t('moved.some', { count: moves.length, compared })}
        </Text>
        <CloseButton size="sm" aria-label={t('moved.close')} onClick={onClose} />
      </Group>
      {moves.length > 0 && (
        <Table.ScrollContainer minWidth={480} mt={4}>
          <Table verticalSpacing={2} fz="sm" aria-label={t('moved.title')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('moved.figure')}</Table.Th>
                {COLUMNS.map((column) => (
                  <Table.Th key={column} scope="col" ta="right">
                    {t(`moved.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moves.map((move) => (
                <Table.Tr key={move.name} data-figure={move.name}>
                  <Table.Th scope="row" fw={400} style={{ overflowWrap: 'break-word' }}>
                    {label(move.name)}
                  </Table.Th>
                  {COLUMNS.map((column) => (
                    <Table.Td key={column} ta="right" style={{ fontVariantNumeric: 'tabular-nums' }}>
                      {text(move)[column]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}

/** What is compared: the file as it was, or another. */
function useLead({ against }: MovedFigures, { id, fields }: Row<DatasetFields>): string {
  const { t } = useTranslation('notebook-page');
  const datasets = useLive('datasets', (of) => of.datasets.list());
  if (against === id) return t('moved.changed', { name: fields.name });
  if (!datasets) return '';
  const other = datasets.find((row) => row.id === against)?.fields.name;
  return other === undefined ? t('moved.otherGone') : t('moved.other', { name: fields.name, other });
}

/** Figures of an analysis have words; what prose states is called as it is there. The cell is named where there are several. */
function useFigureNames(notebook: Notebook): (name: string) => string {
  const { t } = useTranslation('notebook-page');
  const words = useWords();
  const cells = new Map(cellBlocks(notebook).map(({ key, cell }) => [key, cell]));
  const analyses = [...cells.values()].filter(({ kind }) => kind === 'analysis');
  return (name) => {
    const owner = ownerOf(name);
    const cell = cells.get(owner);
    if (cell?.kind !== 'analysis') return name;
    const figure = words(`analysis:figure.${cell.analysis}.${name.slice(owner.length + 1)}`, '');
    if (figure === '') return name;
    return analyses.length > 1 ? t('moved.figureOf', { figure, cell: owner }) : figure;
  };
}

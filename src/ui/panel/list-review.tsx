import { Checkbox, ScrollArea, Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tickCard, type PartyDraft } from '@/src/app/capture-draft';
import type { ListDraft } from '@/src/app/list-draft';
import type { PartyField } from '@/src/domain/capture/found';
import classes from './capture-panel.module.css';
import { ListRow } from './list-row';
import { ListRunBar } from './list-run-bar';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';

interface Props {
  readonly draft: ListDraft;
  readonly review: ReviewState;
  readonly capture: Capture;
}

/** What a page lists, as a table: rows and columns to be ticked, each row to be opened as cards. */
export function ListReview({ draft, review, capture }: Props) {
  const { t } = useTranslation(['capture', 'shell']);
  const [open, setOpen] = useState<string>();
  const parties = new Map(draft.parties.map((party) => [party.id, party]));
  const mains = draft.rows.flatMap((row) => parties.get(row.parties[0] ?? '') ?? []);
  const ticked = mains.filter((party) => party.ticked).length;
  const change = (next: (party: PartyDraft) => PartyDraft): void =>
    capture.inReview(({ draft: now }) => ({ draft: { ...now, parties: now.parties.map(next) } }));
  const isColumnOn = (field: PartyField): boolean =>
    draft.parties.some((party) => party.values.some((value) => value.field === field && value.ticked));
  return (
    <>
      <ScrollArea type="auto" className={classes['list'] ?? ''}>
        <Table verticalSpacing={4} horizontalSpacing={6} data-list="">
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes['rowHead'] ?? ''}>
                <Checkbox
                  size="xs"
                  label={t('list.rows', { count: ticked, total: mains.length })}
                  checked={ticked === mains.length}
                  indeterminate={ticked > 0 && ticked < mains.length}
                  onChange={(event) => change(tickedRow(review, event.currentTarget.checked))}
                />
              </Table.Th>
              {draft.columns
                .filter((field) => field !== 'name')
                .map((field) => (
                  <Table.Th key={field}>
                    <Checkbox
                      size="xs"
                      label={t(`field.${field}`)}
                      checked={isColumnOn(field)}
                      onChange={(event) => change(tickedColumn(field, event.currentTarget.checked))}
                    />
                  </Table.Th>
                ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {draft.rows.map((row) => (
              <ListRow
                key={row.id}
                parties={row.parties.flatMap((id) => parties.get(id) ?? [])}
                columns={draft.columns}
                review={review}
                capture={capture}
                isOpen={open === row.id}
                onOpen={() => setOpen(open === row.id ? undefined : row.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      <ListRunBar draft={draft} review={review} capture={capture} />
    </>
  );
}

function tickedRow({ suppressed }: ReviewState, isTicked: boolean): (party: PartyDraft) => PartyDraft {
  return (party) => (suppressed.has(party.id) ? party : tickCard(party, isTicked));
}

function tickedColumn(field: PartyField, isTicked: boolean): (party: PartyDraft) => PartyDraft {
  return (party) => ({
    ...party,
    values: party.values.map((value) =>
      value.field === field && value.label !== 'hotline' ? { ...value, ticked: isTicked } : value,
    ),
  });
}

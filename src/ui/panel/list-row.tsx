import { Checkbox, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { tickCard, type PartyDraft } from '@/src/app/capture-draft';
import { formatPhone } from '@/src/domain/identity/phone-number';
import type { PartyField } from '@/src/domain/capture/found';
import classes from './capture-panel.module.css';
import { PartyCards } from './party-cards';
import type { Capture } from './this-page';
import type { ReviewState } from './use-capture';

interface Props {
  /** The one that the row is about first. */
  readonly parties: readonly PartyDraft[];
  readonly columns: readonly PartyField[];
  readonly review: ReviewState;
  readonly capture: Capture;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

/** One row of a list, and below it, when it is open, its cards. */
export function ListRow({ parties, columns, review, capture, isOpen, onOpen }: Props) {
  const { t } = useTranslation(['capture', 'shell']);
  const [main, ...others] = parties;
  if (!main) return null;
  const name = textsOf([main], 'name')[0] ?? t('list.nameless');
  const people = others.flatMap((party) => textsOf([party], 'name'));
  const known = review.updates.get(main.id) ?? review.duplicates.get(main.id)?.[0]?.row;
  const tick = (isTicked: boolean): void =>
    parties.forEach((party) => !review.suppressed.has(party.id) && capture.change(tickCard(party, isTicked)));
  return (
    <>
      <Table.Tr data-row={main.kind}>
        <Table.Th scope="row" className={classes['rowHead'] ?? ''}>
          <Group gap={6} wrap="nowrap" align="start">
            <Checkbox
              size="xs"
              aria-label={t('shell:labelled', { label: t('include'), value: name })}
              checked={main.ticked}
              disabled={review.suppressed.has(main.id)}
              onChange={(event) => tick(event.currentTarget.checked)}
            />
            <UnstyledButton aria-expanded={isOpen} onClick={onOpen} className={classes['rowName'] ?? ''}>
              <Text size="sm" fw={600} lineClamp={2}>
                {name}
              </Text>
              {people.length > 0 && (
                <Text size="xs" c="dimmed" truncate>
                  {people.join(t('and'))}
                </Text>
              )}
              {known && (
                <Text size="xs" c="dimmed" data-known={known.id}>
                  {t('same')}
                </Text>
              )}
            </UnstyledButton>
          </Group>
        </Table.Th>
        {columns
          .filter((field) => field !== 'name')
          .map((field) => (
            <Table.Td key={field}>
              {textsOf(parties, field).map((text) => (
                <Text key={text} size="xs" className={classes['cell'] ?? ''}>
                  {text}
                </Text>
              ))}
            </Table.Td>
          ))}
      </Table.Tr>
      {isOpen && (
        <Table.Tr>
          <Table.Td colSpan={columns.length}>
            <Stack gap="xs" className={classes['opened'] ?? ''}>
              <PartyCards parties={parties} review={review} capture={capture} />
            </Stack>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** What would be saved of a field, as people read it. */
function textsOf(parties: readonly PartyDraft[], field: PartyField): string[] {
  const values = parties.flatMap((party) => party.values).filter((value) => value.field === field);
  const shown = values.some(({ ticked }) => ticked)
    ? values.filter(({ ticked }) => ticked)
    : field === 'name'
      ? values
      : [];
  return [...new Set(shown.map(({ value }) => (field === 'phones' ? formatPhone(value) : value)))];
}

import { Button, Checkbox, Chip, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Decision, Decisions, ImportChoices, Outcome } from '@/src/domain/exchange/decide-cards';
import { useInterface } from '../../app-context';
import { ContactFaults } from './contact-faults';
import { ContactRows } from './contact-rows';
import type { ContactReview } from './use-contact-import';

interface Props {
  readonly review: ContactReview;
  readonly onChoose: (choices: Partial<ImportChoices>) => void;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

const OUTCOMES = ['new', 'update', 'same', 'conflict', 'joined', 'question', 'without'] as const satisfies Outcome[];
type Filter = 'all' | Outcome | 'faults';
const OTHERWISE = ['open', 'first', 'new'] as const satisfies ImportChoices['otherwise'][];

/** What a file would do, before it does it: the counts, every row, and what is left to say. */
export function ContactReviewPanel({ review, onChoose, onImport, onCancel }: Props) {
  const { app, format } = useInterface();
  const { t } = useTranslation('contacts');
  const { t: shell } = useTranslation();
  const { plan, saving } = review;
  // Ticks answer at once; what they come to follows when there is time.
  const choices = useDeferredValue(review.choices);
  const decisions = useMemo(() => app.contacts.decide(plan, choices), [app, plan, choices]);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = useMemo(() => decisions.cards.filter((card) => isShown(card, filter)), [decisions, filter]);
  const count = decisions.writes.length;
  return (
    <Stack gap="sm" data-review={plan.read.format}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('lead', { file: plan.file, format: t(`format.${plan.read.format}`) })}
      </Text>
      <Filters review={review} decisions={decisions} filter={filter} onFilter={setFilter} />
      <Choices review={review} decisions={decisions} onChoose={onChoose} />
      {filter === 'faults' ? (
        <ContactFaults plan={plan} />
      ) : (
        <ContactRows plan={plan} decisions={shown} choices={review.choices} onChoose={onChoose} />
      )}
      <Lost review={review} />
      <Group>
        <Button onClick={onImport} disabled={count === 0} loading={saving} data-action="import-contacts">
          {count === 0 ? t('importNothing') : t('import', { count, number: format.count(count) })}
        </Button>
        <Button variant="default" onClick={onCancel} disabled={saving}>
          {shell('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function isShown({ outcome, conflicts }: Decision, filter: Filter): boolean {
  return filter === 'all' || outcome === filter || (filter === 'conflict' && conflicts.length > 0);
}

function Filters(props: {
  review: ContactReview;
  decisions: Decisions;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { review, decisions, filter, onFilter } = props;
  const { format } = useInterface();
  const { t } = useTranslation('contacts');
  const { cards, counts } = decisions;
  const numbers: readonly (readonly [Filter, number])[] = [
    ['all', cards.length],
    ...OUTCOMES.map((outcome) => [outcome, counts[outcome]] as const),
    ['faults', review.plan.read.faults.length],
  ];
  return (
    <Chip.Group value={filter} onChange={(name) => onFilter(name as Filter)}>
      <Group gap={6} role="radiogroup" aria-label={t('show')}>
        {numbers
          .filter(([name, number]) => number > 0 || name === 'all' || name === filter)
          .map(([name, number]) => (
            <Chip key={name} value={name} size="sm" data-filter={name} data-count={number}>
              {t(`filter.${name}`, { number: format.count(number) })}
            </Chip>
          ))}
      </Group>
    </Chip.Group>
  );
}

/** What can be said for all rows at once. */
function Choices({ review, decisions, onChoose }: Pick<Props, 'review' | 'onChoose'> & { decisions: Decisions }) {
  const { format } = useInterface();
  const { t } = useTranslation('contacts');
  const { choices } = review;
  const { question } = decisions.counts;
  const asks = question > 0 || choices.otherwise !== 'open';
  const differs = decisions.cards.some(({ conflicts }) => conflicts.length > 0);
  return (
    <>
      {asks && (
        <Group align="end" gap="sm">
          <NativeSelect
            size="xs"
            label={t('otherwise')}
            value={choices.otherwise}
            data={OTHERWISE.map((value) => ({ value, label: t(`otherwiseName.${value}`) }))}
            onChange={({ currentTarget: { value } }) => {
              const otherwise = OTHERWISE.find((one) => one === value);
              if (otherwise) onChoose({ otherwise });
            }}
          />
          {question > 0 && (
            <Text size="sm" maw="60ch">
              {t('questions', { count: question, number: format.count(question) })}
            </Text>
          )}
        </Group>
      )}
      {differs && (
        <Checkbox
          label={t('takeAll')}
          data-take-all
          checked={choices.takeAll}
          onChange={(event) => onChoose({ takeAll: event.currentTarget.checked })}
        />
      )}
    </>
  );
}

function Lost({ review }: { review: ContactReview }) {
  const { format } = useInterface();
  const { t } = useTranslation('contacts');
  const { lost } = review.plan.read;
  if (lost.length === 0) return null;
  const columns = lost.map(({ name, rows }) => t('lostColumn', { name, count: rows, number: format.count(rows) }));
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }} data-lost={lost.length}>
      {t('lost')} {columns.join(', ')}
    </Text>
  );
}

import { Button, Progress, SimpleGrid, Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CategoryArchive } from '@/src/app/archive-uses';
import { archiveItem, categoryNumber, type Category } from '@/src/domain/archive/archive-item.kind';
import { useKindWords } from '../../records/kind-words';
import classes from './category-cards.module.css';

interface Props {
  readonly categories: readonly CategoryArchive[];
  /** The only one whose index is shown; undefined for all. */
  readonly only: Category | undefined;
  readonly onOnly: (category: Category | undefined) => void;
}

/** The six categories with how complete they are; pressed, a card shows the index of its category alone. */
export function CategoryCards({ categories, only, onOnly }: Props) {
  const { t } = useTranslation('archive');
  return (
    <Stack gap="xs" align="start">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="xs" w="100%">
        {categories.map((one) => (
          <Card
            key={one.category}
            of={one}
            isOnly={one.category === only}
            onPress={() => onOnly(one.category === only ? undefined : one.category)}
          />
        ))}
      </SimpleGrid>
      {only !== undefined && (
        <Button size="compact-sm" variant="subtle" onClick={() => onOnly(undefined)}>
          {t('showAll')}
        </Button>
      )}
    </Stack>
  );
}

function Card({ of, isOnly, onPress }: { of: CategoryArchive; isOnly: boolean; onPress: () => void }) {
  const { t } = useTranslation('archive');
  const { choice } = useKindWords()(archiveItem);
  const { category, lines, completeness } = of;
  const { done, wanted } = completeness;
  const name = t('category', { number: categoryNumber(category), name: choice('category', category) });
  return (
    <UnstyledButton className={classes['card'] ?? ''} aria-pressed={isOnly} onClick={onPress} data-category={category}>
      <Text fw={600} size="sm">
        {name}
      </Text>
      <Text size="xs" c="dimmed">
        {[t('count', { count: lines.length }), wanted === 0 ? t('notWanted') : t('ofFields', { done, wanted })].join(
          ' · ',
        )}
      </Text>
      <Progress value={wanted === 0 ? 0 : (100 * done) / wanted} size="sm" mt={6} aria-label={name} />
    </UnstyledButton>
  );
}

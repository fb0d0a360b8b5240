import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { amountChoices } from '@/src/domain/tabular/roles/amount-choices';
import type { ReviewProps } from './import-review';
import { useBasisWords } from './use-basis-words';

/** Where several columns could be the amount (ordered, received, without tax), each is one click. */
export function BasisChoice({ state, session }: ReviewProps) {
  const { t } = useTranslation('rates');
  const basis = useBasisWords();
  const { preview, mapping } = state.opened;
  const choices = amountChoices(preview.likeAmounts, mapping.roles);
  if (choices.length === 0) return null;
  const words = (name: string): string => [name, basis(name)].filter((part) => part !== '').join(' · ');
  return (
    <Group gap="xs" role="group" aria-label={t('basis')} data-basis={choices.length}>
      <Text size="sm">{t('basis')}</Text>
      {choices.map((place) => (
        <Button
          key={place}
          size="compact-sm"
          variant={mapping.roles[place] === 'amount' ? 'filled' : 'default'}
          aria-pressed={mapping.roles[place] === 'amount'}
          onClick={() => session.giveRole(place, 'amount')}
        >
          {words(preview.names[place] ?? '')}
        </Button>
      ))}
    </Group>
  );
}

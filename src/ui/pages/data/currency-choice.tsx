import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredConversion } from '@/src/domain/tabular/dataset.kind';
import type { ReviewProps } from './import-review';
import { RateForm } from './rate-form';
import { useConversionWords } from './use-rate-words';

interface Props extends ReviewProps {
  /** What was made of the amounts, where they were converted. */
  readonly conversion: StoredConversion | undefined;
}

/** Amounts of several currencies are never added up: one is chosen and the rest set aside, or all become one by rates. */
export function CurrencyChoice({ state, session, conversion }: Props) {
  const { t } = useTranslation('data');
  const { t: rates } = useTranslation('rates');
  const [isTyping, setTyping] = useState(false);
  const isOpen = state.currency === undefined && !conversion;
  if (isTyping) return <RateForm state={state} session={session} onClose={() => setTyping(false)} />;
  return (
    <Stack gap="xs" data-currencies={state.currencies.length}>
      {conversion ? (
        <Converted conversion={conversion} />
      ) : (
        <Text size="sm" role={isOpen ? 'alert' : undefined}>
          {isOpen
            ? t('dryRun.chooseCurrency', { currencies: state.currencies.join(', ') })
            : t('oneCurrency', { currency: state.currency ?? '' })}
        </Text>
      )}
      <Group align="end" gap="sm">
        {!conversion && (
          <NativeSelect
            size="sm"
            maw={240}
            label={t('role.currency')}
            data-format="currency"
            value={state.currency ?? ''}
            data={[{ value: '', label: t('preview.none') }, ...state.currencies]}
            onChange={({ currentTarget: { value } }) => session.giveCurrency(value === '' ? undefined : value)}
          />
        )}
        <Button variant="default" onClick={() => setTyping(true)} data-action="rates">
          {conversion ? rates('change') : rates('choose')}
        </Button>
        {conversion && (
          <Button variant="subtle" onClick={() => session.giveRates(undefined)}>
            {rates('back')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Converted({ conversion }: { readonly conversion: StoredConversion }) {
  const words = useConversionWords();
  return (
    <Stack gap={2} data-conversion={conversion.table.target}>
      {words(conversion).map((line) => (
        <Text key={line} size="sm" style={{ overflowWrap: 'anywhere' }}>
          {line}
        </Text>
      ))}
    </Stack>
  );
}

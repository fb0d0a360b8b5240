import { Button, CloseButton, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RateFormState, TypedRate } from './use-rate-form';

interface Props {
  readonly form: RateFormState;
  readonly currencies: readonly string[];
}

/** Rates to be typed: for each what one is worth, and from which day. */
export function RateLines({ form, currencies }: Props) {
  const { t } = useTranslation('rates');
  return (
    <Stack gap="xs" align="start">
      {form.lines.map((line) => (
        <RateInput key={line.key} line={line} form={form} currencies={currencies} />
      ))}
      <Button variant="subtle" size="compact-sm" onClick={form.add}>
        {t('add')}
      </Button>
    </Stack>
  );
}

function RateInput({ line, form, currencies }: Props & { readonly line: TypedRate }) {
  const { t } = useTranslation('rates');
  const { currency } = line;
  return (
    <Group gap="xs" align="end" data-rate-line={currency}>
      <NativeSelect
        size="sm"
        w={96}
        label={t('currency')}
        value={currency}
        data={currencies.filter((one) => one !== form.target)}
        onChange={(event) => form.change(line.key, { currency: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        w={150}
        label={t('one', { currency, target: form.target })}
        inputMode="decimal"
        value={line.rate}
        onChange={(event) => form.change(line.key, { rate: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        w={150}
        type="date"
        label={t('from')}
        value={line.from}
        onChange={(event) => form.change(line.key, { from: event.currentTarget.value })}
      />
      <CloseButton aria-label={t('remove')} onClick={() => form.remove(line.key)} />
    </Group>
  );
}

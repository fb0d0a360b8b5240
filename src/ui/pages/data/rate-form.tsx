import { Alert, Button, FileButton, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { decimalsOf } from '@/src/domain/tabular/values/currency-code';
import type { ReviewProps } from './import-review';
import { RateLines } from './rate-lines';
import { SALES_FILES } from './sales-files';
import { useRateForm, type RateFormState } from './use-rate-form';
import { useRateSentence } from './use-rate-sentence';
import { useRateWords } from './use-rate-words';

interface Props extends ReviewProps {
  readonly onClose: () => void;
}

/** The rates by which all amounts become amounts in one currency: typed here, or read from a file that is dropped. */
export function RateForm({ state, session, onClose }: Props) {
  const { t } = useTranslation('rates');
  const sentence = useRateSentence();
  const form = useRateForm(state, session);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) void form.takeFile(file);
  };
  return (
    <Stack gap="xs" data-rates onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Text size="sm">{t('lead', { decimals: decimalsOf(form.target) })}</Text>
      <NativeSelect
        size="sm"
        maw={160}
        label={t('into')}
        data-rate="target"
        value={form.target}
        data={[...form.targets]}
        onChange={({ currentTarget: { value } }) => form.setTarget(value)}
      />
      {form.fromFile ? (
        <FromFile {...form.fromFile} form={form} />
      ) : (
        <RateLines form={form} currencies={state.currencies} />
      )}
      <Group gap="xs">
        <FileButton
          onChange={(file) => file && void form.takeFile(file)}
          accept={SALES_FILES}
          inputProps={{ 'aria-label': t('file') }}
        >
          {(props) => (
            <Button {...props} variant="default" size="compact-sm">
              {t('file')}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed">
          {t('fileHint')}
        </Text>
      </Group>
      {form.error && (
        <Alert color="red" role="alert">
          {sentence(form.error)}
        </Alert>
      )}
      <Group gap="sm">
        <Button onClick={() => form.convert() && onClose()} data-action="convert">
          {t('convert')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('close')}
        </Button>
      </Group>
    </Stack>
  );
}

type FromFileProps = NonNullable<RateFormState['fromFile']> & { readonly form: RateFormState };

/** What was read from a file, before it is used. */
function FromFile({ name, read, form }: FromFileProps) {
  const { t } = useTranslation('rates');
  const words = useRateWords();
  return (
    <Stack gap={2} align="start" data-rate-file={read.rates.length}>
      <Text size="sm" fw={600}>
        {t('readFrom', { name })}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {words(read.rates, form.target)}
      </Text>
      {read.dateOrderAssumed && <Text size="sm">{t('assumed')}</Text>}
      <Button variant="subtle" size="compact-sm" onClick={form.forgetFile}>
        {t('typeInstead')}
      </Button>
    </Stack>
  );
}

import { Group, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DELIMITERS, type Delimiter } from '@/src/domain/tabular/text/dialect';
import { ENCODINGS } from '@/src/domain/tabular/text/encoding';
import type { TextFormat } from '@/src/domain/tabular/sales-file';
import type { ReviewProps } from './import-review';

const ALL_DELIMITERS: readonly Delimiter[] = [...DELIMITERS, ''];
/** The header is looked for, and can be said to be, among so many lines. */
const MOST_LINES = 400;

/** How the file is read: found by looking at it, to be corrected here. */
export function FormatControls({ state, session }: ReviewProps) {
  const { t } = useTranslation('data');
  const { given, opened } = state;
  const { format, sheets } = opened.preview;
  return (
    <Group align="end" gap="sm">
      {format.container === 'text' && <TextControls format={format} session={session} state={state} />}
      {sheets.length > 1 && format.container !== 'text' && (
        <NativeSelect
          size="xs"
          label={t('preview.sheet')}
          data-format="sheet"
          value={given.sheet ?? format.sheets[0] ?? ''}
          data={[...sheets]}
          onChange={(event) => session.giveFormat({ sheet: event.currentTarget.value })}
        />
      )}
      <NumberInput
        size="xs"
        w={130}
        label={t('preview.headerRow')}
        data-format="header"
        min={0}
        max={MOST_LINES}
        allowDecimal={false}
        value={given.headerRow ?? format.layout.headerRow}
        onChange={(value) => {
          if (typeof value === 'number' && value !== (given.headerRow ?? format.layout.headerRow))
            session.giveFormat({ headerRow: value });
        }}
      />
    </Group>
  );
}

function TextControls({ state, session, format }: ReviewProps & { readonly format: TextFormat }) {
  const { t } = useTranslation('data');
  const { given } = state;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('preview.encoding')}
        data-format="encoding"
        value={given.encoding ?? format.encoding}
        data={[...ENCODINGS]}
        onChange={({ currentTarget: { value } }) => {
          const encoding = ENCODINGS.find((one) => one === value);
          if (encoding) session.giveFormat({ encoding });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('preview.delimiterLabel')}
        data-format="delimiter"
        value={given.delimiter ?? format.dialect.delimiter}
        data={ALL_DELIMITERS.map((value) => ({ value, label: t(`preview.delimiter.${value}`) }))}
        onChange={({ currentTarget: { value } }) => {
          const delimiter = ALL_DELIMITERS.find((one) => one === value);
          if (delimiter !== undefined) session.giveFormat({ delimiter });
        }}
      />
    </>
  );
}

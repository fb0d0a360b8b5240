import { Checkbox, Text, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftValue, PartyDraft } from '@/src/app/capture-draft';
import { relationTo } from '@/src/domain/parties/party-update';
import type { Wanted } from '@/src/domain/capture/text/find-spot';
import type { PartyRow } from '@/src/domain/parties/party-row';
import type { Evidenced } from '@/src/domain/records/evidence';
import { EvidenceButton } from '../components/evidence-button';
import { useKindWords } from '../records/kind-words';
import classes from './capture-panel.module.css';

interface Props {
  /** What the card is of: people have other names for some fields. */
  readonly kind: PartyDraft['kind'];
  readonly value: DraftValue;
  readonly update: PartyRow | undefined;
  readonly onChange: (value: DraftValue) => void;
  /** Absent where there is no page to show it on. */
  readonly onShow: ((wanted: Wanted) => void) | undefined;
}

/** One value: take it or not, change it, see where it comes from, and what is on file instead. */
export function DraftValueLine({ kind, value, update, onChange, onShow }: Props) {
  const { t } = useTranslation(['capture', 'shell']);
  const words = useKindWords();
  const label = value.label
    ? t(`phone.${value.label}`)
    : words({ name: kind }).field({ path: value.field, label: undefined });
  const known = useId();
  const relation = update ? relationTo(update, value) : 'adds';
  const held = update && (update.fields as Readonly<Record<string, unknown>>)[value.field];
  const edit = (text: string): void => {
    // What the user changed is the user's; what the page said stays beside it as the source.
    onChange({ ...value, value: text, typed: true, ticked: text.trim() !== '' });
  };
  return (
    <div className={classes['value']} data-field={value.field}>
      <Checkbox
        aria-label={t('shell:labelled', { label, value: value.value })}
        checked={value.ticked}
        disabled={relation === 'same'}
        onChange={(event) => onChange({ ...value, ticked: event.currentTarget.checked })}
      />
      <TextInput
        size="xs"
        aria-label={label}
        leftSection={
          <Text size="xs" c="dimmed" aria-hidden="true" truncate>
            {label}
          </Text>
        }
        leftSectionWidth={74}
        leftSectionProps={{ style: { justifyContent: 'start', paddingInlineStart: 8 } }}
        value={value.value}
        onChange={(event) => edit(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter ends the composition of a Chinese word before it may save.
          if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
        }}
        aria-describedby={relation === 'same' || relation === 'differs' ? known : undefined}
      />
      <EvidenceButton
        label={label}
        evidence={value}
        {...(onShow ? { onShow: ({ snippet }) => onShow({ raw: value.raw, snippet }) } : {})}
      />
      {(relation === 'same' || relation === 'differs') && (
        <Text id={known} size="xs" c="dimmed" style={{ gridColumn: '2 / -1' }}>
          {relation === 'same' ? t('same') : t('differs', { value: (held as Evidenced<string>).value })}
        </Text>
      )}
    </div>
  );
}

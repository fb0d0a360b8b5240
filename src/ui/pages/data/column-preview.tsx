import { Alert, Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ENCODINGS, type Encoding } from '@/src/domain/tabular/text/encoding';
import type { GivenFormat } from '@/src/domain/tabular/sales-file';
import { isRole, missingRoles, ROLES, type Role } from '@/src/domain/tabular/roles/roles';
import classes from './column-preview.module.css';
import { useFormatWords } from './use-format-words';
import type { ImportState } from './use-import';

interface Props {
  readonly state: Extract<ImportState, { step: 'preview' }>;
  readonly onRoles: (position: number, role: Role | undefined) => void;
  readonly onFormat: (given: GivenFormat) => void;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

const SHOWN_ROWS = 5;

/** The columns of a file with what they are taken for, to be corrected before anything is read. */
export function ColumnPreview({ state, onRoles, onFormat, onImport, onCancel }: Props) {
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation();
  const { file, preview, roles } = state;
  const { format } = preview;
  const words = useFormatWords();
  const missing = missingRoles(roles);
  return (
    <Stack gap="sm">
      <Text fw={600} size="lg">
        {t('preview.title')}
      </Text>
      <Group align="end">
        <Text size="sm" c="dimmed">
          {t('preview.lead', { file: file.name, how: words(format) })}
        </Text>
        {format.container === 'text' && (
          <NativeSelect
            size="xs"
            label={t('preview.encoding')}
            value={format.encoding}
            data={[...ENCODINGS]}
            // Safe: the options are encodings.
            onChange={(event) => onFormat({ encoding: event.currentTarget.value as Encoding })}
          />
        )}
      </Group>
      {format.layout.headerRow === 0 && <Text size="sm">{t('preview.noHeader')}</Text>}
      <PreviewTable state={state} onRoles={onRoles} />
      {missing.length > 0 ? (
        <Alert color="orange" role="alert">
          {t('preview.missing', { roles: missing.map((role) => t(`role.${role}`)).join(', ') })}
        </Alert>
      ) : (
        <Text size="sm">{t('preview.ready')}</Text>
      )}
      <Group>
        <Button onClick={onImport} disabled={missing.length > 0} data-autofocus data-action="import">
          {t('preview.import')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function PreviewTable({ state, onRoles }: Pick<Props, 'state' | 'onRoles'>) {
  const { t } = useTranslation(['data', 'shell']);
  const { preview, roles } = state;
  const options = [
    { value: '', label: t('preview.none') },
    ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
  ];
  return (
    <section className={classes['scroller']} tabIndex={0} aria-label={t('preview.sample')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {preview.names.map((name, i) => (
              // Two columns may have one name; their places do not change.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={i} scope="col" data-known={roles[i] !== undefined}>
                <Text size="sm" fw={600} truncate>
                  {name}
                </Text>
                <NativeSelect
                  size="xs"
                  aria-label={t('shell:labelled', { label: t('preview.role'), value: name })}
                  value={roles[i] ?? ''}
                  data={options}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    onRoles(i, isRole(value) ? value : undefined);
                  }}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, SHOWN_ROWS).map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>
              {row.map((cell, j) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

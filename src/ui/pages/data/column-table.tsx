import { NativeSelect, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '@/src/app/import-orders';
import { foldHeader } from '@/src/domain/tabular/roles/fold-header';
import { isRole, ROLES, type Role } from '@/src/domain/tabular/roles/roles';
import classes from './column-table.module.css';
import { useBasisWords } from './use-basis-words';

interface Props {
  readonly opened: OpenedFile;
  /** Without it the columns are those of a dataset and cannot be changed. */
  readonly onRole?: (position: number, role: Role | undefined) => void;
}

const SHOWN_ROWS = 5;

/** The columns of a file with what they are taken for and why, to be corrected, over its first rows. */
export function ColumnTable({ opened, onRole }: Props) {
  const { t } = useTranslation('data');
  const { names, rows } = opened.preview;
  const roles = useMemo(
    () => [{ value: '', label: t('preview.none') }, ...ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))],
    [t],
  );
  const given = { opened, roles, ...(onRole ? { onRole } : {}) };
  return (
    <section className={classes['scroller']} tabIndex={0} aria-label={t('preview.sample')}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {names.map((name, i) => (
              // Two columns may have one name; their places do not change.
              // oxlint-disable-next-line react/no-array-index-key
              <ColumnHead key={i} {...given} name={name} position={i} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN_ROWS).map((row, i) => (
            // Rows and cells are shown as they stand and never move; two may be equal.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>
              {row.map((cell, j) => (
                // As above: the place is all that tells cells apart.
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

interface HeadProps extends Props {
  /** What a column can be taken for, none first. */
  readonly roles: { readonly value: string; readonly label: string }[];
  readonly name: string;
  readonly position: number;
}

function ColumnHead({ opened, roles, name, position, onRole }: HeadProps) {
  const { t } = useTranslation(['data', 'shell']);
  const role = opened.mapping.roles[position];
  return (
    <th scope="col" data-known={role !== undefined}>
      <Text size="sm" fw={600} truncate title={name}>
        {name}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={t('shell:labelled', { label: t('preview.role'), value: name })}
        value={role ?? ''}
        data={roles}
        disabled={!onRole}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onRole?.(position, isRole(value) ? value : undefined);
        }}
      />
      <Why opened={opened} name={name} position={position} />
    </th>
  );
}

/** Why a column is taken for what it is, and what the name of the amount says of it. */
function Why({
  opened,
  name,
  position,
}: {
  readonly opened: OpenedFile;
  readonly name: string;
  readonly position: number;
}) {
  const { t } = useTranslation('data');
  const basis = useBasisWords();
  const { preview, mapping } = opened;
  const reason = preview.why[position];
  const isChosen = mapping.chosen.has(position);
  const guessed = reason && mapping.roles[position] === preview.roles[position] && !isChosen;
  const why = isChosen ? t('preview.chosen') : guessed ? t('preview.why', { word: asWritten(reason.word, name) }) : '';
  const on = mapping.roles[position] === 'amount' ? basis(name) : '';
  return (
    <Text size="xs" c="dimmed" fw={400} truncate data-why>
      {[why, on].filter((part) => part !== '').join(' · ') || '\u00a0'}
    </Text>
  );
}

/** The word as the file has it, where it is the whole name. */
function asWritten(word: string, name: string): string {
  return foldHeader(word) === foldHeader(name) ? name : word;
}

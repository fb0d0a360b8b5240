import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadTogether } from '@/src/app/ports/datasets';
import type { DatasetSource } from '@/src/domain/tabular/dataset.kind';
import { columnsMissing } from '@/src/domain/tabular/join/joined-columns';
import { useInterface } from '../../app-context';
import classes from './joined-files.module.css';
import { useFactsWords } from './use-facts-words';

/** What each of several files gives, what they share, and which were given in vain. */
export function JoinedFiles({ together }: { readonly together: ReadTogether }) {
  const { t } = useTranslation('join');
  const { sources, left, overlapping, basis } = together;
  return (
    <Stack gap={4} data-joined={sources.length}>
      <SourceTable sources={sources} isOld={({ prefix, stored }) => isAmong(basis, prefix, stored)} />
      {overlapping > 0 && (
        <Text size="sm" data-overlapping={overlapping} data-notice="overlapping-orders">
          {t('overlap', { count: overlapping })}
        </Text>
      )}
      {left.length > 0 && (
        <List size="sm">
          {left.map(({ name, why, as = '' }, i) => (
            // The same file may have been given more than twice.
            // oxlint-disable-next-line react/no-array-index-key
            <List.Item key={i} data-left={why}>
              {why === 'same-file' ? t('same', { file: name, as }) : t('empty', { file: name })}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

function isAmong(blobs: readonly string[], prefix: string, { parts }: DatasetSource['stored']): boolean {
  const [part = ''] = Object.keys(parts);
  return blobs.some((blob) => blob.endsWith(`/${prefix}${part}`));
}

interface Props {
  readonly sources: readonly DatasetSource[];
  /** Whether a file was part of the dataset before. */
  readonly isOld?: (source: DatasetSource) => boolean;
}

/** The files of a dataset, a row each, the earliest sales first. */
export function SourceTable({ sources, isOld }: Props) {
  const { t } = useTranslation('join');
  return (
    <section className={classes['scroller']} tabIndex={0} aria-label={t('several', { count: sources.length })}>
      <table className={classes['table']}>
        <thead>
          <tr>
            {(['file', 'rows', 'elsewhere', 'span'] as const).map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow key={source.file.sha256} source={source} all={sources} isOld={isOld?.(source) ?? false} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SourceRow({
  source,
  all,
  isOld,
}: {
  readonly source: DatasetSource;
  readonly all: readonly DatasetSource[];
  readonly isOld: boolean;
}) {
  const { format } = useInterface();
  const { t } = useTranslation(['join', 'data']);
  const words = useFactsWords()(source.facts);
  const missing = columnsMissing(source, all);
  const notes = [
    isOld ? t('before') : '',
    missing.length > 0 ? t('without', { columns: missing.join(t('between')) }) : '',
  ].filter((note) => note !== '');
  const { used, duplicates } = source;
  return (
    <tr data-source={source.file.name}>
      <td>
        {source.file.name}
        {notes.length > 0 && (
          <Text size="xs" c="dimmed">
            {notes.join(' · ')}
          </Text>
        )}
      </td>
      <td data-figure>{t('data:dryRun.usedOf', { used: format.count(used), total: words.total })}</td>
      <td data-figure>{duplicates > 0 ? format.count(duplicates) : '–'}</td>
      <td data-days>{source.facts.firstDay ? t('data:dryRun.days', { first: words.first, last: words.last }) : '–'}</td>
    </tr>
  );
}

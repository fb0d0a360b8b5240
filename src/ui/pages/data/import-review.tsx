import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { missingRoles } from '@/src/domain/tabular/roles/roles';
import { systemOf } from '@/src/domain/tabular/roles/systems/all-systems';
import { useSentence } from '../../components/use-sentence';
import { BasisChoice } from './basis-choice';
import { ColumnTable } from './column-table';
import { DryRun } from './dry-run';
import { FormatControls } from './format-controls';
import classes from './import-review.module.css';
import { mayImport, type ImportSession, type OpenedImport } from './import-session';
import { MisfitFiles } from './misfit-files';
import { ReadingBar } from './reading-bar';
import { TogetherLead } from './together-lead';
import { useFormatWords } from './use-format-words';

export interface ReviewProps {
  readonly state: OpenedImport;
  readonly session: ImportSession;
}

/** What a file was recognised as, why, and what importing it would give. One click says yes. */
export function ImportReview({ state, session }: ReviewProps) {
  const { t } = useTranslation('data');
  const { opened, reading, misfits, onto } = state;
  const { preview, file } = opened;
  const words = useFormatWords();
  return (
    <Stack gap="sm" data-import={reading.is}>
      <div>
        <Text fw={600} size="lg" style={{ overflowWrap: 'anywhere' }}>
          {preview.system === undefined
            ? t('preview.title')
            : t('preview.system', { system: systemOf(preview.system).title })}
        </Text>
        <TogetherLead state={state} />
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {t('preview.lead', { file: file.name, how: words(preview.format) })}
        </Text>
      </div>
      {misfits.length > 0 && <MisfitFiles misfits={misfits} session={session} />}
      <FormatControls state={state} session={session} />
      {preview.format.layout.headerRow === 0 && <Text size="sm">{t('preview.noHeader')}</Text>}
      <ColumnTable
        opened={opened}
        {...(onto ? {} : { onRole: (position, role) => session.giveRole(position, role) })}
      />
      {!onto && <BasisChoice state={state} session={session} />}
      <Outcome state={state} session={session} />
      <Actions state={state} session={session} />
    </Stack>
  );
}

/** What is missing, what is under way, what went wrong, or what would come of it. */
function Outcome({ state, session }: ReviewProps) {
  const { t } = useTranslation('data');
  const { t: join } = useTranslation('join');
  const sentence = useSentence();
  const { opened, reading, error } = state;
  const missing = missingRoles(opened.mapping.roles);
  if (missing.length > 0)
    return (
      <Alert color="orange" role="alert">
        {t('preview.missing', { roles: missing.map((role) => t(`role.${role}`)).join(', ') })}
      </Alert>
    );
  if (reading.is === 'failed')
    return (
      <Alert color="red" role="alert">
        {reading.error.file === undefined
          ? sentence(reading.error)
          : join('unread', { file: reading.error.file, reason: sentence(reading.error) })}
      </Alert>
    );
  return (
    <>
      {reading.is === 'read' ? (
        <DryRun state={state} session={session} staged={reading.staged} />
      ) : (
        <ReadingBar state={state} />
      )}
      {error && (
        <Alert color="red" role="alert">
          {sentence(error)}
        </Alert>
      )}
    </>
  );
}

function Actions({ state, session }: ReviewProps) {
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation();
  const { t: join } = useTranslation('join');
  const { reading, wanted } = state;
  const isSaving = wanted && reading.is === 'read';
  return (
    <Group className={classes['actions'] ?? ''}>
      <Button
        onClick={() => session.import()}
        disabled={!mayImport(state)}
        loading={wanted}
        data-autofocus
        data-action="import"
      >
        {state.onto ? join('append') : t('preview.import')}
      </Button>
      <Button variant="default" onClick={() => session.cancel()} disabled={isSaving} data-action="cancel">
        {reading.is === 'reading' ? t('stop') : shell('action.cancel')}
      </Button>
      {reading.is === 'read' && (
        <Text size="sm" c="dimmed">
          {mayImport(state) ? t('preview.ready') : needsCurrency(state) && t('dryRun.currencyFirst')}
        </Text>
      )}
    </Group>
  );
}

function needsCurrency({ currencies, currency, rates }: OpenedImport): boolean {
  return currencies.length > 1 && currency === undefined && rates === undefined;
}

import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import { exportedFields } from '@/src/domain/people/exported-fields';
import { stakeholder } from '@/src/domain/people/stakeholder.kind';
import { useInterface } from '../../app-context';
import { useKindReading } from '../../records/use-kind-reading';

/** The chain as a file: as it may be shown around, or with what we think of people, after a warning. */
export function ExportPeople({ chain }: { chain: PeopleOf }) {
  const { app, tell } = useInterface();
  const { t } = useTranslation('people');
  const { t: records } = useTranslation('records');
  const reading = useKindReading(stakeholder);
  if (!reading) return null;
  const { words, fields } = reading;
  const save = (what: 'clean' | 'whole'): void => {
    const kept = new Set(exportedFields(what));
    const columns = fields
      .filter(({ path }) => kept.has(path))
      .map((field) => ({ heading: words.field(field), field }));
    const count = app.records.exportTable({
      kind: stakeholder.name,
      columns,
      rows: chain.seats,
      reading: reading.reading,
    });
    tell({ text: records('exported', { count, number: count }) });
  };
  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={() => save('clean')} data-export="clean">
        {t('export.clean')}
      </Button>
      <Popover width={280} withArrow trapFocus>
        <Popover.Target>
          <Button size="compact-sm" variant="subtle" data-export="whole">
            {t('export.whole')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="xs">
            <Text size="sm">{t('export.warn')}</Text>
            <Button size="compact-sm" color="red" onClick={() => save('whole')} data-export="confirm">
              {t('export.confirm')}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

import { Anchor, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NAMELESS } from '@/src/app/acting';
import type { CategoryArchive, IndexLine } from '@/src/app/archive-uses';
import { archiveItem, categoryNumber, codeOf } from '@/src/domain/archive/archive-item.kind';
import { useInterface } from '../../app-context';
import { useKindWords } from '../../records/kind-words';
import { addressOf } from '../../shell/address-of';

/** The index (卷内目录) of the categories that have something in them, each in its own order. */
export function ArchiveIndex({ categories }: { categories: readonly CategoryArchive[] }) {
  const { t } = useTranslation('archive');
  const { choice, empty } = useKindWords()(archiveItem);
  const filled = categories.filter(({ lines }) => lines.length > 0);
  return (
    <section aria-label={t('index')}>
      <Title order={2} size="h4" mb="xs">
        {t('index')}
      </Title>
      {filled.length === 0 && <Text c="dimmed">{categories.length === 1 ? t('noItems') : empty}</Text>}
      <Stack gap="md">
        {filled.map(({ category, lines }) => (
          <Stack key={category} gap={4} data-index={category}>
            <Title order={3} size="h6">
              {t('category', { number: categoryNumber(category), name: choice('category', category) })}
            </Title>
            <List listStyleType="none" spacing={4}>
              {lines.map((line) => (
                <List.Item key={line.item.id}>
                  <Line line={line} />
                </List.Item>
              ))}
            </List>
          </Stack>
        ))}
      </Stack>
    </section>
  );
}

function Line({ line: { item, isClosed } }: { line: IndexLine }) {
  const { format } = useInterface();
  const { t } = useTranslation('archive');
  const { t: records } = useTranslation('records');
  const words = useKindWords()(archiveItem);
  const { fields, state } = item;
  const code = codeOf(fields) ?? t('noCode');
  const address = addressOf(archiveItem, item.id);
  if (isClosed)
    return (
      <Anchor href={address} size="sm" data-closed={item.id}>
        {t('closedItem', { code })}
      </Anchor>
    );
  const day = fields.signedOn ? t('signedOn', { day: format.day(fields.signedOn) }) : format.day(fields.documentDay);
  return (
    <>
      <Anchor href={address} size="sm" style={{ overflowWrap: 'anywhere' }}>
        {code} {fields.title}
      </Anchor>
      <Text size="xs" c="dimmed">
        {[words.state(state), day, fields.owner === NAMELESS ? records('me') : fields.owner].join(' · ')}
      </Text>
    </>
  );
}

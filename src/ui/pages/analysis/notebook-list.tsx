import { Box, NavLink, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../shell/route';

/** A notebook as lists call it. */
export interface ListedNotebook {
  /** What the address calls it. */
  readonly id: string;
  readonly title: string;
  readonly group: 'shipped' | 'own';
}

interface Props {
  readonly notebooks: readonly ListedNotebook[];
  readonly open: string;
  readonly dataset: string;
  readonly onOpen: (id: string) => void;
}

/** The notebooks there are: a list beside the one that is open, or a choice where the page is narrow. */
export function NotebookList({ notebooks, open, dataset, onOpen }: Props) {
  const { t } = useTranslation(['notebook-page', 'analysis-page']);
  const groups = (['shipped', 'own'] as const)
    .map((group) => ({ group, items: notebooks.filter((one) => one.group === group) }))
    .filter(({ items }) => items.length > 0);
  return (
    <Box>
      <Stack component="nav" gap={2} visibleFrom="lg" aria-label={t('analysis-page:notebooks')}>
        {groups.map(({ group, items }) => (
          <Box key={group} role="group" aria-label={t(`group.${group}`)}>
            <Text size="xs" c="dimmed" mt="xs" mb={4}>
              {t(`group.${group}`)}
            </Text>
            {items.map(({ id, title }) => (
              <NavLink
                key={id}
                href={hashOf(['analysis', id], { dataset })}
                label={title}
                active={id === open}
                aria-current={id === open ? 'page' : undefined}
                data-notebook-link={id}
              />
            ))}
          </Box>
        ))}
      </Stack>
      <Box hiddenFrom="lg">
        <Select
          size="sm"
          label={t('analysis-page:notebooks')}
          allowDeselect={false}
          data={groups.map(({ group, items }) => ({
            group: t(`group.${group}`),
            items: items.map(({ id, title }) => ({ value: id, label: title })),
          }))}
          value={open}
          onChange={(id) => id !== null && onOpen(id)}
        />
      </Box>
    </Box>
  );
}

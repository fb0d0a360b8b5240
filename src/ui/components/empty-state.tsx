import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A room with nothing in it yet: what it is for, and the way to fill it. */
export function EmptyState({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Stack gap="xs" maw={560}>
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text>{text}</Text>
      {children}
    </Stack>
  );
}

import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  /** Names the section for links and tests. */
  readonly name: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One sort of work of the day under its heading. */
export function TodaySection({ name, title, children }: Props) {
  return (
    <section aria-labelledby={name}>
      <Title order={2} size="h4" id={name} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './work-line.module.css';

/** Lines of work, one under the other. */
export function WorkLines({ children }: { readonly children: ReactNode }) {
  return <ul className={classes['lines']}>{children}</ul>;
}

interface Props {
  /** What it is about, and where that is. */
  readonly title: string;
  readonly href: string | undefined;
  /** What has to be done. */
  readonly what: string;
  /** How late it is, where it is. */
  readonly late?: string;
  /** What else is known, dimmed. */
  readonly rest?: string;
  /** What one click does about it. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

/** One line of work: what it is about, what has to be done, how late it is, and the button that does it. */
export function WorkLine({ title, href, what, late, rest, act }: Props) {
  const { t } = useTranslation('board');
  return (
    <li className={classes['line']}>
      <Group gap={8} align="baseline" className={classes['words'] ?? ''}>
        <Anchor href={href} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Anchor>
        <Text span size="sm">
          {what}
        </Text>
        {late !== undefined && (
          <Badge color="orange" variant="light" className={classes['late'] ?? ''}>
            {late}
          </Badge>
        )}
        {rest !== undefined && (
          <Text span size="xs" c="dimmed">
            {rest}
          </Text>
        )}
      </Group>
      {act && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes['act'] ?? ''}
          aria-label={t('actOn', { act: act.label, title })}
          onClick={act.run}
        >
          {act.label}
        </Button>
      )}
    </li>
  );
}

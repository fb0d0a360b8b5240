import { ActionIcon, Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './record-board.module.css';

/** Where a card can be brought by its menu. */
export interface MoveOption {
  readonly key: string | undefined;
  readonly label: string;
  /** What it will ask for, or why it is forbidden. */
  readonly hint: string;
  readonly forbidden: boolean;
}

interface Props {
  readonly title: string;
  /** Undefined while the menu is closed. */
  readonly options: readonly MoveOption[] | undefined;
  readonly onOpen: () => Promise<void>;
  readonly onClose: () => void;
  readonly onMove: (key: string | undefined) => void;
}

/**
 * The ways out of a card, those that are forbidden with their reason. Closed it is its button only: cards are many. Open it
 * stays where it is, with the keyboard, though its card is out of sight.
 */
export function MoveMenu({ title, options, onOpen, onClose, onMove }: Props) {
  const { t } = useTranslation('board');
  const button = { size: 'sm', variant: 'subtle', 'aria-label': t('moveCard', { title }) } as const;
  const dots = <span aria-hidden="true">⋯</span>;
  if (!options) {
    return (
      <ActionIcon {...button} aria-haspopup="menu" aria-expanded={false} onClick={() => void onOpen()}>
        {dots}
      </ActionIcon>
    );
  }
  const nowhere: MoveOption = { key: undefined, label: t('nowhere'), hint: '', forbidden: true };
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-end"
      width={260}
      returnFocus={false}
      hideDetached={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon {...button}>{dots}</ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {(options.length > 0 ? options : [nowhere]).map(({ key, label, hint, forbidden }, i) => (
          // Forbidden ones can be reached, so that their reason can be read by everybody.
          <Menu.Item
            key={key ?? ''}
            renderRoot={(props) => <button {...props} aria-disabled={forbidden} />}
            closeMenuOnClick={!forbidden}
            data-autofocus={i === 0 || undefined}
            className={classes['option'] ?? ''}
            onClick={forbidden ? undefined : () => onMove(key)}
          >
            <Text span size="sm" display="block">
              {label}
            </Text>
            {hint !== '' && (
              <Text span size="xs" c="dimmed" display="block">
                {hint}
              </Text>
            )}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

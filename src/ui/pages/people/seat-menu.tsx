import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PeopleOf } from '@/src/app/read-people';
import type { StakeholderRow } from '@/src/domain/people/stakeholder.kind';
import { hashOf } from '../../shell/route';
import { usePeopleWrites } from './use-people-writes';
import { useSeatWords } from './use-seat-words';

export interface SeatMenuProps {
  readonly chain: PeopleOf;
  readonly seat: StakeholderRow;
  readonly onEdit: (seat: StakeholderRow) => void;
  readonly onConnect: (seat: StakeholderRow) => void;
}

/**
 * All that can be done with a seat. `nokey`, `nodrag`: the map leaves keys and pointer to it. It stays open, and keeps the
 * keyboard, when the map moves the card of the seat out of sight.
 */
export function SeatMenu({ chain, seat, onEdit, onConnect }: SeatMenuProps) {
  const { t } = useTranslation('people');
  const words = useSeatWords(chain);
  const writes = usePeopleWrites(chain);
  const { person } = seat.fields;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} hideDetached={false}>
      <Menu.Target>
        <ActionIcon
          size="md"
          variant="subtle"
          className="nokey nodrag nopan"
          aria-label={t('menu', { name: words.called(seat) })}
          data-menu={seat.id}
        >
          <span aria-hidden="true">⋯</span>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className="nokey nodrag nopan">
        <Menu.Item data-way="edit" onClick={() => onEdit(seat)}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item data-way="connect" onClick={() => onConnect(seat)}>
          {t('connect')}
        </Menu.Item>
        {person && (
          <Menu.Item component="a" href={hashOf(['accounts', 'people', person])}>
            {t('openPerson')}
          </Menu.Item>
        )}
        <Menu.Item data-way="remove" onClick={() => void writes.remove([seat])}>
          {t('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

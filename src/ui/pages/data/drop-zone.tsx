import { Button, FileButton, Stack, Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import classes from './drop-zone.module.css';

interface Props {
  /** One file, or all of them where several are taken. */
  readonly onFiles: (files: readonly File[]) => void;
  readonly several?: boolean;
  readonly label: string;
  readonly hint: string;
  /** Endings of names and media types, as the browser's own dialog wants them. */
  readonly accept: string;
}

/** Takes files by dropping or by choosing them. */
export function DropZone({ onFiles, several = false, label, hint, accept }: Props) {
  const { tell } = useInterface();
  const { t } = useTranslation('data');
  const { t: join } = useTranslation('join');
  const [over, setOver] = useState(false);
  const choose = (files: readonly File[]): void => {
    if (files.length > 0) onFiles(several ? files : files.slice(0, 1));
  };
  const action = several ? join('choose') : t('choose');
  const take = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (!several && files.length > 1) tell({ text: t('tooMany'), tone: 'bad' });
    choose(files);
  };
  return (
    <div
      className={classes['zone']}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <Stack gap="xs" align="center">
        <Text fw={600}>{label}</Text>
        <Text size="sm" c="dimmed" ta="center">
          {hint}
        </Text>
        <FileButton
          multiple={several}
          onChange={(files) => choose([files ?? []].flat())}
          accept={accept}
          inputProps={{ 'aria-label': action }}
        >
          {(props) => <Button {...props}>{action}</Button>}
        </FileButton>
      </Stack>
    </div>
  );
}

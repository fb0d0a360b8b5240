import { Button, FileButton, Stack, Text } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useInterface } from '../../app-context';
import classes from './drop-zone.module.css';

interface Props {
  readonly onFile: (file: File) => void;
  readonly label: string;
  readonly hint: string;
  /** Endings of names and media types, as the browser's own dialog wants them. */
  readonly accept: string;
}

/** Takes a file by dropping it or by choosing it. */
export function DropZone({ onFile, label, hint, accept }: Props) {
  const { tell } = useInterface();
  const { t } = useTranslation('data');
  const [over, setOver] = useState(false);
  const take = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file, ...more] = event.dataTransfer.files;
    if (more.length > 0) tell({ text: t('tooMany'), tone: 'bad' });
    if (file) onFile(file);
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
          onChange={(file) => file && onFile(file)}
          accept={accept}
          inputProps={{ 'aria-label': t('choose') }}
        >
          {(props) => <Button {...props}>{t('choose')}</Button>}
        </FileButton>
      </Stack>
    </div>
  );
}

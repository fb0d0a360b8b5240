import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A message, a signature, an address or a list, to be read like a page. */
export function PasteBox({ onRead }: { onRead: (text: string) => void }) {
  const { t } = useTranslation('capture');
  const [text, setText] = useState('');
  const isEmpty = text.trim() === '';
  return (
    <Stack gap={6} component="section" data-paste="">
      <Textarea
        label={t('paste.title')}
        description={t('paste.text')}
        placeholder={t('paste.example')}
        autosize
        minRows={3}
        maxRows={12}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isEmpty) onRead(text);
        }}
      />
      <Group>
        <Button size="xs" disabled={isEmpty} onClick={() => onRead(text)}>
          {t('paste.read')}
        </Button>
      </Group>
    </Stack>
  );
}

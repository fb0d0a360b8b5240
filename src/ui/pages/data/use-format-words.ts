import { useTranslation } from 'react-i18next';
import type { FileFormat } from '@/src/domain/tabular/sales-file';

/** How a file is read, in a few words: its encoding and delimiter, or what kind of workbook and which sheets. */
export function useFormatWords(): (format: FileFormat) => string {
  const { t } = useTranslation('data');
  return (format) =>
    // What the first versions stored names no container: it was always text.
    'sheets' in format
      ? [t(`preview.container.${format.container}`), ...format.sheets].join(' · ')
      : `${format.encoding} · ${t(`preview.delimiter.${format.dialect.delimiter}`)}`;
}

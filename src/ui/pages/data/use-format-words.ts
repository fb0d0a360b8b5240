import { useTranslation } from 'react-i18next';
import type { FileFormat } from '@/src/domain/tabular/sales-file';

/** How a file is read, in a few words: its encoding and delimiter, or what kind of workbook and which sheets. */
export function useFormatWords(): (format: FileFormat) => string {
  const { t } = useTranslation('data');
  return (format) =>
    format.container === 'text'
      ? `${format.encoding}, ${t(`preview.delimiter.${format.dialect.delimiter}`)}`
      : [t(`preview.container.${format.container}`), ...format.sheets].join(', ');
}

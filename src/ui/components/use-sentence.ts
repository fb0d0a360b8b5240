import { useTranslation } from 'react-i18next';
import type shell from '@/src/locales/en/shell.json';

type Code = keyof (typeof shell)['error'];

/** An error of any use case as one plain sentence. The compiler proves that every code has one. */
export function useSentence(): (error: { readonly code: Code }) => string {
  const { t } = useTranslation();
  return (error) => t(`error.${error.code}`, { detail: '', name: '', allowed: '', ...error });
}

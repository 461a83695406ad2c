import { useLanguage } from './language.tsx';
import { RefusalError } from './refusal-error.ts';

/** The server's sentence for one place of what was sent (`body.login`), to stand beside that field. */
export function useRefusalAt(error: unknown): (where: string) => string | undefined {
  const { language } = useLanguage();
  return (where) => (error instanceof RefusalError && error.where === where ? error.sentence[language] : undefined);
}

import { Button } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';
import { useLanguage, useText } from './language.tsx';
import { NetworkError, RefusalError, ServerFault } from './refusal-error.ts';

/** What happened, where, and what to do; stands in the place where the answer would have stood. */
export function ErrorNotice({
  error,
  onRetry,
  marked = false,
}: {
  error: unknown;
  onRetry?: () => void;
  /** The field concerned shows it too (refusal-at.ts), so the place needs no name. */
  marked?: boolean;
}) {
  const t = useText();
  const { language } = useLanguage();
  const retry = onRetry ? (
    <Button variant="default" onClick={onRetry}>
      {t('error.retry')}
    </Button>
  ) : null;
  if (error instanceof RefusalError) {
    return (
      <Notice tone="danger" title={error.sentence[language]} actions={error.status >= 429 ? retry : null} alert>
        {error.where && !marked ? <p>{t('error.where', { where: error.where })}</p> : null}
      </Notice>
    );
  }
  if (error instanceof NetworkError) {
    return (
      <Notice tone="danger" title={t('error.network.title')} actions={retry} alert>
        <p>{t('error.network.text')}</p>
      </Notice>
    );
  }
  if (error instanceof ServerFault) {
    return (
      <Notice tone="danger" title={t('error.fault.title')} actions={retry} alert>
        <p>{t('error.fault.text', { code: error.status })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="danger"
      title={t('error.screen.title')}
      alert
      actions={
        <Button variant="default" onClick={() => location.reload()}>
          {t('error.reload')}
        </Button>
      }
    >
      <p>{t('error.screen.text')}</p>
    </Notice>
  );
}

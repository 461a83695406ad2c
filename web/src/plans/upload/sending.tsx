import { Button } from '@mantine/core';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { RefusalError } from '../../platform/refusal-error.ts';
import { ProgressLine } from '../../ui/progress-line.tsx';
import type { UploadState } from './use-upload.ts';

/** The file on its way; when it was not taken, why, and the two ways on. */
export function Sending({ sending }: { sending: UploadState }) {
  const t = useText();
  const name = sending.file?.name ?? '';
  if (sending.error) {
    return (
      <>
        <h2>{t('upload.refused.title', { name })}</h2>
        <ErrorNotice error={sending.error} />
        <Button.Group>
          {sending.error instanceof RefusalError && sending.error.status < 429 ? null : (
            <Button onClick={sending.retry}>{t('upload.retry')}</Button>
          )}
          <Button variant="default" onClick={sending.reset}>
            {t('upload.again')}
          </Button>
        </Button.Group>
      </>
    );
  }
  const percent = Math.floor(sending.share * 100);
  return (
    <>
      <h2>{name}</h2>
      <div style={{ marginBlock: 12 }}>
        <ProgressLine
          share={sending.share}
          label={t('upload.sending.label', { name })}
          words={t('upload.sending', { percent })}
        />
      </div>
      <Button variant="default" onClick={sending.reset}>
        {t('upload.cancel')}
      </Button>
    </>
  );
}

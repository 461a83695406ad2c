import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { HistoryList } from '../../platform/history/history-list.tsx';
import { useText } from '../../platform/language.tsx';
import { officeHistoryQuery } from '../agencies.queries.ts';
import type { ShownRecord } from './edit-context.ts';

/** What stood in a record before, who changed it, and when. */
export function HistoryDialog({
  placeId,
  record,
  name,
  onClose,
}: {
  placeId: string;
  record: ShownRecord;
  name: string;
  onClose: () => void;
}) {
  const t = useText();
  const found = useQuery(officeHistoryQuery(placeId, record));
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('history.of', { name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <HistoryList entries={found.data.entries} tellWhat={({ what }) => t(`history.what.${what}`)} />
      ) : found.error ? null : (
        <output>{t('app.loading', { what: t('history.title') })}</output>
      )}
    </Modal>
  );
}

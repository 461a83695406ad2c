import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { PageLink } from '../../platform/links.tsx';
import { DocumentLink } from '../document-link.tsx';
import { topTasksQuery } from '../law.queries.ts';
import classes from '../law.module.css';

export interface Drilled {
  readonly higherId: string;
  readonly dutyId: string;
  readonly duty: string;
  readonly placeId: string;
  readonly place: string;
  readonly level: 'province' | 'commune';
}

/** The sentences behind one cell; each leads to its thread and to its plan. */
export function TopTasksDialog({ drilled, onClose }: { drilled: Drilled; onClose: () => void }) {
  const t = useText();
  const { higherId, dutyId, placeId, level } = drilled;
  const found = useQuery(topTasksQuery(higherId, { dutyId, placeId, level }));
  return (
    <Modal opened onClose={onClose} title={drilled.place} size="lg" closeButtonProps={{ 'aria-label': t('app.close') }}>
      <p className={classes['soft']}>{drilled.duty}</p>
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data ? (
        <ul className={classes['list']}>
          {found.data.tasks.map(({ taskId, words, plan }) => (
            <li key={taskId}>
              <PageLink to="/mach/$itemId" params={{ itemId: taskId }}>
                {words}
              </PageLink>{' '}
              <span className={classes['soft']}>
                {plan.placeName} · <DocumentLink document={plan} short />
              </span>
            </li>
          ))}
          {found.data.more > 0 ? <li>{t('law.more', { count: found.data.more })}</li> : null}
        </ul>
      ) : null}
    </Modal>
  );
}

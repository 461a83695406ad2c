import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { HistoryList } from '../../platform/history/history-list.tsx';
import { useText } from '../../platform/language.tsx';
import classes from '../agencies.module.css';
import { agencyHistoryQuery } from '../agencies.queries.ts';

/** What was changed about the agency: who, when, by which document, and what stood there before; asked when opened. */
export function AgencyPast({ agencyId }: { agencyId: string }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  return (
    <section className={classes['section']} aria-labelledby="da-sua">
      <h2 id="da-sua">{t('register.past')}</h2>
      <details className={classes['past']} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t('place.changes.each')}</summary>
        {opened ? <EachChange agencyId={agencyId} /> : null}
      </details>
    </section>
  );
}

function EachChange({ agencyId }: { agencyId: string }) {
  const t = useText();
  const found = useQuery(agencyHistoryQuery(agencyId));
  if (found.error) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <output>{t('app.loading', { what: t('history.title') })}</output>;
  const { entries } = found.data;
  if (entries.length === 0) return <p className={classes['soft']}>{t('place.changes.each.none')}</p>;
  return (
    <HistoryList
      entries={entries}
      tellWhat={({ what, kind, received }) =>
        t('place.changes.one', {
          what: t(`register.past.${kind}`),
          name: t(received ? 'register.past.received' : `history.what.${what}`).toLowerCase(),
        })
      }
    >
      {({ decision }) => (
        <p>
          {decision === null
            ? t('register.past.unknown')
            : t('place.changes.by', { number: decision.number, day: formatDay(decision.day) })}
          {decision?.link ? (
            <>
              {' '}
              <a className={classes['source']} href={decision.link} target="_blank" rel="noreferrer">
                {t('decision.open')}
              </a>
            </>
          ) : null}
        </p>
      )}
    </HistoryList>
  );
}

import type { ConsolidationPage as Page } from '@mangnon/domain/reports/consolidation.api.ts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay, formatInstant, formatNumber } from '../../platform/format.ts';
import { useLanguage, useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ConsolidationPapers } from '../papers/report-papers.tsx';
import { CellDialog } from './cell.dialog.tsx';
import { consolidationQuery } from './consolidation.queries.ts';
import { nameCells } from './figure-words.ts';
import { Rates, Totals } from './totals.tsx';
import { Words } from './words.tsx';
import classes from './consolidation.module.css';

const route = getRouteApi('/frame/che-do-bao-cao/$regimeId/tong-hop/$dueOn');

/** What the reports of one due day add up to at this moment, and the words that go with it. */
export function ConsolidationPage() {
  const t = useText();
  const { regimeId, dueOn } = route.useParams();
  const page = useQuery(consolidationQuery(regimeId, dueOn));
  if (page.data) return <ConsolidationView key={`${regimeId} ${dueOn}`} page={page.data} />;
  if (!page.error) return <output>{t('app.loading', { what: t('sums.what') })}</output>;
  return (
    <>
      <Crumbs trail={[{ label: t('reports.title'), to: '/che-do-bao-cao' }]} here={t('sums.title')} />
      <PageHeading title={t('error.title')} />
      <ErrorNotice error={page.error} onRetry={() => void page.refetch()} />
    </>
  );
}

function ConsolidationView({ page }: { page: Page }) {
  const t = useText();
  const { language } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const { regime, period, completeness, can } = page;
  const title = t('sums.here', { period: period.label });
  return (
    <>
      <Crumbs
        trail={[
          { label: t('reports.title'), to: '/che-do-bao-cao' },
          {
            label: t('reports.due', { day: formatDay(period.dueOn) }),
            to: '/che-do-bao-cao/$regimeId',
            params: { regimeId: regime.id },
          },
        ]}
        here={title}
      />
      <PageHeading
        title={title}
        state={t('sums.state', { plan: regime.planNumber ?? regime.planTitle, due: formatDay(period.dueOn) })}
      />
      {page.locked === null ? null : <Locked page={page} locked={page.locked} />}
      <section className={classes['part']}>
        <p>{t('sums.received', { accepted: completeness.accepted, due: completeness.due, sent: completeness.sent })}</p>
        <Lacking page={page} />
      </section>
      <section className={classes['part']}>
        <h2>{t('sums.figures')}</h2>
        {page.tables.length === 0 ? (
          <EmptyState title={t('sums.noForm')}>{t('sums.noForm.text')}</EmptyState>
        ) : (
          <Totals page={page} onOpen={setOpen} />
        )}
      </section>
      <Rates page={page} />
      {can.edit ? <Words page={page} /> : null}
      <ConsolidationPapers regimeId={regime.id} dueOn={period.dueOn} />
      {open === null ? null : (
        <CellDialog
          regimeId={regime.id}
          dueOn={period.dueOn}
          cellKey={open}
          name={nameCells(page).get(open)?.[language] ?? open}
          canEdit={can.edit}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** The units that have not sent, by name, and those that wait to be accepted. */
function Lacking({ page: { units } }: { page: Page }) {
  const t = useText();
  if (units.length === 0) return <p className={classes['soft']}>{t('sums.nobodyDue')}</p>;
  const name = (all: Page['units']) => all.map(({ unit }) => unit.name).join('; ');
  const lacking = units.filter(({ state }) => state === null);
  const waiting = units.filter(({ state }) => state === 'sent');
  return (
    <>
      {lacking.length === 0 ? (
        <p className={classes['lacking']}>{t('sums.nobodyLacks')}</p>
      ) : (
        <p className={classes['lacking']}>
          <strong>{t('sums.lacking')}:</strong> {name(lacking)}.
        </p>
      )}
      {waiting.length === 0 ? null : (
        <p className={classes['lacking']}>
          <strong>{t('sums.waiting')}:</strong> {name(waiting)}.
        </p>
      )}
    </>
  );
}

function Locked({ page, locked }: { page: Page; locked: NonNullable<Page['locked']> }) {
  const t = useText();
  const { language } = useLanguage();
  const names = nameCells(page);
  const write = (amount: number | null) =>
    amount === null ? t('sums.state.no_report') : formatNumber(amount, language);
  const { version, number, lockedBy, lockedAt, differences } = locked;
  return (
    <Notice
      tone={differences.length === 0 ? 'calm' : 'doubt'}
      title={t('sums.locked', {
        version,
        number: number ?? t('sums.locked.noNumber'),
        name: lockedBy,
        at: formatInstant(lockedAt),
      })}
    >
      {differences.length === 0 ? (
        <p>{t('sums.locked.same')}</p>
      ) : (
        <>
          <p>{t('sums.locked.differs', { units: differences[0]?.units.join('; ') ?? '' })}</p>
          <ul>
            {differences.map(({ key, was, is }) => (
              <li key={key}>
                {t('sums.difference', { cell: names.get(key)?.[language] ?? key, was: write(was), is: write(is) })}
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}

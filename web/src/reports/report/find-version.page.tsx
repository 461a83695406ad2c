import { openVersion } from '@mangnon/domain/reports/versions.api.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { Crumbs } from '../../platform/crumbs.tsx';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { findVersionQuery } from '../reports.queries.ts';
import { useReportAct } from '../use-report-act.ts';

const route = getRouteApi('/frame/che-do-bao-cao/$regimeId/bao-cao');
const to = '/bao-cao/$versionId';

/** The way from the board to the report of a unit: to its newest version, or to where it is begun. */
export function FindVersionPage() {
  const t = useText();
  const navigate = useNavigate();
  const { regimeId } = route.useParams();
  const { han, coQuan, diaBan } = route.useSearch();
  const unit = { agencyId: coQuan, placeId: diaBan };
  const found = useQuery(findVersionQuery(regimeId, { dueOn: han, ...unit }));
  // The same at each try: a repeated request begins nothing twice.
  const [id] = useState(() => crypto.randomUUID());
  const open = useReportAct(
    () => call(openVersion, { params: { regimeId }, body: { id, unit, dueOn: han } }),
    ({ versionId }) => void navigate({ to, params: { versionId }, replace: true }),
  );
  const day = formatDay(han);
  const last = found.data?.versions.at(-1);
  if (last !== undefined && !open.isPending) {
    return <Navigate to={to} params={{ versionId: last.id }} replace />;
  }
  return (
    <>
      <Crumbs trail={[{ label: t('reports.title'), to: '/che-do-bao-cao' }]} here={t('version.one')} />
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {open.error ? <ErrorNotice error={open.error} /> : null}
      {found.data === undefined ? (
        found.error ? null : (
          <output>{t('app.loading', { what: t('version.one') })}</output>
        )
      ) : (
        <>
          <PageHeading
            title={t('version.none', { day })}
            state={t(found.data.can.open ? 'version.open.text' : 'version.none.text')}
            action={
              found.data.can.open ? (
                <Button disabled={open.isPending} onClick={() => open.mutate()}>
                  {t('version.open')}
                </Button>
              ) : null
            }
          />
        </>
      )}
    </>
  );
}

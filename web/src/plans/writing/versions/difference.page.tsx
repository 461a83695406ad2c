import type { Difference } from '@mangnon/domain/plans/writing/versions.api.ts';
import { Checkbox } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Crumbs } from '../../../platform/crumbs.tsx';
import { ErrorNotice } from '../../../platform/error-notice.tsx';
import { useText } from '../../../platform/language.tsx';
import { PageHeading } from '../../../platform/page-heading.tsx';
import { manuscriptDifferenceQuery, planDifferenceQuery } from '../writing.queries.ts';
import { DifferenceTable } from './difference-table.tsx';

const ofManuscript = getRouteApi('/frame/ke-hoach/soan-thao/$manuscriptId/so-sanh');
const ofPlan = getRouteApi('/frame/ke-hoach/$planId/so-sanh');

export function ManuscriptDifferencePage() {
  const { manuscriptId } = ofManuscript.useParams();
  return <DifferenceView difference={useQuery(manuscriptDifferenceQuery(manuscriptId))} />;
}

export function PlanDifferencePage() {
  const { planId } = ofPlan.useParams();
  return <DifferenceView difference={useQuery(planDifferenceQuery(planId))} />;
}

/** The old version on the left, the new one on the right, part by part. */
function DifferenceView({ difference }: { difference: UseQueryResult<Difference> }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const { data, error } = difference;
  const changed = data?.rows.filter(({ state }) => state !== 'same') ?? [];
  return (
    <>
      <Crumbs trail={[{ label: t('plans.title'), to: '/ke-hoach' }]} here={t('writing.compare')} />
      <PageHeading
        title={t('writing.compare')}
        state={
          data
            ? t(`writing.compare.${data.relation}`, {
                count: changed.length,
                plan: data.earlier.number ?? data.earlier.title,
              })
            : undefined
        }
      />
      {error ? <ErrorNotice error={error} onRetry={() => void difference.refetch()} /> : null}
      {data ? (
        <>
          <Checkbox
            className="not-printed"
            mb="sm"
            label={t('writing.compare.all')}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
          <DifferenceTable rows={all ? data.rows : changed} />
        </>
      ) : null}
    </>
  );
}

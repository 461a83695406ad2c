import type { UnitTasks } from '@mangnon/domain/tasks/units.api.ts';
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { ProgressPapers } from '../list/progress-papers.tsx';
import { overviewQuery } from '../tasks.queries.ts';

/** The progress list of a unit on paper, of each plan whose tasks it has. */
export function UnitPapers({ unit, today }: Pick<UnitTasks, 'unit' | 'today'>) {
  const t = useText();
  const { agencyId, placeId } = unit;
  const { data, error, refetch } = useQuery(overviewQuery({ agencyId, placeId }, 'plan'));
  const [chosen, setChosen] = useState('');
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const plans = data?.groups ?? [];
  const planId = plans.find(({ key }) => key === chosen)?.key ?? plans[0]?.key;
  if (planId === undefined) return null;
  return (
    <>
      {plans.length === 1 ? null : (
        <NativeSelect
          className="not-printed"
          label={t('taskList.plan')}
          value={planId}
          data={plans.map(({ key, name }) => ({ value: key, label: name.slice(0, 160) }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <ProgressPapers planId={planId} unit={unit} today={today} />
    </>
  );
}

import { canInspect } from '@mangnon/domain/inspections/can-inspect.ts';
import { planVisits, type Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { ErrorNotice } from '../../platform/error-notice.tsx';
import { useText } from '../../platform/language.tsx';
import { useTaskAct } from '../../tasks/task/use-task-act.ts';
import { VisitChoice } from '../edit/visit-choice.tsx';
import { choicesQuery } from '../inspections.queries.ts';

/** Plans one more visit, to a unit of the list or to a new one. */
export function PlanVisitForm({ inspection }: { inspection: Inspection }) {
  const t = useText();
  const [opened, setOpened] = useState(false);
  const choices = useQuery({ ...choicesQuery(inspection.plan.id), enabled: opened });
  const send = useTaskAct(
    (visit: { id: string; unit: UnitBrief; plannedOn: string }) => {
      const { agencyId, placeId } = visit.unit;
      const visits = [{ id: visit.id, unit: { agencyId, placeId }, plannedOn: visit.plannedOn }];
      return call(planVisits, { params: { inspectionId: inspection.id }, body: { visits } });
    },
    { repeatable: true, onDone: () => setOpened(false) },
  );
  if (!opened) {
    return (
      <Button variant="default" className="not-printed" onClick={() => setOpened(true)}>
        {t('inspections.visit.add')}
      </Button>
    );
  }
  return (
    <>
      {send.error ? <ErrorNotice error={send.error} marked /> : null}
      {choices.error ? <ErrorNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      <VisitChoice
        units={(choices.data?.units ?? []).filter((unit) => canInspect(inspection.lead, unit))}
        day={inspection.startsOn > inspection.today ? inspection.startsOn : inspection.today}
        onVisit={(visit) => send.mutate(visit)}
      />
      <Group mt="xs">
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </>
  );
}

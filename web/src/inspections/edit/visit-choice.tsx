import type { InspectionChoices } from '@mangnon/domain/inspections/inspections.api.ts';
import type { UnitBrief } from '@mangnon/domain/tasks/task-words.ts';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { useText } from '../../platform/language.tsx';
import classes from '../inspections.module.css';

export interface ChosenVisit {
  readonly id: string;
  readonly unit: UnitBrief;
  readonly plannedOn: string;
}

const keyOf = ({ agencyId, placeId }: { agencyId: string; placeId: string }) => `${agencyId}|${placeId}`;

/** A unit that holds tasks of the plan, found without accents, and the day of a visit to it. */
export function VisitChoice({
  units,
  day,
  onVisit,
}: {
  units: InspectionChoices['units'];
  /** The day it begins with. */
  day: string;
  onVisit: (visit: ChosenVisit) => void;
}) {
  const t = useText();
  const [key, setKey] = useState<string | null>(null);
  const [plannedOn, setPlannedOn] = useState(day);
  const unit = units.find((one) => keyOf(one) === key);
  return (
    <div className={classes['pair']}>
      <Select
        label={t('inspections.visit.unit')}
        placeholder={t('inspections.visit.unit.hint')}
        searchable
        value={key}
        onChange={setKey}
        data={units.map((one) => ({
          value: keyOf(one),
          label: t('inspections.visit.unit.option', { name: one.name, count: one.tasks }),
        }))}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))
        }
        nothingFoundMessage={t('inspections.visit.unit.none')}
        autoComplete="off"
      />
      <DayBox label={t('inspections.visit.day')} value={plannedOn} onDay={setPlannedOn} />
      <Button
        variant="default"
        disabled={unit === undefined}
        onClick={() => {
          if (unit === undefined) return;
          onVisit({ id: crypto.randomUUID(), unit, plannedOn });
          setKey(null);
        }}
      >
        {t('inspections.visit.take')}
      </Button>
    </div>
  );
}

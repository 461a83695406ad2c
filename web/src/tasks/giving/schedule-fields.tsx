import { repeatings, type Schedule } from '@mangnon/domain/tasks/task-schedule.ts';
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { DayBox } from '../../platform/day-box.tsx';
import { formatDay } from '../../platform/format.ts';
import { useText } from '../../platform/language.tsx';
import classes from './giving.module.css';

/** When a task is to be done: told in a line, with its fields where somebody wants to change it. */
export function ScheduleFields({
  schedule,
  dueText,
  fixed,
  onSchedule,
}: {
  schedule: Schedule;
  /** As printed in the plan. */
  dueText: string | null;
  fixed: boolean;
  onSchedule: (schedule: Schedule) => void;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const { repeats, startsOn, endsOn } = schedule;
  if (!open || fixed) {
    const said = { repeats: t(`tasks.repeats.${repeats}`), from: formatDay(startsOn) };
    return (
      <div className={classes['line']}>
        <span>
          {endsOn === null ? t('giving.schedule.open', said) : t('giving.schedule', { ...said, to: formatDay(endsOn) })}
          {'. '}
          {dueText === null ? null : (
            <span className={classes['soft']}>{t('giving.schedule.due', { due: dueText })} </span>
          )}
        </span>
        {fixed ? null : (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
            {t('giving.schedule.edit')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label={t('giving.repeats')}
        value={repeats}
        data={repeatings.map((value) => ({ value, label: t(`tasks.repeats.${value}`) }))}
        onChange={(event) => {
          const chosen = repeatings.find((one) => one === event.currentTarget.value);
          if (chosen) onSchedule({ ...schedule, repeats: chosen });
        }}
      />
      <DayBox label={t('giving.from')} value={startsOn} onDay={(day) => onSchedule({ ...schedule, startsOn: day })} />
      <DayBox
        label={t('giving.until')}
        value={endsOn ?? ''}
        onDay={(day) => onSchedule({ ...schedule, endsOn: day })}
      />
    </div>
  );
}

import { writePeriodCode } from '@mangnon/domain/tasks/task-period.ts';
import { useMemo } from 'react';
import { formatDay } from '../platform/format.ts';
import { useLanguage, useText } from '../platform/language.tsx';
import { countDays } from '../platform/today.ts';

interface Dates {
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

/** What is said of periods and days of tasks, in the language of the screen. */
export function useTaskWords() {
  const t = useText();
  const { language } = useLanguage();
  return useMemo(
    () => ({
      /** `Quý II/2026`; empty for a task that is done once. */
      period: (code: string) => writePeriodCode(code, language),
      /** «còn 3 ngày», «quá 2 ngày», «xong ngày 09/03/2026»; empty where no day is named. */
      left({ dueOn, doneOn }: Dates, today: string): string {
        if (doneOn !== null) return t('tasks.due.done', { day: formatDay(doneOn) });
        if (dueOn === null) return '';
        const days = countDays(today, dueOn);
        return days < 0 ? t('tasks.due.over', { days: -days }) : t('tasks.due.left', { days });
      },
      due: (dueOn: string | null) =>
        dueOn === null ? t('tasks.due.none') : t('tasks.due.on', { day: formatDay(dueOn) }),
    }),
    [t, language],
  );
}

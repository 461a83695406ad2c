import { getProgressList } from '@mangnon/domain/tasks/task-exports.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { useState } from 'react';
import { call } from '../../platform/api.ts';
import { DayBox } from '../../platform/day-box.tsx';
import { useText } from '../../platform/language.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';
import classes from './heat.module.css';

/** The progress list of a plan on paper, or of one unit in it, as of a day: to be laid behind a report. */
export function ProgressPapers({ planId, unit, today }: { planId: string; unit?: UnitRef; today: string }) {
  const t = useText();
  const [day, setDay] = useState(today);
  const load = (form: 'word' | 'pdf') => () =>
    call(getProgressList, {
      params: { planId },
      query: {
        form,
        ...(day === '' ? {} : { on: day }),
        ...(unit === undefined ? {} : { agencyId: unit.agencyId, placeId: unit.placeId }),
      },
    });
  const done = ({ fileName }: { fileName: string }) => fileName;
  return (
    <fieldset className={`${classes['papers']} not-printed`}>
      <legend>{t('progressList.title')}</legend>
      <DayBox label={t('progressList.on')} value={day} onDay={setDay} />
      <ExportButton label={t('progressList.word')} load={load('word')} tellDone={done} />
      <ExportButton label={t('progressList.pdf')} load={load('pdf')} tellDone={done} />
    </fieldset>
  );
}

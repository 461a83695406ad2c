import {
  exportCalendar,
  importCalendar,
  previewCalendarImport,
  type CalendarImportPreview,
} from '@mangnon/domain/law/calendar/calendar.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { upload } from '../../platform/upload.ts';
import { ExportButton } from '../../platform/workbook/export-button.tsx';
import { ImportButton, sendingFile } from '../../platform/workbook/import-button.tsx';

export function ExportCalendar({ year }: { year: number }) {
  const t = useText();
  return (
    <ExportButton
      label={t('workbook.export')}
      load={() => call(exportCalendar, { query: { year } })}
      tellDone={({ days, fileName }) => t('calendar.export.done', { count: days, fileName })}
    />
  );
}

export function ImportCalendar() {
  const t = useText();
  return (
    <ImportButton
      hint={t('calendar.import.what')}
      preview={(file) => upload(previewCalendarImport, { file, fields: {}, ...sendingFile })}
      write={(file, fingerprint) => upload(importCalendar, { file, fields: { fingerprint }, ...sendingFile })}
      countChanges={({ counts }: CalendarImportPreview) => counts.put}
      tellWill={({ counts }) => t('calendar.import.will', { count: counts.put })}
      tellWhat={({ what }) => t(`calendar.import.${what}`)}
      tellDone={({ counts }) => t('calendar.import.done', { count: counts.put })}
    />
  );
}

import { exportOffices } from '@mangnon/domain/agencies/office-exchange.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';

/** Takes down the workbook of the agencies of a place and all places below it. */
export function ExportOffices({ placeId }: { placeId: string }) {
  const t = useText();
  return (
    <ExportButton
      label={t('workbook.export')}
      load={() => call(exportOffices, { params: { placeId } })}
      tellDone={({ fileName, rows }) => t('offices.export.done', { file: fileName, count: rows })}
    />
  );
}

import { exportPlaces } from '@mangnon/domain/places/places-exchange.api.ts';
import type { PlaceBrief } from '@mangnon/domain/places/places.api.ts';
import { call } from '../../platform/api.ts';
import { useText } from '../../platform/language.tsx';
import { ExportButton } from '../../platform/workbook/export-button.tsx';

/** Takes down the workbook of a province, or of the whole country. */
export function ExportPlaces({ place }: { place?: PlaceBrief }) {
  const t = useText();
  return (
    <ExportButton
      label={t(place ? 'workbook.export' : 'exchange.export.all')}
      load={() => call(exportPlaces, { query: place ? { under: place.id } : {} })}
      tellDone={({ fileName, units }) => t('exchange.export.done', { file: fileName, count: units })}
    />
  );
}

import { importPlaces, previewPlaceImport, type ImportPreview } from '@mangnon/domain/places/places-exchange.api.ts';
import { useText } from '../../platform/language.tsx';
import { upload } from '../../platform/upload.ts';
import { ImportButton, sendingFile } from '../../platform/workbook/import-button.tsx';

/** Takes in a workbook of units and their successions. */
export function ImportPlaces() {
  const t = useText();
  return (
    <ImportButton
      hint={t('exchange.import.what')}
      preview={(file) => upload(previewPlaceImport, { file, fields: {}, ...sendingFile })}
      write={(file, fingerprint) => upload(importPlaces, { file, fields: { fingerprint }, ...sendingFile })}
      countChanges={countChanges}
      tellWill={({ counts }) => t('exchange.import.will', counts)}
      tellWhat={({ what }: ImportPreview['changes'][number]) => t(`exchange.what.${what}`)}
      tellDone={({ counts: { successionsAdded, successionsChanged, ...counts } }) =>
        t('exchange.import.done', { ...counts, successions: successionsAdded + successionsChanged })
      }
    />
  );
}

function countChanges({ counts }: ImportPreview): number {
  return counts.unitsAdded + counts.unitsChanged + counts.successionsAdded + counts.successionsChanged;
}

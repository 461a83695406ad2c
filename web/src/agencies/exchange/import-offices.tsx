import {
  importOffices,
  previewOfficeImport,
  type ImportedOfficeRow,
  type OfficeImportPreview,
} from '@mangnon/domain/agencies/office-exchange.api.ts';
import { useText } from '../../platform/language.tsx';
import { upload } from '../../platform/upload.ts';
import { ImportButton, sendingFile } from '../../platform/workbook/import-button.tsx';

/** Takes in a workbook of the agencies of a place and all places below it. */
export function ImportOffices({ placeId }: { placeId: string }) {
  const t = useText();
  const params = { placeId };
  return (
    <ImportButton
      hint={t('offices.import.what')}
      preview={(file) => upload(previewOfficeImport, { params, file, fields: {}, ...sendingFile })}
      write={(file, fingerprint) => upload(importOffices, { params, file, fields: { fingerprint }, ...sendingFile })}
      countChanges={({ counts: { added, changed, ended } }: OfficeImportPreview) => added + changed + ended}
      tellWill={({ counts }) => t('offices.import.will', counts)}
      tellWhat={({ what, kind }: ImportedOfficeRow) =>
        t('offices.import.one', { what: t(`offices.import.${what}`), kind: t(`record.${kind}`) })
      }
      tellDone={({ counts }) => t('offices.import.done', counts)}
    />
  );
}

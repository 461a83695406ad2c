import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { badSheetRow } from '../kernel/workbook/bad-row.ts';
import { officeKinds } from './office.ts';

const ofPlace = z.strictObject({ placeId: z.string().max(20) });

const counts = z.object({
  rows: z.int(),
  added: z.int(),
  /** A telephone, a title or another field differs; the version before stays in the history. */
  changed: z.int(),
  ended: z.int(),
  unchanged: z.int(),
});

export const importedOfficeRow = z.object({
  what: z.enum(['added', 'changed', 'ended']),
  kind: z.enum(officeKinds),
  /** `Nguyễn Văn Mẫu, Giám đốc, Sở Y tế tỉnh Mộc Giang`. */
  name: z.string(),
  /** What differs, by column of the workbook. */
  fields: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});
export type ImportedOfficeRow = z.infer<typeof importedOfficeRow>;

/** A workbook comes as a multipart form with one file, field `file`; then there is no JSON body to describe. */
export const previewOfficeImport = defineEndpoint({
  method: 'POST',
  path: '/api/places/:placeId/office-import/preview',
  summary: 'What a workbook of agencies would change in a place and below, and every row that is not right',
  operation: 'agencies.office.edit',
  audit: 'agencies.import.preview',
  params: ofPlace,
  response: z.object({
    counts,
    /** The first 200; `counts` tells how many there are. */
    changes: z.array(importedOfficeRow),
    badRows: z.array(badSheetRow),
    badRowCount: z.int(),
    /** To be sent with the import: it holds only while neither the file nor the list has changed. */
    fingerprint: z.string(),
  }),
});
export type OfficeImportPreview = z.infer<(typeof previewOfficeImport)['response']>;

/** The same file once more, with the field `fingerprint` of its preview. */
export const importOffices = defineEndpoint({
  method: 'POST',
  path: '/api/places/:placeId/office-import',
  summary: 'Writes what the preview of a workbook showed: all of it or nothing',
  operation: 'agencies.office.edit',
  audit: 'agencies.import.write',
  params: ofPlace,
  response: z.object({ counts }),
});

export const exportOffices = defineEndpoint({
  method: 'GET',
  path: '/api/places/:placeId/office-export',
  summary: 'A workbook of the agencies of a place and all places below it, with their people',
  operation: 'agencies.office.read',
  audit: 'agencies.export.read',
  params: ofPlace,
  response: z.object({
    fileName: z.string(),
    rows: z.int(),
    /** The .xlsx itself. Collaborators are in it only where the person may see them. */
    base64: z.string(),
  }),
});

import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';

const id = z.uuid();
const ofFile = z.strictObject({ fileId: id });

export const uploadFindingFile = defineEndpoint({
  method: 'POST',
  path: '/api/inspection-findings/:findingId/files',
  summary: 'Takes one file to a finding (multipart: `file`, `id`); what it is is told by its content',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.finding_file.add',
  params: z.strictObject({ findingId: id }),
  response: z.object({ id, inspectionId: id, scan: z.enum(['waiting', 'clean', 'quarantined']) }),
});

export const openFindingFile = defineEndpoint({
  method: 'POST',
  path: '/api/finding-files/:fileId/open',
  summary: 'The copy that is shown of a file of a finding, to both sides; an unscanned file only to who says so',
  operation: 'inspections.inspection.read',
  audit: 'inspections.finding_file.open',
  params: ofFile,
  body: z.strictObject({ unscanned: z.boolean() }),
  response: z.object({ fileName: z.string(), kind: z.string(), base64: z.string() }),
});

export const withdrawFindingFile = defineEndpoint({
  method: 'DELETE',
  path: '/api/finding-files/:fileId',
  summary: 'Takes back a file of a finding, until the inspection is concluded',
  operation: 'inspections.inspection.edit',
  audit: 'inspections.finding_file.withdraw',
  params: ofFile,
  response: z.object({ inspectionId: id }),
});

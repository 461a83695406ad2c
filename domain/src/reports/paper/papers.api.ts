import { z } from 'zod';
import { defineEndpoint } from '../../kernel/endpoint.ts';
import { paperKindIds } from './paper-kind.ts';

const id = z.uuid();
const paper = z.object({ fileName: z.string(), base64: z.string() });
export const paperForms = ['word', 'pdf', 'workbook'] as const;

const query = z.strictObject({ kind: z.enum(paperKindIds), form: z.enum(paperForms) });

export const getVersionPaper = defineEndpoint({
  method: 'GET',
  path: '/api/report-versions/:versionId/paper',
  summary: 'A report of a unit as a document of one kind: Word or PDF in the form of Decree 30/2020, or a workbook',
  operation: 'reports.version.read',
  audit: 'reports.version.print',
  params: z.strictObject({ versionId: id }),
  query,
  response: paper,
});

export const getConsolidationPaper = defineEndpoint({
  method: 'GET',
  path: '/api/report-regimes/:regimeId/consolidation/paper',
  summary: 'What the reports of a due day add up to, as a document of one kind; the workbook adds up by itself',
  operation: 'reports.version.read',
  audit: 'reports.consolidation.print',
  params: z.strictObject({ regimeId: id }),
  query: query.extend({ dueOn: z.iso.date() }),
  response: paper,
});

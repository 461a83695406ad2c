import type { documentVi } from './vi.ts';

export const documentEn: Readonly<Record<keyof typeof documentVi, string>> = {
  'document.label': 'Document',
  'document.page': 'End of page {number}',
  'document.table': 'Table of the document',
  'document.kind.task': 'Task',
  'document.kind.target': 'Target',
  'document.kind.reporting': 'Reporting duty',
  'document.kind.legal_basis': 'Legal basis',
  'document.kind.doubt': 'To look at',
  'document.keys.next': 'To the next or previous marked passage (when on one)',
  'document.keys.choose': 'Chooses the passage you are on',
};

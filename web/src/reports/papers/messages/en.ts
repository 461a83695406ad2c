import type { papersVi } from './vi.ts';

export const papersEn: Record<keyof typeof papersVi, string> = {
  'papers.title': 'The report as a document',
  'papers.kind': 'Kind of report',
  'papers.word': 'Take it as Word',
  'papers.pdf': 'Take it as PDF',
  'papers.workbook': 'Take it as an Excel workbook',
  'papers.done': 'Taken: {file}',
  'papers.facts': 'What asks for this kind of report, and what is not known',
  'papers.level': 'Confidentiality level: {level}. Distribution: {distribution}.',
  'papers.left':
    'What stands in brackets the program does not know, as the office of who signs: write it before it is signed.',
};

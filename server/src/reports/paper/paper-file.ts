import { composeReport } from '@mangnon/domain/reports/paper/compose-report.ts';
import type { ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import { writeReportSheets } from '@mangnon/domain/reports/paper/report-sheets.ts';
import type { paperForms } from '@mangnon/domain/reports/paper/papers.api.ts';
import { fileNameOf } from '../../plans/writing/paper-name.ts';
import { writePdf } from '../../platform/document/write-pdf.ts';
import { writeWord } from '../../platform/document/write-word.ts';
import { writeLiveWorkbook } from '../../platform/workbook/write-live-workbook.ts';

type Form = (typeof paperForms)[number];

const endings = { word: 'docx', pdf: 'pdf', workbook: 'xlsx' } as const;

/** The report in one of its three forms, under a name every system takes: «bao-cao-ubnd-xa-khe-truc-6-thang-dau-nam-2026.docx». */
export async function paperFile(paper: ReportPaper, form: Form, name: string) {
  const bytes =
    form === 'workbook'
      ? await writeLiveWorkbook(writeReportSheets(paper))
      : await (form === 'word' ? writeWord : writePdf)(composeReport(paper));
  return { fileName: fileNameOf(name, endings[form], 'bao-cao'), base64: Buffer.from(bytes).toString('base64') };
}

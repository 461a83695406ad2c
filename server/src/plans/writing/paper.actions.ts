import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { citeNumber } from '@mangnon/domain/kernel/document/printed-parts.ts';
import { getManuscriptPaper } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import { taskAnnex, taskSheet } from '@mangnon/domain/plans/writing/task-list.ts';
import { getPlanPaper, getTaskList } from '@mangnon/domain/plans/writing/versions.api.ts';
import { implementRead } from '../../platform/action/action.ts';
import { writeAnnexes } from '../../platform/document/write-annexes.ts';
import { writePdf } from '../../platform/document/write-pdf.ts';
import { writeWord } from '../../platform/document/write-word.ts';
import { writeWorkbook } from '../../platform/workbook/write-workbook.ts';
import { findPlan, listTasks } from '../plans.queries.ts';
import { loadSourceFile } from '../source-files.queries.ts';
import { describeManuscript, documentOf } from './describe-manuscript.ts';
import { findIssuedPlan } from './issued-plans.queries.ts';
import { findManuscript } from './manuscripts.queries.ts';
import { fileNameOf } from './paper-name.ts';

export const manuscriptPaper = implementRead(getManuscriptPaper, {
  answer: async ({ params, query }, { database }) => {
    const row = await findManuscript(database, params.manuscriptId);
    if (row === undefined) return refuse('writing.not_found');
    // Until it is issued it has room for number and day, to be filled by hand or by the act of issuing.
    const numbered = { number: row.number, issuedOn: row.issued_on };
    const document = documentOf(await describeManuscript(database, row), numbered);
    const bytes = query.form === 'word' ? await writeWord(document) : await writePdf(document);
    return accept(fileOf(`du-thao ${document.summary}`, query.form === 'word' ? 'docx' : 'pdf', bytes));
  },
});

export const planPaper = implementRead(getPlanPaper, {
  answer: async ({ params, query }, { database }) => {
    const issued = await findIssuedPlan(database, params.planId);
    if (issued === undefined) return refuse('writing.no_paper');
    const { document, sha256 } = issued;
    const cited = citeNumber(document.number ?? 0, document.symbol);
    // The Word file is the very one that was issued; the PDF is drawn from the same document.
    const bytes = query.form === 'word' ? await loadSourceFile(database, sha256) : await writePdf(document);
    return accept(fileOf(cited, query.form === 'word' ? 'docx' : 'pdf', bytes));
  },
});

export const taskList = implementRead(getTaskList, {
  answer: async ({ params, query }, { database, audit }) => {
    const plan = await findPlan(database, params.planId);
    if (plan === undefined) return refuse('plans.not_found');
    const tasks = await listTasks(database, plan.id);
    audit({ tasks: tasks.length });
    const name = plan.number ?? plan.title;
    if (query.form === 'workbook') {
      return accept(fileOf(name, 'xlsx', await writeWorkbook([taskSheet(tasks)]), 'danh-muc-nhiem-vu'));
    }
    const symbol = plan.number?.split('/').slice(1).join('/') ?? '';
    const of = { kind: plan.kind, symbol, issuer: plan.issuer ?? '' };
    return accept(fileOf(name, 'docx', await writeAnnexes(of, [taskAnnex(tasks)]), 'danh-muc-nhiem-vu'));
  },
});

function fileOf(words: string, ending: 'docx' | 'pdf' | 'xlsx', bytes: Uint8Array, kind?: string) {
  return { fileName: fileNameOf(words, ending, kind), base64: Buffer.from(bytes).toString('base64') };
}

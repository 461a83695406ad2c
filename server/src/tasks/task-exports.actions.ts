import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { printedStatus } from '@mangnon/domain/tasks/printed-status.ts';
import { progressAnnex } from '@mangnon/domain/tasks/progress-list.ts';
import { exportTasks, getProgressList, mostExported } from '@mangnon/domain/tasks/task-exports.api.ts';
import { writeTaskSheets } from '@mangnon/domain/tasks/task-sheets.ts';
import type { TaskFilter } from '@mangnon/domain/tasks/tasks.api.ts';
import { findPlan, listTasks } from '../plans/plans.queries.ts';
import { fileNameOf } from '../plans/writing/paper-name.ts';
import { implementRead, type TransactionContext } from '../platform/action/action.ts';
import { writeAnnexes } from '../platform/document/write-annexes.ts';
import { writeAnnexesPdf } from '../platform/document/write-pdf.ts';
import { writeWorkbook } from '../platform/workbook/write-workbook.ts';
import { findFilterNames, listExported, listProgress, type ExportRow } from './task-exports.queries.ts';
import { countPeriods } from './task-lists.queries.ts';
import { findUnits, unitKey } from './units.queries.ts';

export const workbook = implementRead(exportTasks, {
  async answer({ query }, { database, now, audit }) {
    const today = vietnamDay(now);
    const rows = await listExported(database, query, today, mostExported + 1);
    if (rows.length > mostExported) {
      const count = await countPeriods(database, query, today);
      return refuse('tasks.list_too_long', { details: { count, most: mostExported } });
    }
    const named = await nameUnits(database, rows, today);
    const filter = wordsOfFilter(query, await findFilterNames(database, query));
    const sheets = writeTaskSheets(
      rows.map(({ agencyId, placeId, parties, ...row }) => ({
        ...row,
        unitName: named.unit({ agencyId, placeId }),
        coordinating: named.parties(parties),
      })),
      { today, filter },
    );
    audit({ rows: rows.length });
    const base64 = Buffer.from(await writeWorkbook(sheets)).toString('base64');
    return accept({ fileName: fileNameOf(`den ngay ${today}`, 'xlsx', 'nhiem-vu'), base64, rows: rows.length });
  },
});

export const progressList = implementRead(getProgressList, {
  async answer({ params, query }, { database, now, audit }) {
    const today = vietnamDay(now);
    const on = query.on ?? today;
    if (on > today) return refuse('tasks.day_ahead', { where: 'query.on', details: { day: on } });
    const plan = await findPlan(database, params.planId);
    if (plan === undefined) return refuse('plans.not_found');
    const { agencyId, placeId } = query;
    const ofUnit = agencyId === undefined || placeId === undefined ? null : { agencyId, placeId };
    const rows = await listProgress(database, plan.id, on, ofUnit);
    const given = new Set(rows.map(({ planTaskId }) => planTaskId));
    const sentences = (await listTasks(database, plan.id)).filter(({ id }) => ofUnit === null || given.has(id));
    if (ofUnit !== null && rows.length === 0) return refuse('tasks.unit_without_tasks', { where: 'query.agencyId' });
    const named = await nameUnits(database, rows, today);
    const printed = (agencies: (typeof sentences)[number]['lead']) => agencies.map((one) => one.printed);
    const annex = progressAnnex(
      sentences.map(({ id, text, lead, coordinating, due }) => ({
        planTaskId: id,
        text,
        lead: printed(lead),
        coordinating: printed(coordinating),
        dueText: due?.text ?? null,
      })),
      rows.map(({ agencyId, placeId, parties, result, figure, figureUnit, ...row }) => ({
        ...row,
        unitName: named.unit({ agencyId, placeId }),
        coordinating: named.parties(parties),
        result:
          result === null || figure === null
            ? result
            : `${result} (${figure.toLocaleString('vi-VN')} ${figureUnit ?? ''})`,
      })),
      on,
      ofUnit && named.unit(ofUnit),
    );
    audit({ periods: rows.length });
    // It goes along with a report, of who issued the plan or of the unit, whose number and sign are not known here: there is room to write them.
    const owner = {
      kind: 'Báo cáo',
      symbol: ' '.repeat(12),
      issuer: ofUnit === null ? (plan.issuer ?? '') : named.unit(ofUnit),
    };
    const [ending, bytes] =
      query.form === 'word'
        ? (['docx', await writeAnnexes(owner, [annex])] as const)
        : (['pdf', await writeAnnexesPdf(owner, [annex])] as const);
    const name = `${plan.number ?? plan.title} ${ofUnit === null ? '' : named.unit(ofUnit)} den ngay ${on}`;
    return accept({ fileName: fileNameOf(name, ending, 'tien-do'), base64: bytes.toString('base64') });
  },
});

/** Names of all units of the rows and of who coordinates on them, looked up in one question. */
async function nameUnits(
  database: TransactionContext['database'],
  rows: readonly Pick<ExportRow, 'agencyId' | 'placeId' | 'parties'>[],
  today: string,
) {
  const coordinating = rows.flatMap(({ parties }) =>
    parties.flatMap(({ agencyId, placeId }) => (agencyId === null || placeId === null ? [] : [{ agencyId, placeId }])),
  );
  const units = await findUnits(database, [...rows, ...coordinating], today);
  const unit = (ref: { readonly agencyId: string; readonly placeId: string }) =>
    units.get(unitKey(ref))?.name ?? ref.agencyId;
  return {
    unit,
    parties: (parties: ExportRow['parties']) =>
      parties.map(({ agencyId, placeId, person }) =>
        agencyId === null || placeId === null ? (person ?? '') : unit({ agencyId, placeId }),
      ),
  };
}

const printedEntry = { after_due: 'Sau hạn, việc xong trong hạn', later: 'Sau ngày xong' } as const;
const printedMoved = { any: 'Hạn đã dời', late: 'Hạn đã dời, trễ nếu theo hạn giao đầu tiên' } as const;
const printedWaiting = { report: 'Báo hoàn thành', time: 'Xin gia hạn', hindrance: 'Vướng mắc' } as const;

/** What a filter leaves, line by line, in words. */
function wordsOfFilter(
  { status, dueSoFar, entered, dueMoved, waitsFor, dueFrom, dueTo, q }: TaskFilter,
  names: Awaited<ReturnType<typeof findFilterNames>>,
): [string, string][] {
  const day = (on: string) => on.split('-').toReversed().join('/');
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Kế hoạch', names.plan],
    ['Việc của kế hoạch', names.sentence],
    ['Cơ quan', names.agency],
    ['Tỉnh', names.province],
    ['Địa bàn', names.place],
    ['Tình trạng', status && printedStatus[status]],
    ['Người đứng đầu khi đến hạn', names.head],
    ['Chỉ việc đã xong hoặc quá hạn', dueSoFar && 'Có'],
    ['Ngày nhập báo cáo', entered && printedEntry[entered]],
    ['Đổi hạn', dueMoved && printedMoved[dueMoved]],
    ['Chờ quyết định', waitsFor && printedWaiting[waitsFor]],
    ['Nơi quyết định', names.decider],
    ['Hạn từ ngày', dueFrom && day(dueFrom)],
    ['Hạn đến ngày', dueTo && day(dueTo)],
    ['Từ tìm', q],
  ];
  return lines.flatMap(([label, value]) => (value == null || value === '' ? [] : [[label, value]]));
}

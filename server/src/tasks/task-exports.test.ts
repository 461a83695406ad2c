import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decree30 } from '@mangnon/domain/kernel/document/decree-30.ts';
import { changeTask, cancelTasks } from '@mangnon/domain/tasks/assignment.api.ts';
import { changeMany } from '@mangnon/domain/tasks/bulk-acts.api.ts';
import { decideReport } from '@mangnon/domain/tasks/progress.api.ts';
import { getPlanTimeline } from '@mangnon/domain/tasks/plan-timeline.api.ts';
import { exportTasks, getProgressList, mostExported } from '@mangnon/domain/tasks/task-exports.api.ts';
import { totalOf } from '@mangnon/domain/tasks/task-status.ts';
import { listTasks } from '@mangnon/domain/tasks/tasks.api.ts';
import { readPdf } from '@mangnon/reading/files/pdf.ts';
import { attribute, number, openWord } from '../platform/document/testing/open-word.ts';
import { openWorkbook } from '../platform/workbook/open-workbook.ts';
import { health, khe, lanh, province, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

let world: TaskWorld;
let owner: Client;
const given: string[] = [];
const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });
const formula = '=HYPERLINK("http://la.example","Bấm vào đây")';

// One sentence of one unit that was accepted late, one of two units with quarters, one of a unit whose words would run.
beforeAll(async () => {
  world = await startTaskWorld();
  const { server, people, planId } = world;
  server.clock.now = new Date('2026-05-04T03:00:00Z');
  owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  const police = { agencyId: 't.congan', placeId: province };
  given.push(
    await world.give('Kiểm tra an toàn', police, { repeats: 'once', startsOn: '2026-04-01', endsOn: '2026-04-30' }),
  );
  const quarters = { repeats: 'quarter', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const;
  given.push(
    await world.give('Thống kê', commune(khe), quarters),
    await world.give('Thống kê', commune(lanh), quarters),
  );
  given.push(await world.give('Tổ chức tập huấn', health));
  const [period] = (await world.task(given[0] ?? '')).periods;
  await world.complete(people.police, period?.id ?? '', '2026-05-03');
  const [report] = (await world.task(given[0] ?? '')).periods.flatMap(({ reports }) => reports);
  const params = { reportId: report?.id ?? '' };
  expect((await server.call(people.lead, decideReport, { params, body: { decision: 'accepted' } })).status).toBe(200);
  const from = (await world.task(given[3] ?? '')).words;
  const change = { params: { taskId: given[3] ?? '' }, body: { words: { from, to: formula }, addUnits: [police] } };
  expect((await server.call(people.lead, changeTask, change)).status).toBe(200);
  const byText = 'Công văn 12/UBND-VX ngày 04/5/2026';
  const cancel = { taskIds: [given[2] ?? ''], on: '2026-05-04', byText };
  expect((await server.call(people.lead, cancelTasks, { body: cancel })).answer).toEqual({ cancelled: 1 });
  expect(planId).not.toBe('');
}, 120_000);
beforeEach(() => {
  world.server.clock.now = new Date('2026-05-04T04:00:00Z');
});
afterAll(async () => {
  await owner.end();
  await world.server.stop();
});

const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, 'base64');

async function open(filter: object) {
  const { server, people } = world;
  const called = await server.call(people.officer, exportTasks, { query: filter });
  const book = await openWorkbook(bytesOf(called.answer));
  if (!book.ok) throw new Error(JSON.stringify(book.refusal));
  const [list, totals] = book.value;
  return { called, rows: list?.rows.slice(1) ?? [], totals: new Map(totals?.rows.map((row) => [row[0], row[1]])) };
}

describe('the list of tasks as a workbook', () => {
  it('holds the periods of the filter in the order of the screen, with totals that add up', async () => {
    const { server, people, planId } = world;
    const shown = (await server.call(people.officer, listTasks, { query: { planId } })).answer.rows;
    const { rows, totals, called } = await open({ planId });
    expect(rows.map((row) => row[2])).toEqual(shown.map(({ words }) => words));
    expect(rows).toHaveLength(10);
    expect(called.answer.rows).toBe(10);
    expect(totals.get('Tổng số (kỳ nhiệm vụ)')).toBe(10);
    const parts = [...totals].filter(([name]) => typeof name === 'string' && name.endsWith('(kỳ)')).slice(0, 6);
    expect(parts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(10);
    expect(totals.get('Kế hoạch')).toBe('31/KH-UBND');
    expect(totals.get('Số liệu đến ngày')).toBe('04/05/2026');
    const late = rows.find((row) => row[11] === 'Xong quá hạn');
    expect(late?.slice(6, 10)).toEqual(['01/04/2026', '30/04/2026', '30/04/2026', '03/05/2026']);
    expect((await open({ planId, status: 'done_late' })).rows).toHaveLength(1);
  });

  it('runs nothing: words that look like a formula are words, and stand beside who coordinates', async () => {
    const { rows } = await open({ planId: world.planId, agencyId: 't.so_yte' });
    expect(rows.map((row) => [row[2], row[4]])).toEqual([[formula, 'Công an tỉnh Mộc Giang']]);
  });

  it('takes as many statements for a plan as for one unit, and leaves its mark in the trail', async () => {
    const [all, one] = [await open({ planId: world.planId }), await open({ planId: world.planId, placeId: lanh })];
    expect(one.rows).toHaveLength(4);
    expect(all.called.statements).toHaveLength(one.called.statements.length);
    const { rows } = await owner.query(`select details from audit_event where action = 'tasks.list.export'
      and details @> '{"rows": 4}'`);
    expect(rows).toHaveLength(1);
  });

  it('of more than a workbook holds is refused with its length, never cut; below that it is whole', async () => {
    const { server, people, planId } = world;
    const more = (from: number, to: number) =>
      owner.query(
        `insert into task_period (task_id, plan_id, place_id, province_id, unit, requester_place_id, period, starts_on,
           due_on, first_due_on)
         select id, plan_id, place_id, province_id, unit, requester_place_id, to_char(2100 + n / 12, 'FM0000') || '-'
           || to_char(n % 12 + 1, 'FM00'), '2026-01-01', '2026-12-31', '2026-12-31'
         from task, generate_series($2::int, $3::int) n where id = $1`,
        [given[1], from, to],
      );
    await more(0, 5999);
    const query = { planId };
    expect((await server.call(people.lead, listTasks, { query })).answer.rows).toHaveLength(5000);
    const before = process.cpuUsage();
    const { rows, called } = await open(query);
    const { user, system } = process.cpuUsage(before);
    console.log(
      `6,010 periods: ${Math.round((user + system) / 1000)} ms of processor, ${called.answer.base64.length} letters`,
    );
    expect(rows).toHaveLength(6010);
    await more(6000, mostExported - 10);
    const refused = await server.call(people.lead, exportTasks, { query });
    expect(refused.refusal).toMatchObject({ code: 'tasks.list_too_long' });
    expect(refused.refusal.message.vi).toContain(String(mostExported + 1));
    await owner.query(`delete from task_period where period > '2099' and period <> 'once'`);
  }, 120_000);
});

describe('the progress list of a plan', () => {
  const paper = async (form: 'word' | 'pdf', on?: string) => {
    const { server, people, planId } = world;
    const query = on === undefined ? { form } : { form, on };
    return server.call(people.officer, getProgressList, { params: { planId }, query });
  };
  const cellsOf = (body: string) =>
    (body.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).map((row) =>
      (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) =>
        cell.replaceAll('</w:p><w:p>', '\n').replace(/<[^>]+>/g, ''),
      ),
    );

  it('names each unit with its day, result and state; the totals add up and say what they are of', async () => {
    const word = openWord(bytesOf((await paper('word')).answer));
    const rows = cellsOf(word.body);
    expect(rows[0]).toEqual(['TT', 'Nội dung', 'Đơn vị chủ trì', 'Phối hợp', 'Thời hạn', 'Kết quả', 'Tình trạng']);
    expect(rows.flat().filter((cell) => cell.trim() === '')).toEqual([]);
    expect(rows.at(-1)).toEqual([
      '3',
      'Kiểm tra an toàn bến đò, phương tiện chở học sinh trong Quý II năm 2026.',
      'Công an tỉnh Mộc Giang',
      'Không ghi',
      '30/04/2026',
      'Đã làm xong.',
      'Xong quá hạn (03/05/2026)',
    ]);
    const second = rows.findIndex(([count]) => count === '2');
    expect(rows[second]?.[2]).toBe('2 đơn vị');
    expect(rows[second]?.[6]).toBe('Đang làm, trong hạn: 1;\nĐang làm, quá hạn: 1;\nChưa đến lúc làm: 2;\nĐã hủy: 4');
    expect(rows.slice(second + 1, -1).map(([count]) => count)).toEqual([
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '2.6',
      '2.7',
      '2.8',
    ]);
    const lines = word.paragraphs.map(({ text }) => text);
    expect(lines).toContain(
      'Tổng số 10 kỳ nhiệm vụ đã giao, gồm xong đúng hạn: 0; xong quá hạn: 1; đang làm, trong hạn: 2; đang làm, quá hạn: 1; chưa đến lúc làm: 2; đã hủy: 4.',
    );
    expect(lines).toContain('Đã xong 1 trên 2 kỳ đến hạn (50%); đến hạn gồm kỳ đã xong và kỳ quá hạn.');
  });

  it('is as of its day: what was done or given later is not there yet, and no day lies ahead', async () => {
    const word = openWord(bytesOf((await paper('word', '2026-05-03')).answer));
    expect(word.paragraphs.map(({ text }) => text)).toContain(
      'Kế hoạch có 3 việc, trong đó 3 việc chưa giao cho đơn vị nào.',
    );
    expect(
      cellsOf(word.body)
        .slice(1)
        .map((row) => row[6]),
    ).toEqual(['Chưa giao', 'Chưa giao', 'Chưa giao']);
    expect((await paper('word', '2026-05-05')).refusal.code).toBe('tasks.day_ahead');
  });

  it('of one unit holds what it has of the plan alone, and names the day first given where it was moved', async () => {
    const { server, people, planId } = world;
    const ask = (unit: { agencyId: string; placeId: string }) =>
      server.call(people.officer, getProgressList, { params: { planId }, query: { form: 'word', ...unit } });
    const [, , third] = (await world.task(given[1] ?? '')).periods;
    const moved = {
      periodIds: [third?.id ?? ''],
      reason: 'Chờ số liệu',
      addUnits: [],
      addPeople: [],
      dueOn: '2026-10-20',
    };
    expect((await server.call(people.lead, changeMany, { body: moved })).answer.moved).toBe(1);
    const called = await ask(commune(khe));
    expect(called.answer.fileName).toContain('khe-truc');
    const word = openWord(bytesOf(called.answer));
    const lines = word.paragraphs.map(({ text }) => text);
    expect(lines).toContain('BẢNG TỔNG HỢP TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ CỦA UBND XÃ KHE TRÚC');
    expect(lines).toContain('Hạn đã dời ở 1 kỳ; hạn giao đầu tiên ghi trong ngoặc ở cột Thời hạn.');
    expect(lines.find((line) => line.startsWith('(Kèm theo Báo cáo'))).toContain('của UBND xã Khe Trúc');
    expect(lines.filter((line) => /chưa giao/i.test(line))).toEqual([]);
    const rows = cellsOf(word.body).slice(1);
    expect(rows.map(([count]) => count)).toEqual(['1', '1.1', '1.2', '1.3', '1.4']);
    expect(rows[3]?.slice(1, 5)).toEqual([
      'Quý III/2026',
      'UBND xã Khe Trúc',
      'Không ghi',
      '20/10/2026\n(hạn đầu 30/09/2026)',
    ]);
    expect((await ask({ agencyId: 't.so_yte', placeId: khe })).refusal.code).toBe('tasks.unit_without_tasks');
    expect((await ask(health)).status).toBe(200);
  });

  it('keeps the measures of the annex on its turned sheet', async () => {
    const word = openWord(bytesOf((await paper('word')).answer));
    const [section = ''] = word.sections;
    const { measures, parts } = decree30;
    expect(word.sections).toHaveLength(1);
    const mm = (element: string, name: string) => number(section, element, name) / (1440 / 25.4);
    expect(attribute(section, 'pgSz', 'orient')).toBe('landscape');
    const within = (found: number, { least, most }: { least: number; most: number }) => {
      expect(found).toBeGreaterThanOrEqual(least - 0.03);
      expect(found).toBeLessThanOrEqual(most + 0.03);
    };
    within(mm('pgSz', 'h'), measures.paper_width);
    within(mm('pgSz', 'w'), measures.paper_height);
    within(mm('pgMar', 'top'), measures.margin_top);
    within(mm('pgMar', 'bottom'), measures.margin_bottom);
    within(mm('pgMar', 'left'), measures.margin_left);
    within(mm('pgMar', 'right'), measures.margin_right);
    expect(section).toContain('<w:titlePg');
    expect(number(section, 'pgNumType', 'start')).toBe(1);
    const line = (start: string) => word.paragraphs.find(({ text }) => text.startsWith(start));
    for (const [start, name] of [
      ['Phụ lục', 'annex_label'],
      ['BẢNG TỔNG HỢP TIẾN ĐỘ', 'annex_title'],
      ['(Kèm theo Báo cáo số', 'annex_reference'],
      ['Tổng số', 'body'],
    ] as const) {
      const form = parts[name];
      const found = line(start);
      expect([name, found?.bold, found?.italic]).toEqual([
        name,
        form.weight.includes('bold'),
        form.weight.includes('italic'),
      ]);
      expect(found?.align).toBe({ justify: 'both', center: 'center', left: 'left' }[form.align]);
      for (const size of found?.sizes ?? []) within(size / 2, form);
    }
    within((line('Tổng số')?.firstLine ?? 0) / (1440 / 25.4), measures.first_line);
    within((line('Tổng số')?.line ?? 0) / 240, measures.line_spacing);
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(word.body)?.[0] ?? '';
    const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    expect(rows.filter((row) => row.includes('<w:tblHeader/>'))).toEqual([rows[0]]);
    expect(attribute(word.parts.get('word/styles.xml') ?? '', 'rFonts', 'ascii')).toBe('Times New Roman');
  });

  it('says the same as a PDF', async () => {
    const bytes = bytesOf((await paper('pdf')).answer);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const { blocks } = await readPdf(bytes);
    const text = JSON.stringify(blocks).normalize('NFC');
    for (const words of ['BẢNG TỔNG HỢP TIẾN ĐỘ', 'Công an tỉnh Mộc Giang', 'Tổng số 10 kỳ nhiệm vụ']) {
      expect(text).toContain(words);
    }
  });
});

it('along time each sentence given has its first and last day, and its periods in each status', async () => {
  const { server, people, planId, assignment } = world;
  const { answer } = await server.call(people.officer, getPlanTimeline, { params: { planId } });
  const of = (beginning: string) => {
    const id = assignment.sentences.find(({ text }) => text.startsWith(beginning))?.planTaskId;
    return answer.sentences.find(({ planTaskId }) => planTaskId === id);
  };
  expect(of('Kiểm tra')).toMatchObject({ startsOn: '2026-04-01', dueOn: '2026-04-30', doneOn: '2026-05-03' });
  expect(of('Thống kê')).toMatchObject({
    startsOn: '2026-01-01',
    dueOn: '2026-12-31',
    doneOn: null,
    counts: { under_way_overdue: 1, under_way_in_time: 1, not_yet_due_to_start: 2, cancelled: 4 },
  });
  expect(answer.sentences.reduce((sum, { counts }) => sum + totalOf(counts), 0)).toBe(10);
});

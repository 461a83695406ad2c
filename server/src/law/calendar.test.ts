import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDay } from '@mangnon/domain/law/calendar/calendar.ts';
import {
  changeCalendar,
  exportCalendar,
  getCalendar,
  importCalendar,
  previewCalendarImport,
  type CalendarImportPreview,
} from '@mangnon/domain/law/calendar/calendar.api.ts';
import type { CalendarChange } from '@mangnon/domain/law/calendar/calendar-change.ts';
import { calendarSheets } from '@mangnon/domain/law/calendar/calendar-sheets.ts';
import type { Called, Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { updateCalendar } from './calendar-register.ts';

let server: TestServer;
let administrator: Person;
let officer: Person;
beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.signIn('system_administrator');
  officer = await server.signIn('commune_officer');
});
afterAll(() => server.stop());

const read = async (person = officer) => (await server.call(person, getCalendar, {})).answer;
const dayOf = async (day: string) => (await read()).days.find((one) => one.day === day);
async function change(changes: CalendarChange[], person = administrator, seen?: string) {
  return server.call(person, changeCalendar, { body: { seen: seen ?? (await read()).revision, changes } });
}
const swap: CalendarDay = {
  day: '2027-01-04',
  kind: 'day_off_by_swap',
  name: 'Nghỉ hoán đổi, làm bù 09/01/2027',
  basis: 'Thông báo 01/TB-XYZ',
  article: null,
  trust: 'unverified',
  source: null,
  note: null,
};

describe('the working calendar', () => {
  it('is there for every officer from the first start, with source, trust and what is not decided', async () => {
    const { years, open, can, days } = await read();
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ status: 'decided' });
    expect(years.find(({ year }) => year === 2027)).toMatchObject({ status: 'provisional' });
    expect(open.map(({ from }) => from)).toContain('2027-02-03');
    expect(days.find(({ day }) => day === '2026-11-24')).toMatchObject({
      kind: 'holiday',
      basis: 'Nghị quyết 28/2026/QH16',
      trust: 'secondary',
      note: expect.stringContaining('chưa kiểm chứng'),
    });
    expect(can).toEqual({ edit: false });
    expect((await read(administrator)).can).toEqual({ edit: true });
  });

  it('is changed by the administrator alone, and keeps what stood there', async () => {
    expect((await change([{ change: 'put_day', day: swap }], officer)).refusal.code).toBe('platform.not_allowed');
    expect((await change([{ change: 'put_day', day: swap }])).answer).toEqual({ put: 1, removed: 0 });
    expect(await dayOf(swap.day)).toEqual(swap);
    await change([{ change: 'put_day', day: { ...swap, trust: 'secondary' } }]);
    expect((await change([{ change: 'remove_day', day: swap.day }])).answer).toEqual({ put: 0, removed: 1 });
    expect(await dayOf(swap.day)).toBeUndefined();
    const { rows } = await sql<{ trust: string; removed: boolean; changed_by: string }>`
      select version ->> 'trust' as trust, removed, changed_by from calendar_version where key = ${swap.day}
      order by id`.execute(server.database);
    expect(rows).toEqual([
      { trust: 'unverified', removed: false, changed_by: administrator.id },
      { trust: 'secondary', removed: true, changed_by: administrator.id },
    ]);
  });

  it.each<[string, CalendarChange]>([
    ['calendar.work_on_working_day', { change: 'put_day', day: { ...swap, kind: 'working_saturday' } }],
    ['calendar.swap_on_rest_day', { change: 'put_day', day: { ...swap, day: '2027-01-09' } }],
    ['calendar.year_missing', { change: 'put_day', day: { ...swap, day: '2044-01-04' } }],
    ['calendar.not_there', { change: 'remove_day', day: '2027-01-05' }],
    [
      'calendar.open_ends_before',
      { change: 'put_open', stretch: { from: '2027-03-02', to: '2027-03-01', name: 'a', note: null } },
    ],
    [
      'calendar.open_too_long',
      { change: 'put_open', stretch: { from: '2027-03-02', to: '2027-05-01', name: 'a', note: null } },
    ],
  ])('refuses %s and changes nothing', async (code, one) => {
    const before = await read();
    const { refusal } = await change([
      { change: 'put_year', year: { year: 2027, status: 'decided', note: null } },
      one,
    ]);
    expect(refusal.code).toBe(code);
    expect(await read()).toEqual(before);
  });

  it('tells who comes second that the calendar was changed meanwhile', async () => {
    const { revision } = await read();
    const sent = [
      { change: 'put_day', day: swap },
      { change: 'put_day', day: { ...swap, day: '2027-01-05' } },
    ] as const;
    const answers = await Promise.all(sent.map((one) => change([one], administrator, revision)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(answers.find(({ status }) => status === 409)?.refusal.code).toBe('calendar.changed_meanwhile');
    const put = (await read()).days.filter(({ basis }) => basis === swap.basis);
    expect(put).toHaveLength(1);
    await change([{ change: 'remove_day', day: put[0]?.day ?? '' }]);
  });

  it('stays as a person put it when the files come in a newer version', async () => {
    await change([
      { change: 'put_day', day: { ...swap, day: '2026-11-23' } },
      { change: 'remove_open', from: '2026-11-23' },
      { change: 'put_year', year: { year: 2028, status: 'decided', note: null } },
    ]);
    await server.database.transaction().execute(async (transaction) => {
      // As an older version of the files had it.
      await sql`set local role none`.execute(transaction);
      await sql`delete from calendar_seed`.execute(transaction);
      await sql`update calendar_day set name = 'Tên cũ' where day = '2026-05-01'`.execute(transaction);
      await sql`delete from calendar_day where day = '2026-04-30'`.execute(transaction);
    });
    await updateCalendar(server.database);
    const { years, open } = await read();
    expect(await dayOf('2026-11-23')).toMatchObject({ basis: swap.basis });
    expect(open.map(({ from }) => from)).not.toContain('2026-11-23');
    expect(years.find(({ year }) => year === 2028)).toMatchObject({ status: 'decided' });
    expect(await dayOf('2026-05-01')).toMatchObject({ name: 'Ngày Quốc tế lao động' });
    expect(await dayOf('2026-04-30')).toMatchObject({ name: 'Ngày Chiến thắng' });
  });
});

describe('a workbook of the calendar', () => {
  const toFile = (bytes: Uint8Array) => new File([Buffer.from(bytes)], 'lich.xlsx');
  const preview = (file: File, person = administrator): Promise<Called<CalendarImportPreview>> =>
    server.upload(person, previewCalendarImport.path, {}, file);
  const write = (file: File, fingerprint: string): Promise<Called<Pick<CalendarImportPreview, 'counts'>>> =>
    server.upload(administrator, importCalendar.path, { fingerprint }, file);
  const days = async (...rows: readonly (readonly (string | null)[])[]) =>
    toFile(
      await writeXlsx({
        sheets: [
          { name: calendarSheets.days.name, rows: [[...calendarSheets.days.columns], ...rows.map((row) => [...row])] },
        ],
      }),
    );

  it('comes back as it went out, of one year and of all', async () => {
    for (const query of [{}, { year: 2026 }]) {
      const { answer } = await server.call(officer, exportCalendar, { query });
      const bytes = Buffer.from(answer.base64, 'base64');
      expect((await readXlsx(bytes)).sheets.map(({ name }) => name)).toEqual(['Năm', 'Ngày', 'Chưa quyết định']);
      const shown = (await preview(toFile(bytes))).answer;
      expect({ bad: shown.badRows, put: shown.counts.put }).toEqual({ bad: [], put: 0 });
    }
  });

  it('shows what it would put there, writes nothing, then writes just that', async () => {
    const file = await days(
      ['04/01/2027', 'Nghỉ hoán đổi', 'Nghỉ hoán đổi', 'Thông báo 01/TB-XYZ', null, 'Nguồn thứ cấp', null, null],
      ['09/01/2027', 'làm bù', 'Làm bù cho 04/01/2027', 'Thông báo 01/TB-XYZ', null, 'Nguồn thứ cấp', null, null],
    );
    const shown = (await preview(file)).answer;
    expect(shown.counts).toEqual({ rows: 2, put: 2 });
    expect(shown.changes.map(({ what, name }) => [what, name])).toEqual([
      ['added', '04/01/2027'],
      ['added', '09/01/2027'],
    ]);
    expect(await dayOf('2027-01-04')).toBeUndefined();
    expect((await write(file, shown.fingerprint)).answer.counts).toEqual(shown.counts);
    expect(await dayOf('2027-01-09')).toMatchObject({ kind: 'working_saturday' });
    expect((await write(file, shown.fingerprint)).refusal.code).toBe('workbook.changed_since_preview');
  });

  it('names every row that is not right, and is for the administrator alone', async () => {
    const file = await days(
      ['31/02/2027', 'Nghỉ lễ, tết', 'a', 'b', null, 'Đã kiểm chứng', null, null],
      ['01/03/2027', 'Nghỉ chơi', 'a', 'b', null, 'Đã kiểm chứng', null, null],
      ['02/03/2027', 'Nghỉ lễ, tết', '=1+1', 'b', null, 'Đã kiểm chứng', null, null],
    );
    const shown = (await preview(file)).answer;
    expect(shown.badRows.map(({ row, code }) => [row, code])).toEqual([
      [2, 'workbook.cell_date'],
      [3, 'workbook.cell_choice'],
      [4, 'workbook.cell_formula'],
    ]);
    const whole = await days(['06/03/2027', 'Nghỉ hoán đổi', 'a', 'b', null, 'Đã kiểm chứng', null, null]);
    expect((await preview(whole)).answer.badRows).toMatchObject([{ row: 2, code: 'calendar.swap_on_rest_day' }]);
    expect((await preview(whole, officer)).refusal.code).toBe('platform.not_allowed');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listNotices } from '@mangnon/domain/attention/notices.api.ts';
import {
  correctVersion,
  decideVersion,
  explainFinding,
  findVersion,
  openVersion,
  setForm,
  signVersion,
  writeNarrative,
} from '@mangnon/domain/reports/versions.api.ts';
import type { Person } from '../testing/test-call.ts';
import { kheOffice, lanhOffice } from './testing/report-world.ts';
import { dueOn, number, startVersionWorld, tables, type VersionWorld } from './testing/version-world.ts';

let world: VersionWorld;
beforeAll(async () => {
  world = await startVersionWorld();
}, 180_000);
afterAll(() => world.server.stop());

const zero = { state: 'zero', reason: 'none_found', words: null } as const;
const sex = (part: string) => ({ sex: part });
/** Children 40, of them 25 boys and 15 girls; nobody in special circumstances. */
const filled = [
  { code: 'n.children', value: number(40) },
  { code: 'n.children', parts: sex('male'), value: number(25) },
  { code: 'n.children', parts: sex('female'), value: number(15) },
  { code: 'n.children', parts: sex('unknown'), value: zero },
  { code: 'n.special', value: zero },
  { code: 'n.activities', value: number(3) },
];
const valueOf = (page: Awaited<ReturnType<VersionWorld['read']>>, key: string) =>
  page.cells.find((cell) => cell.key === key);
const kindsOf = async (person: Person) =>
  (await world.server.call(person, listNotices, { query: {} })).answer.notices.map(({ kind }) => kind);

describe('a report of a unit', () => {
  let versionId: string;

  it('is begun once, however often it is asked for, by the unit that owes it', async () => {
    versionId = await world.begin();
    expect(await world.begin()).toBe(versionId);
    const { server, people, regimeId } = world;
    const asked = { params: { regimeId }, body: { id: randomUUID(), unit: kheOffice, dueOn } };
    expect((await server.call(people.neighbour, openVersion, asked)).refusal.code).toBe('platform.not_allowed');
    const wrongDay = { ...asked, body: { ...asked.body, dueOn: '2026-06-21' } };
    expect((await server.call(people.officer, openVersion, wrongDay)).refusal.code).toBe('reports.not_due');
    const gone = { ...asked, body: { ...asked.body, unit: { ...kheOffice, placeId: '99013' } } };
    expect((await server.call(people.officer, openVersion, gone)).refusal.code).toBe('reports.not_due');
  });

  it('has the cells of its form, empty, and is seen by its unit alone', async () => {
    const page = await world.read(versionId);
    expect(page.cells).toHaveLength(9);
    expect(page.cells.every(({ value, revision }) => value.state === 'no_report' && revision === 0)).toBe(true);
    expect(page.can).toMatchObject({ edit: true, sign: false, send: false, decide: false });
    expect(page.regime.planTitle.length).toBeGreaterThan(5);
    for (const person of [world.people.lead, world.people.neighbour, world.people.police]) {
      await expect(world.read(versionId, person)).rejects.toThrow('reports.version_not_found');
    }
  });

  it('saves cells as they are typed, and gives back what somebody else changed meanwhile', async () => {
    const first = await world.save(versionId, filled);
    expect(first.answer.clashes).toEqual([]);
    expect(first.answer.saved).toHaveLength(6);
    // The same request once more, from a line that was cut.
    expect((await world.save(versionId, filled)).answer.saved.every(({ revision }) => revision === 1)).toBe(true);
    const changes = [
      { code: 'n.children', value: number(41), base: 0 },
      { code: 'n.activities', value: number(4), base: 1 },
    ];
    const second = await world.save(versionId, changes, world.chair);
    expect(second.status).toBe(200);
    expect(second.answer.saved).toEqual([{ key: 'n.activities', revision: 2 }]);
    expect(second.answer.clashes).toMatchObject([{ key: 'n.children', value: number(40), revision: 1 }]);
    expect(valueOf(await world.read(versionId), 'n.children')?.value).toEqual(number(40));
  });

  it('empties a cell without losing that it was filled', async () => {
    const emptied = await world.save(versionId, [{ code: 'n.activities', value: { state: 'no_report' }, base: 2 }]);
    expect(emptied.answer.saved).toEqual([{ key: 'n.activities', revision: 3 }]);
    await world.save(versionId, [{ code: 'n.activities', value: number(3), base: 3 }]);
    expect(valueOf(await world.read(versionId), 'n.activities')).toMatchObject({ value: number(3), revision: 4 });
  });

  it('refuses a cell its form does not have, and a value that is none', async () => {
    expect((await world.save(versionId, [{ code: 'n.abused', value: number(1) }])).refusal.code).toBe(
      'reports.cell_unknown',
    );
    expect((await world.save(versionId, [{ code: 'n.children', value: number(0) }])).refusal.code).toBe(
      'platform.invalid_input',
    );
  });

  it('is not signed while parts and whole disagree, nor before its period is over', async () => {
    await world.save(versionId, [{ code: 'n.children', parts: sex('female'), value: number(30), base: 1 }]);
    const refused = await world.sign(versionId);
    expect(refused.refusal.code).toBe('reports.blocked');
    expect(refused.refusal.message.vi).toContain('1 chỗ phải sửa');
    await world.save(versionId, [{ code: 'n.children', parts: sex('female'), value: number(15), base: 2 }]);
    const { now } = world.server.clock;
    world.server.clock.now = new Date('2026-06-10T03:00:00Z');
    expect((await world.sign(versionId)).refusal.code).toBe('reports.period_not_over');
    world.server.clock.now = now;
  });

  it('has a warning explained before it is signed', async () => {
    await world.save(versionId, [{ code: 'n.children', parts: sex('female'), value: number(14), base: 3 }]);
    expect((await world.sign(versionId)).refusal.code).toBe('reports.blocked');
    const finding = 'n.children indicators.parts_below_whole';
    const page = await world.read(versionId);
    expect(page.blocked.map(({ act }) => act)).toContain('send');
    const said = await world.server.call(world.people.officer, explainFinding, {
      params: { versionId },
      body: { finding, words: 'Một trẻ chưa rõ giới tính trong giấy tờ.' },
    });
    expect(said.status).toBe(200);
    expect((await world.read(versionId)).explained).toEqual({ [finding]: 'Một trẻ chưa rõ giới tính trong giấy tờ.' });
  });

  it('keeps its words, and tells who changed them meanwhile', async () => {
    const write = (base: number, words: string, person = world.people.officer) =>
      world.server.call(person, writeNarrative, { params: { versionId }, body: { heading: 'results', words, base } });
    expect((await write(0, 'Đã mở ba lớp.')).answer.revision).toBe(1);
    expect((await write(0, 'Đã mở bốn lớp.', world.chair)).refusal.code).toBe('reports.narrative_changed');
    expect((await world.read(versionId)).narrative[0]).toMatchObject({ words: 'Đã mở ba lớp.', revision: 1 });
  });

  it('is signed by who is in charge alone, and loses the signature when it is written on', async () => {
    expect((await world.sign(versionId, world.people.officer)).refusal.code).toBe('platform.not_allowed');
    expect((await world.step(versionId, 'send')).refusal.code).toBe('reports.wrong_state');
    expect((await world.sign(versionId)).status).toBe(200);
    expect((await world.save(versionId, [{ code: 'n.activities', value: number(5), base: 4 }])).refusal.code).toBe(
      'reports.wrong_state',
    );
    expect((await world.step(versionId, 'reopen')).status).toBe(200);
    expect((await world.read(versionId)).signedBy).toBe(null);
    const id = randomUUID();
    const signing = () => world.server.call(world.chair, signVersion, { params: { versionId }, body: { id } });
    expect((await signing()).status).toBe(200);
    expect((await signing()).status).toBe(200);
    expect((await world.read(versionId)).steps.map(({ step }) => step)).toEqual(['open', 'sign', 'reopen', 'sign']);
  });

  it('is sent once, marks the board, and is late however it is typed', async () => {
    const id = randomUUID();
    expect((await world.step(versionId, 'send', world.people.officer, id)).status).toBe(200);
    expect((await world.step(versionId, 'send', world.people.officer, id)).status).toBe(200);
    const page = await world.read(versionId, world.people.lead);
    expect(page).toMatchObject({ state: 'sent', late: true, can: { decide: true, edit: false } });
    const board = (await world.see()).periods.find((period) => period.dueOn === dueOn);
    expect(board?.units.find(({ unit }) => unit.placeId === kheOffice.placeId)?.state).toBe('sent_late');
    expect(await kindsOf(world.people.lead)).toContain('report_received');
  });

  it('comes back with what is to be mended, cell by cell', async () => {
    const { server, people } = world;
    const back = { id: randomUUID(), decision: 'send_back', words: 'Xem lại số hoạt động.' } as const;
    const remarks = [{ id: randomUUID(), key: 'n.activities', words: 'Danh sách gửi kèm chỉ có hai lớp.' }];
    type Remarks = { id: string; key: string; words: string }[];
    const ask = (body: { remarks: Remarks }, person = people.lead) =>
      server.call(person, decideVersion, { params: { versionId }, body: { ...back, ...body } });
    expect((await ask({ remarks }, people.officer)).refusal.code).toBe('platform.not_allowed');
    expect((await ask({ remarks: [{ id: randomUUID(), key: 'n.none', words: 'Không có ô này.' }] })).refusal.code).toBe(
      'reports.cell_unknown',
    );
    expect((await ask({ remarks })).status).toBe(200);
    const page = await world.read(versionId);
    expect(page).toMatchObject({ state: 'draft', late: true, can: { edit: true } });
    expect(page.remarks).toMatchObject([{ key: 'n.activities', words: 'Danh sách gửi kèm chỉ có hai lớp.' }]);
    expect(await kindsOf(people.officer)).toContain('report_sent_back');
  });

  it('is accepted by another than its signer, and is locked then', async () => {
    await world.save(versionId, [{ code: 'n.activities', value: number(2), base: 4 }]);
    expect((await world.sign(versionId)).status).toBe(200);
    expect((await world.step(versionId, 'send')).status).toBe(200);
    expect((await world.accept(versionId)).status).toBe(200);
    expect((await world.save(versionId, [{ code: 'n.activities', value: number(3), base: 5 }])).refusal.code).toBe(
      'reports.wrong_state',
    );
    expect((await world.step(versionId, 'reopen')).refusal.code).toBe('reports.wrong_state');
    expect(await kindsOf(world.people.officer)).toContain('report_accepted');
    const { rows } = await world.standing(versionId);
    expect(rows).toEqual([{ standing: 6, all: 6 }]);
  });

  it('is corrected by a new version, and until that is accepted the old one stands', async () => {
    const { server, people } = world;
    const id = randomUUID();
    const correct = (body: { id: string; reason: string }, person = people.officer) =>
      server.call(person, correctVersion, { params: { versionId }, body });
    const reason = 'Đếm thiếu một hoạt động ở thôn Nà Pán.';
    expect((await correct({ id, reason }, people.neighbour)).status).toBe(404);
    expect((await correct({ id, reason })).answer.versionId).toBe(id);
    expect((await correct({ id, reason })).answer.versionId).toBe(id);
    expect((await correct({ id: randomUUID(), reason })).refusal.code).toBe('reports.correction_open');
    await world.save(id, [{ code: 'n.activities', value: number(3), base: 1 }]);
    expect(valueOf(await world.read(id), 'n.activities')).toMatchObject({ value: number(3), accepted: number(2) });
    expect((await world.standing(versionId)).rows[0]?.standing).toBe(6);
    await world.sign(id);
    await world.step(id, 'send');
    expect((await world.accept(id)).status).toBe(200);
    expect((await world.read(versionId)).state).toBe('replaced');
    expect((await world.standing(versionId)).rows[0]?.standing).toBe(0);
    expect((await world.standing(id)).rows[0]?.standing).toBe(6);
    const found = await server.call(people.lead, findVersion, {
      params: { regimeId: world.regimeId },
      query: { dueOn, ...kheOffice },
    });
    expect(found.answer.versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'replaced'],
      [2, 'accepted'],
    ]);
  });

  it('asks as often for two hundred cells as for one', async () => {
    const id = await world.begin(world.people.neighbour, lanhOffice);
    const one = await world.save(id, [filled[0] ?? { code: 'n.children', value: zero }], world.people.neighbour);
    const many = await world.save(id, filled.slice(1), world.people.neighbour);
    expect(many.statements).toHaveLength(one.statements.length);
  });
});

describe('the form of a regime', () => {
  const ask = (person: Person, changed: object) =>
    world.server.call(person, setForm, {
      params: { regimeId: world.regimeId },
      body: { id: randomUUID(), firstDueOn: dueOn, tables, ...changed },
    });

  it('is set by who keeps the plan, from a due day of which no report was begun', async () => {
    expect((await ask(world.people.officer, {})).refusal.code).toBe('platform.not_allowed');
    expect((await ask(world.people.lead, {})).refusal.code).toBe('reports.form_too_late');
    expect((await ask(world.people.lead, { firstDueOn: '2026-01-01' })).refusal.code).toBe('reports.form_no_due_day');
  });

  it('asks for counts alone, split by what they are split by', async () => {
    const [first] = tables;
    const rate = [{ ...first, codes: ['qd23.8a'] }];
    expect((await ask(world.people.lead, { tables: rate })).refusal.code).toBe('reports.form_unknown_code');
    const unfit = [{ ...first, by: 'handling' }];
    expect((await ask(world.people.lead, { tables: unfit })).refusal.code).toBe('reports.form_split_unfit');
  });
});

import { randomUUID } from 'node:crypto';
import { findIndicator } from '@mangnon/domain/indicators/catalogue.ts';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import { cellKey } from '@mangnon/domain/indicators/form-cell.ts';
import type { DuePeriod } from '@mangnon/domain/reports/report-due.ts';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import { asDemoPerson } from '../access/as-demo-person.ts';
import { loadCatalogue } from '../indicators/indicators.queries.ts';
import type { DemoSeed } from '../platform/module.ts';
import { insertSending } from './duties.queries.ts';
import { insertForm } from './forms.queries.ts';
import { periodsOf } from './regimes.actions.ts';
import { findRegimes, insertSender, type StoredRegime } from './regimes.queries.ts';
import { insertStep, putNarrative, setState, type StepName } from './steps.queries.ts';
import { setStanding, writeValues } from './values.queries.ts';
import { insertVersion, lockVersion, type StoredVersion } from './versions.queries.ts';

const khe = '99010@2025-07-01';
const province = '99@2025-07-01';
const office = { agencyId: 'x.ubnd', placeId: khe };

const tables: readonly FormTable[] = [
  {
    title: { vi: 'Trẻ em trên địa bàn', en: 'Children of the place' },
    by: 'sex',
    codes: ['n.children', 'n.special', 'n.special_supported'],
    agencies: null,
  },
  {
    title: { vi: 'Trẻ em bị xâm hại, theo hình thức', en: 'Abused children by form of abuse' },
    by: 'abuse_form',
    codes: ['n.abused'],
    agencies: null,
  },
  {
    title: { vi: 'Hoạt động truyền thông, tập huấn', en: 'Communication and training' },
    by: null,
    codes: ['n.activities', 'n.people_reached'],
    agencies: null,
  },
];

const number = (amount: number): Value => ({ state: 'number', amount });
const none: Value = { state: 'zero', reason: 'none_found', words: null };
type Told = readonly (readonly [code: string, part: string | null, value: Value])[];

/** Of an invented commune. */
const halfYear: Told = [
  ['n.children', null, number(1184)],
  ['n.children', 'female', number(571)],
  ['n.children', 'male', number(613)],
  ['n.children', 'unknown', none],
  ['n.special', null, number(46)],
  ['n.special', 'female', number(21)],
  ['n.special', 'male', number(25)],
  ['n.special', 'unknown', none],
  ['n.special_supported', null, number(39)],
  ['n.abused', null, none],
  ['n.activities', null, number(7)],
  ['n.people_reached', null, number(412)],
];
/**
 * A form for the reports the demo's plan asks for, and the half-yearly report of one commune as it was accepted, under the
 * posts of the demo's people. Who sends the yearly one its clause does not tell, and is left to be told.
 */
export async function seedDemoReports(seed: DemoSeed): Promise<void> {
  const { database, now } = seed;
  // The demo tells of 2026, and nobody has reported what lies ahead.
  if (now < new Date('2026-06-12T00:00:00Z')) return;
  const { rows } = await findRegimes(database, undefined);
  const regimeOf = (period: StoredRegime['period']) =>
    rows.find((regime) => regime.period === period && regime.placeId === province && regime.due?.day !== 30);
  const [half, year] = [regimeOf('6_months'), regimeOf('year')];
  if (half === undefined || year === undefined) throw new Error('the demo’s plan asks for no reports');
  const dueIn = (regime: StoredRegime) => periodsOf(regime).find(({ dueOn }) => dueOn.startsWith('2026'));
  const [june, december] = [dueIn(half), dueIn(year)];
  if (june === undefined || december === undefined) throw new Error('the demo’s reports are due in no year');
  await asDemoPerson(seed, 'hanh', async (accountId) => {
    const by = { accountId, now: new Date('2026-03-02T02:00:00Z') };
    await insertSender(database, half.id, office.agencyId, by);
    await insertForm(database, { id: randomUUID(), regimeId: half.id, firstDueOn: june.dueOn, tables }, by);
    await insertForm(database, { id: randomUUID(), regimeId: year.id, firstDueOn: december.dueOn, tables }, by);
  });
  const report = await begin(seed, half, june, halfYear, '2026-06-05T03:00:00Z');
  await take(seed, 'pao', report, ['sign', 'signed'], '2026-06-08T01:30:00Z');
  await take(seed, 'mai', report, ['send', 'sent'], '2026-06-08T02:00:00Z');
  await asDemoPerson(seed, 'mai', async (accountId) => {
    const mark = { ...office, id: report.id, regimeId: half.id, provinceId: province, dueOn: june.dueOn };
    const by = { accountId, now: new Date('2026-06-08T02:00:00Z') };
    await insertSending(database, { ...mark, sentOn: '2026-06-08', number: '31/BC-UBND', words: null }, by);
  });
  await take(seed, 'hanh', report, ['accept', 'accepted'], '2026-06-11T07:00:00Z');
  await asDemoPerson(seed, 'hanh', () => setStanding(database, report.no, null));
}

/** A report of the commune with its figures, as its officer writes it. */
async function begin(
  seed: DemoSeed,
  regime: StoredRegime,
  { dueOn, cutStart, cutEnd }: DuePeriod,
  told: Told,
  at: string,
): Promise<StoredVersion> {
  const { database } = seed;
  const id = randomUUID();
  const catalogue = await loadCatalogue(database);
  let made: StoredVersion | undefined;
  await asDemoPerson(seed, 'mai', async (accountId) => {
    const by = { accountId, now: new Date(at) };
    const report = { ...office, id, regimeId: regime.id, dueOn, provinceId: province, receiverPlaceId: regime.placeId };
    await insertVersion(database, { ...report, cutStart, cutEnd }, by);
    await insertStep(database, { id, versionId: id, step: 'open', words: null }, by);
    made = await lockVersion(database, id);
    if (made === undefined) return;
    const values = told.map(([code, part, value]) => {
      const parts: Record<string, string> = part === null ? {} : { sex: part };
      if (findIndicator(catalogue, code, cutEnd) === undefined) throw new Error(`no count ${code}`);
      return { key: cellKey({ code, parts }), code, parts, value };
    });
    await writeValues(database, made, values, by);
    const words = 'Đã truyền thông tại 4 bản và 2 trường; rào 7 trên 11 ao, hố; mở lớp bơi cho 38 trẻ em.';
    await putNarrative(database, made.no, 'results', { words, revision: 1, by: 'Sầm Thị Mai' });
    const hindered = 'Còn 4 ao, hố chờ vật liệu; hai bản chưa có cộng tác viên.';
    await putNarrative(database, made.no, 'hindrances', { words: hindered, revision: 1, by: 'Sầm Thị Mai' });
  });
  if (made === undefined) throw new Error('the demo’s report was not begun');
  return made;
}

async function take(
  seed: DemoSeed,
  login: string,
  { no, id }: StoredVersion,
  [step, state]: readonly [StepName, StoredVersion['state']],
  at: string,
): Promise<void> {
  await asDemoPerson(seed, login, async (accountId) => {
    const by = { accountId, now: new Date(at) };
    await setState(seed.database, no, state, by);
    await insertStep(seed.database, { id: randomUUID(), versionId: id, step, words: null }, by);
  });
}

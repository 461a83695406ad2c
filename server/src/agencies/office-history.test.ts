import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficeChange } from '@mangnon/domain/agencies/office-change.ts';
import { officeRecord, type OfficeRecord } from '@mangnon/domain/agencies/office.ts';
import { changeOffices, getOfficeHistory, getOffices } from '@mangnon/domain/agencies/offices.api.ts';
import type { Person } from '../testing/test-call.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const khe = '99010@2025-07-01';
const lanh = '99016@2025-07-01';

let server: TestServer;
let lead: Person;
let officer: Person;
let stranger: Person;
beforeAll(async () => {
  server = await startTestServer({ demo: true });
  server.clock.now = new Date('2026-11-23T03:00:00Z');
  lead = await server.signIn({ post: 'provincial_lead_officer', placeId: '99@2025-07-01' });
  officer = await server.signIn({ post: 'commune_officer', placeId: khe });
  stranger = await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' });
});
afterAll(() => server.stop());

const read = async () => (await server.call(officer, getOffices, { params: { placeId: khe }, query: {} })).answer;
const send = (changes: OfficeChange[]) =>
  server.call(officer, changeOffices, { params: { placeId: khe }, body: { changes } });
const historyOf = (who: Person, kind: OfficeRecord['kind'], recordId: string) =>
  server.call(who, getOfficeHistory, { params: { placeId: khe, recordId }, query: { kind } });

it('puts a telephone right and keeps the version before, read by its commune and province alone', async () => {
  const village = (await read()).villages.find(({ name }) => name === 'Nà Cọ');
  const [person] = village?.collaborators ?? [];
  if (person === undefined) throw new Error('the demo has a collaborator in Nà Cọ');
  const { standing: _, versions: __, ...known } = person;
  expect(person.versions).toBe(0);
  const called = await send([{ change: 'amend', record: { ...known, phone: '0990001999' } }]);
  expect(called.answer.amended).toBe(1);
  const again = (await read()).villages.find(({ name }) => name === 'Nà Cọ');
  expect(again?.collaborators[0]).toMatchObject({ phone: '0990001999', versions: 1 });
  const past = async (who: Person) => historyOf(who, 'collaborator', person.id);
  for (const who of [officer, lead]) {
    expect((await past(who)).answer.entries).toEqual([
      {
        what: 'changed',
        at: '2026-11-23T03:00:00.000Z',
        by: { name: expect.stringMatching(/./), title: expect.any(String) },
        fields: [{ column: 'Điện thoại', before: person.phone, after: '0990001999' }],
      },
      expect.objectContaining({ what: 'added', by: null }),
    ]);
  }
  // Asked under the name of another kind, it is no way around either.
  const hidden = await past(stranger);
  expect([hidden.status, hidden.refusal.code]).toEqual([404, 'offices.no_record']);
  expect((await historyOf(stranger, 'village', person.id)).status).toBe(404);
});

it('tells of an office to everybody who may look it up what stood there, what ended, what was withdrawn', async () => {
  const village = officeRecord.parse({ kind: 'village', id: randomUUID(), placeId: khe, type: 'ap', name: 'Mới' });
  await send([{ change: 'add', record: village }]);
  await send([{ change: 'amend', record: { ...village, name: 'Mới Hai' } as OfficeRecord }]);
  await send([{ change: 'end', kind: 'village', id: village.id, validTo: '2026-11-22' }]);
  await send([{ change: 'withdraw', kind: 'village', id: village.id }]);
  const { entries } = (await historyOf(stranger, 'village', village.id)).answer;
  expect(entries.map(({ what, fields }) => [what, ...fields.map((field) => field.after)])).toEqual([
    ['withdrawn'],
    ['ended', '22/11/2026'],
    ['changed', 'Mới Hai'],
    ['added', 'Ấp', 'Mới'],
  ]);
  expect((await historyOf(stranger, 'village', randomUUID())).status).toBe(404);
  const other = { params: { placeId: lanh, recordId: village.id }, query: { kind: 'village' as const } };
  expect((await server.call(stranger, getOfficeHistory, other)).status).toBe(404);
});

import { randomUUID } from 'node:crypto';
import { addFinding, issueConclusion, reportRecommendation } from '@mangnon/domain/inspections/conclusions.api.ts';
import { createInspection, getInspection, type Inspection } from '@mangnon/domain/inspections/inspections.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { health, khe, lanh, province, startTaskWorld, type TaskWorld } from '../../tasks/testing/task-world.ts';
import type { Called, Person } from '../../testing/test-call.ts';

export const police: UnitRef = { agencyId: 't.congan', placeId: province };
export const kheOffice: UnitRef = { agencyId: 'x.ubnd', placeId: khe };
export const lanhOffice: UnitRef = { agencyId: 'x.ubnd', placeId: lanh };
/** The day everything here goes by. */
export const morning = new Date('2026-05-04T03:00:00Z');

type Done = Promise<Called<{ inspectionId: string }>>;

/** The world of tasks with three units that hold tasks, and inspections of them. */
export interface InspectionWorld extends TaskWorld {
  /** Sets up an inspection led by the department of health, with a visit to each unit; its id. */
  setUp(units: readonly UnitRef[], changed?: object): Promise<string>;
  see(person: Person, inspectionId: string): Promise<Inspection>;
  /** The id of a unit within an inspection. */
  unitOf(inspectionId: string, unit: UnitRef): Promise<string>;
  find(inspectionId: string, unit: UnitRef, changed?: object): Done;
  /** Issues a conclusion with one recommendation for each unit; the ids of these. */
  conclude(inspectionId: string, units: readonly UnitRef[], changed?: object): Promise<readonly string[]>;
  report(person: Person, recommendationId: string, changed?: object): Done;
}

/** `clamav`: the address of ClamAV's daemon. */
export async function startInspectionWorld(options: { readonly clamav?: string } = {}): Promise<InspectionWorld> {
  const world = await startTaskWorld(options);
  const { server, people, planId } = world;
  server.clock.now = morning;
  await world.give('Kiểm tra an toàn', police);
  await world.give('Kiểm tra an toàn', kheOffice);
  await world.give('Kiểm tra an toàn', lanhOffice);
  const see = async (person: Person, inspectionId: string) =>
    (await server.call(person, getInspection, { params: { inspectionId } })).answer;
  const unitOf = async (inspectionId: string, { agencyId, placeId }: UnitRef) => {
    const { units } = await see(people.lead, inspectionId);
    return units.find(({ unit }) => unit.agencyId === agencyId && unit.placeId === placeId)?.id ?? randomUUID();
  };
  return {
    ...world,
    see,
    unitOf,
    async setUp(units, changed = {}) {
      const id = randomUUID();
      const body = {
        ...headOf(id),
        visits: units.map((unit) => ({ id: randomUUID(), unit, plannedOn: '2026-05-06' })),
        ...changed,
      };
      await expectDone(server.call(people.lead, createInspection, { params: { planId }, body }));
      return id;
    },
    async find(inspectionId, unit, changed = {}) {
      const unitId = await unitOf(inspectionId, unit);
      const body = {
        id: randomUUID(),
        unitId,
        kind: 'shortcoming',
        words: 'Chưa rào 04 hố nước.',
        taskId: null,
      } as const;
      return server.call(people.lead, addFinding, { params: { inspectionId }, body: { ...body, ...changed } });
    },
    async conclude(inspectionId, units, changed = {}) {
      const recommendations = [];
      for (const unit of units) {
        // oxlint-disable-next-line no-await-in-loop -- few
        const unitId = await unitOf(inspectionId, unit);
        recommendations.push({ id: randomUUID(), unitId, words: 'Rào đủ các hố nước.', dueOn: '2026-06-01' });
      }
      const body = { id: randomUUID(), ...conclusionWords, correctsId: null, recommendations, ...changed };
      await expectDone(server.call(people.lead, issueConclusion, { params: { inspectionId }, body }));
      return recommendations.map(({ id }) => id);
    },
    report: (person, recommendationId, changed = {}) =>
      server.call(person, reportRecommendation, {
        params: { recommendationId },
        body: { id: randomUUID(), happenedOn: '2026-05-04', words: 'Đã rào xong.', ...changed },
      }),
  };
}

export const conclusionWords = { number: '12/KL-SYT', issuedOn: '2026-05-04', words: 'Xã đã làm, còn chậm.' };

export const headOf = (id: string) => ({
  id,
  kind: 'check' as const,
  lead: health,
  basis: 'Quyết định số 45/QĐ-SYT ngày 20/4/2026',
  members: [{ name: 'Lò Thị Hạnh', from: 'Sở Y tế' }],
  startsOn: '2026-05-01',
  endsOn: '2026-05-31',
  contents: 'Việc rào chắn, cắm biển ở nơi nguy hiểm.',
});

async function expectDone(called: Promise<Called<unknown>>): Promise<void> {
  const { answer } = await called;
  if (answer === undefined) throw new Error('nothing was answered');
}

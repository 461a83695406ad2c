import { randomUUID } from 'node:crypto';
import { addSending, getRegime, listRegimes, type RegimePage } from '@mangnon/domain/reports/reports.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { khe, lanh, startTaskWorld, type TaskWorld } from '../../tasks/testing/task-world.ts';
import type { Called, Person } from '../../testing/test-call.ts';

export const kheOffice: UnitRef = { agencyId: 'x.ubnd', placeId: khe };
export const lanhOffice: UnitRef = { agencyId: 'x.ubnd', placeId: lanh };

const clauses = `3. Ủy ban nhân dân các xã, phường
- Định kỳ 6 tháng trước ngày 20/6 báo cáo UBND tỉnh (qua Sở Y tế).

III. CHẾ ĐỘ BÁO CÁO
- Báo cáo năm gửi UBND tỉnh trước ngày 20/12.
- Hằng năm báo cáo Hội đồng nhân dân tỉnh.`;

/** The world of tasks whose plan asks the communes for a report, says of another not who sends it, and of a third not when. */
export interface ReportWorld extends TaskWorld {
  /** The half-yearly regime. */
  readonly regimeId: string;
  see(person?: Person): Promise<RegimePage>;
  send(person: Person, unit: UnitRef, changed?: object): Promise<Called<{ regimeId: string }>>;
}

export async function startReportWorld(): Promise<ReportWorld> {
  const world = await startTaskWorld({ reporting: clauses });
  const { server, people, planId } = world;
  server.clock.now = new Date('2026-06-21T03:00:00Z');
  const { rows } = (await server.call(people.lead, listRegimes, { query: { planId } })).answer;
  const regimeId = rows.find(({ period }) => period === '6_months')?.id ?? '';
  return {
    ...world,
    regimeId,
    see: async (person = people.lead) => (await server.call(person, getRegime, { params: { regimeId } })).answer,
    send: (person, unit, changed = {}) =>
      server.call(person, addSending, {
        params: { regimeId },
        body: {
          id: randomUUID(),
          unit,
          dueOn: '2026-06-20',
          sentOn: '2026-06-19',
          number: '12/BC-UBND',
          words: null,
          ...changed,
        },
      }),
  };
}

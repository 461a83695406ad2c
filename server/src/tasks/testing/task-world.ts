import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import sharp from 'sharp';
import { assignTasks, getAssignment, type Assignment } from '@mangnon/domain/tasks/assignment.api.ts';
import { reportProgress, uploadProof } from '@mangnon/domain/tasks/progress.api.ts';
import { getTask, type Task } from '@mangnon/domain/tasks/tasks.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { makePlanText } from '../../plans/testing/plan-text.ts';
import { startReview } from '../../plans/testing/review.ts';
import type { Called, Person } from '../../testing/test-call.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

export const province = '99@2025-07-01';
export const khe = '99010@2025-07-01';
export const lanh = '99016@2025-07-01';
export const health: UnitRef = { agencyId: 't.so_yte', placeId: province };

/** A server with an adopted plan of the invented province, and the people around its tasks. */
export interface TaskWorld {
  readonly server: TestServer;
  readonly planId: string;
  readonly assignment: Assignment;
  readonly people: Readonly<Record<'lead' | 'second' | 'officer' | 'neighbour' | 'police' | 'stranger', Person>>;
  /** Gives the sentence that begins so to a unit; the task. */
  give(beginning: string, unit: UnitRef, schedule?: Schedule): Promise<string>;
  task(taskId: string, person?: Person): Promise<Task>;
  /** Sends a small picture as proof; its id. */
  prove(person: Person, periodId: string): Promise<string>;
  complete(person: Person, periodId: string, happenedOn: string): Promise<Called<{ taskId: string }>>;
}

interface Schedule {
  readonly repeats: 'once' | 'month' | 'quarter' | 'half_year' | 'year';
  readonly startsOn: string;
  readonly endsOn: string | null;
}

interface WorldOptions {
  /** Sentences of the plan beyond the three that always stand there. */
  readonly moreTasks?: number;
  readonly moreWords?: string;
  /** Lines after its tasks: who reports, and when. */
  readonly reporting?: string;
  /** Address of ClamAV's daemon. */
  readonly clamav?: string;
}

export async function startTaskWorld({ clamav, ...more }: WorldOptions = {}): Promise<TaskWorld> {
  const server = await startTestServer({ demo: true, ...(clamav !== undefined && { clamav }) });
  const people = {
    lead: await server.signIn({ post: 'provincial_lead_officer', placeId: province }),
    second: await server.signIn({ post: 'provincial_lead_officer', placeId: province }),
    officer: await server.signIn({ post: 'commune_officer', placeId: khe }),
    neighbour: await server.signIn({ post: 'commune_officer', placeId: lanh }),
    police: await server.signIn({ post: 'police', placeId: province, agencyId: 't.congan' }),
    stranger: await server.signIn({ post: 'provincial_lead_officer', placeId: '01@2025-07-01' }),
  };
  const review = await startReview(server, people.lead, makePlanText({ sure: true, ...more }));
  await review.settle();
  const { planId } = (await review.adopt()).answer;
  await setPlanPlace(server, planId, province, people.lead.id);
  const assignment = (await server.call(people.lead, getAssignment, { params: { planId } })).answer;
  const task = async (taskId: string, person = people.lead) =>
    (await server.call(person, getTask, { params: { taskId } })).answer;
  const prove = async (person: Person, periodId: string) => {
    const id = randomUUID();
    const path = uploadProof.path.replace(':periodId', periodId);
    const file = new File([new Uint8Array(await makePicture())], 'tap-huan.jpg');
    return (await server.upload<{ id: string }>(person, path, { id }, file)).answer.id;
  };
  return {
    server,
    planId,
    assignment,
    people,
    task,
    prove,
    async give(beginning, unit, schedule = { repeats: 'once', startsOn: '2026-03-09', endsOn: '2026-06-30' }) {
      const sentence = assignment.sentences.find(({ text }) => text.startsWith(beginning));
      if (sentence === undefined) throw new Error(`no sentence begins with «${beginning}»`);
      const item = {
        planTaskId: sentence.planTaskId,
        units: [unit],
        coordinating: [],
        schedule,
        product: null,
        words: null,
      };
      const { answer } = await server.call(people.lead, assignTasks, { params: { planId }, body: { items: [item] } });
      const again = await server.call(people.lead, getAssignment, { params: { planId } });
      const given = again.answer.sentences
        .find(({ planTaskId }) => planTaskId === sentence.planTaskId)
        ?.given.find((one) => one.unit.placeId === unit.placeId && one.unit.agencyId === unit.agencyId);
      if (given === undefined) throw new Error(`nothing was given: ${JSON.stringify(answer)}`);
      return given.taskId;
    },
    async complete(person, periodId, happenedOn) {
      const proofIds = [await prove(person, periodId)];
      const body = {
        id: randomUUID(),
        kind: 'completion',
        happenedOn,
        words: 'Đã làm xong.',
        figure: null,
        proofIds,
      } as const;
      return server.call(person, reportProgress, { params: { periodId }, body });
    },
  };
}

/** A small picture that says where and with what it was taken, as telephones do. */
export async function makePicture(): Promise<Buffer> {
  const blank = { create: { width: 40, height: 30, channels: 3, background: '#3a7d44' } } as const;
  return sharp(blank)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'MayAnhBiMat', Model: 'K9' },
      IFD3: { GPSLatitude: '22/1 49/1 3/1', GPSLatitudeRef: 'N', GPSLongitude: '104/1 59/1 1/1', GPSLongitudeRef: 'E' },
    })
    .toBuffer();
}

async function setPlanPlace(server: TestServer, planId: string, placeId: string, by: string): Promise<void> {
  const owner = new Client({ connectionString: server.databaseUrl });
  await owner.connect();
  await owner.query(
    `insert into plan_place (plan_id, place_id, origin, set_by, set_at) values ($1, $2, 'by_hand', $3, now())
     on conflict do nothing`,
    [planId, placeId, by],
  );
  await owner.end();
}

import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Value } from '@mangnon/domain/indicators/value.ts';
import type { FormTable } from '@mangnon/domain/reports/report-form.ts';
import {
  decideVersion,
  getVersion,
  openVersion,
  saveCells,
  setForm,
  signVersion,
  takeStep,
  type ReportVersionPage,
} from '@mangnon/domain/reports/versions.api.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { khe, lanh } from '../../tasks/testing/task-world.ts';
import type { Called, Person } from '../../testing/test-call.ts';
import { kheOffice, startReportWorld, type ReportWorld } from './report-world.ts';

export const dueOn = '2026-06-20';

/** Children of the place by sex, and in special circumstances. */
export const tables: FormTable[] = [
  { title: { vi: 'Trẻ em', en: 'Children' }, by: 'sex', codes: ['n.children', 'n.special'], agencies: null },
  { title: { vi: 'Hoạt động', en: 'Activities' }, by: null, codes: ['n.activities'], agencies: null },
];

export const number = (amount: number): Value => ({ state: 'number', amount });

export interface Change {
  readonly code: string;
  readonly parts?: Record<string, string>;
  readonly value: Value;
  readonly base?: number;
}

/** The world of reporting with a form for the half-yearly report, and who signs in two communes. */
export interface VersionWorld extends ReportWorld {
  readonly chair: Person;
  readonly otherChair: Person;
  begin(person?: Person, unit?: UnitRef): Promise<string>;
  read(versionId: string, person?: Person): Promise<ReportVersionPage>;
  save(versionId: string, changes: readonly Change[], person?: Person): Promise<Called<SavedCells>>;
  sign(versionId: string, person?: Person): Promise<Called<{ versionId: string }>>;
  step(
    versionId: string,
    step: 'send' | 'reopen',
    person?: Person,
    id?: string,
  ): Promise<Called<{ versionId: string }>>;
  accept(versionId: string, person?: Person): Promise<Called<{ versionId: string }>>;
  /** How many values of the version stand in the sums, of how many. */
  standing(versionId: string): Promise<{ rows: { standing: number; all: number }[] }>;
  /** Begun, filled, signed, sent and accepted. */
  settle(unit: UnitRef, people: { officer: Person; chair: Person }, changes: readonly Change[]): Promise<string>;
}

type SavedCells = {
  saved: { key: string; revision: number }[];
  clashes: { key: string; value: Value; revision: number; enteredBy: string | null }[];
};

export async function startVersionWorld(): Promise<VersionWorld> {
  const world = await startReportWorld();
  const { server, people, regimeId } = world;
  const chair = await server.signIn({ post: 'commune_chair', placeId: khe });
  const otherChair = await server.signIn({ post: 'commune_chair', placeId: lanh });
  const set = await server.call(people.lead, setForm, {
    params: { regimeId },
    body: { id: randomUUID(), firstDueOn: dueOn, tables },
  });
  if (set.status !== 200) throw new Error(`the form was refused: ${set.refusal.code}`);
  const begin = async (person = people.officer, unit = kheOffice) => {
    const asked = { params: { regimeId }, body: { id: randomUUID(), unit, dueOn } };
    return (await server.call(person, openVersion, asked)).answer.versionId;
  };
  const save = (versionId: string, changes: readonly Change[], person = people.officer) =>
    server.call(person, saveCells, {
      params: { versionId },
      body: { changes: changes.map((change) => ({ parts: {}, base: 0, ...change })) },
    });
  const sign = (versionId: string, person = chair) =>
    server.call(person, signVersion, { params: { versionId }, body: { id: randomUUID() } });
  const step = (versionId: string, name: 'send' | 'reopen', person = people.officer, id: string = randomUUID()) =>
    server.call(person, takeStep, { params: { versionId }, body: { id, step: name, words: null } });
  const accept = (versionId: string, person = people.lead) =>
    server.call(person, decideVersion, { params: { versionId }, body: { id: randomUUID(), decision: 'accept' } });
  return {
    ...world,
    chair,
    otherChair,
    begin,
    read: async (versionId, person = people.officer) =>
      (await server.call(person, getVersion, { params: { versionId } })).answer,
    save,
    sign,
    step,
    accept,
    async standing(versionId) {
      const owner = new Client({ connectionString: server.databaseUrl });
      await owner.connect();
      const found = await owner.query<{ standing: number; all: number }>(
        `select count(*) filter (where standing)::int as standing, count(*)::int as all from report_value
         where version_no = (select no from report_version where id = $1)`,
        [versionId],
      );
      await owner.end();
      return found;
    },
    async settle(unit, { officer, chair: signer }, changes) {
      const versionId = await begin(officer, unit);
      const done = [
        await save(versionId, changes, officer),
        await sign(versionId, signer),
        await step(versionId, 'send', officer),
        await accept(versionId),
      ];
      const refused = done.find(({ status }) => status !== 200);
      if (refused !== undefined)
        throw new Error(`not settled: ${refused.refusal.code} ${JSON.stringify(refused.refusal)}`);
      return versionId;
    },
  };
}

import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawFinding } from '@mangnon/domain/inspections/conclusions.api.ts';
import {
  openFindingFile,
  uploadFindingFile,
  withdrawFindingFile,
} from '@mangnon/domain/inspections/finding-files.api.ts';
import { getInspection } from '@mangnon/domain/inspections/inspections.api.ts';
import { hasClamd, prepareClamd, testVirus, type RunningClamd } from '../tasks/testing/clamd.ts';
import { makePicture } from '../tasks/testing/task-world.ts';
import type { Person } from '../testing/test-call.ts';
import { kheOffice, lanhOffice, startInspectionWorld, type InspectionWorld } from './testing/inspection-world.ts';

let world: InspectionWorld;
let clamd: RunningClamd | null = null;
beforeAll(async () => {
  // Set up and not started: until it answers, every file waits.
  clamd = hasClamd ? await prepareClamd() : null;
  world = await startInspectionWorld(clamd === null ? {} : { clamav: clamd.socket });
}, 120_000);
afterAll(async () => {
  await world.server.stop();
  await clamd?.remove();
});

interface Sent {
  readonly id: string;
  readonly scan: string;
}
const bytesOf = (text: string) => new TextEncoder().encode(text);

async function findAt(unit = kheOffice) {
  const inspectionId = await world.setUp([kheOffice, lanhOffice]);
  const findingId = randomUUID();
  expect((await world.find(inspectionId, unit, { id: findingId })).status).toBe(200);
  return { inspectionId, findingId };
}
const send = (
  findingId: string,
  file: File,
  { person = world.people.lead, id = randomUUID() }: { person?: Person; id?: string } = {},
) => world.server.upload<Sent>(person, uploadFindingFile.path.replace(':findingId', findingId), { id }, file);
const open = (fileId: string, person: Person, unscanned = false) =>
  world.server.call(person, openFindingFile, { params: { fileId }, body: { unscanned } });
const drop = (fileId: string, person = world.people.lead) =>
  world.server.call(person, withdrawFindingFile, { params: { fileId } });
const filesSeen = async (person: Person, inspectionId: string) =>
  (await world.see(person, inspectionId)).units.flatMap(({ findings }) => findings.flatMap(({ files }) => files));

describe('files of a finding', () => {
  it('are told by their content, shown without place and camera, and seen by the two sides alone', async () => {
    const { lead, officer, neighbour, stranger } = world.people;
    const { inspectionId, findingId } = await findAt();
    const picture = new Uint8Array(await makePicture());
    expect((await send(findingId, new File([picture], 'bien-ban.pdf'))).refusal.code).toBe('tasks.proof_lies');
    expect((await send(findingId, new File([picture], 'a.jpg'), { person: officer })).status).toBe(403);
    expect((await send(findingId, new File([picture], 'a.jpg'), { person: stranger })).status).toBe(404);
    const id = randomUUID();
    const photo = new File([picture], 'ho-nuoc.jpg');
    expect((await send(findingId, photo, { id })).answer).toMatchObject({ id, scan: 'waiting' });
    // On a broken line it comes again, and stands once; another file under its id does not.
    expect((await send(findingId, photo, { id })).status).toBe(200);
    expect((await send(findingId, new File(['khác'], 'a.txt'), { id })).refusal.code).toBe('inspections.id_taken');
    for (const person of [lead, officer]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await filesSeen(person, inspectionId)).toMatchObject([{ id, fileName: 'ho-nuoc.jpg', stripped: true }]);
      // oxlint-disable-next-line no-await-in-loop
      const shown = Buffer.from((await open(id, person)).answer.base64, 'base64');
      expect(shown.includes('MayAnhBiMat')).toBe(false);
      // oxlint-disable-next-line no-await-in-loop
      expect((await sharp(shown).metadata()).exif).toBeUndefined();
    }
    // The other unit of the same inspection sees its own part alone.
    expect(await filesSeen(neighbour, inspectionId)).toEqual([]);
    for (const person of [neighbour, stranger]) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await open(id, person, true)).status).toBe(404);
    }
  });

  it('are taken back until the inspection is concluded, by the inspecting side, and come to no finding that was', async () => {
    const { officer } = world.people;
    const { inspectionId, findingId } = await findAt();
    const sent = async (name: string) => (await send(findingId, new File([name], name))).answer.id;
    const [first, second] = [await sent('mot.txt'), await sent('hai.txt')];
    expect((await drop(first, officer)).status).toBe(403);
    expect((await drop(first)).status).toBe(200);
    expect((await open(first, world.people.lead, true)).status).toBe(404);
    expect((await filesSeen(officer, inspectionId)).map(({ id }) => id)).toEqual([second]);
    await world.conclude(inspectionId, [kheOffice]);
    expect((await drop(second)).refusal.code).toBe('inspections.concluded');
    // For a conclusion that corrects, more may be found.
    expect((await send(findingId, new File(['Thêm'], 'ba.txt'))).status).toBe(200);

    const other = await findAt();
    const params = { findingId: other.findingId };
    await world.server.call(world.people.lead, withdrawFinding, { params, body: { reason: 'Ghi nhầm.' } });
    expect((await send(other.findingId, new File(['a'], 'a.txt'))).refusal.code).toBe('inspections.finding_withdrawn');
  });

  it('cost as many statements for many as for one', async () => {
    const { inspectionId, findingId } = await findAt();
    const count = async () => {
      const params = { inspectionId };
      return (await world.server.call(world.people.lead, getInspection, { params })).statements.length;
    };
    await send(findingId, new File(['một'], '1.txt'));
    const one = await count();
    for (const name of ['2.txt', '3.txt', '4.txt']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await send(findingId, new File([name], name));
    }
    expect(await count()).toBe(one);
  });

  it.skipIf(!hasClamd)('that waited are scanned when a scanner answers, and what it finds goes to nobody', async () => {
    const { lead, officer } = world.people;
    const { inspectionId, findingId } = await findAt();
    const clean = (await send(findingId, new File([bytesOf('Sạch')], 'sach.txt'))).answer;
    const bad = (await send(findingId, new File([bytesOf(testVirus)], 'doc.txt'))).answer;
    expect([clean.scan, bad.scan]).toEqual(['waiting', 'waiting']);
    expect((await open(bad.id, officer)).refusal.code).toBe('tasks.proof_unscanned');
    await clamd?.start();
    expect((await open(clean.id, lead)).status).toBe(200);
    expect((await open(bad.id, lead, true)).refusal.code).toBe('tasks.proof_quarantined');
    expect((await open(bad.id, officer, true)).refusal.code).toBe('tasks.proof_quarantined');
    const seen = new Map((await filesSeen(officer, inspectionId)).map(({ id, scan }) => [id, scan]));
    expect([seen.get(clean.id), seen.get(bad.id)]).toEqual(['clean', 'quarantined']);
    expect((await send(findingId, new File([bytesOf(testVirus)], 'doc-2.txt'))).answer.scan).toBe('quarantined');
  });
});

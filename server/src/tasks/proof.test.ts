import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openProof, uploadProof } from '@mangnon/domain/tasks/progress.api.ts';
import { lanh, makePicture, startTaskWorld, type TaskWorld } from './testing/task-world.ts';

let world: TaskWorld;
beforeAll(async () => {
  world = await startTaskWorld();
  world.server.clock.now = new Date('2026-05-04T03:00:00Z');
});
afterAll(() => world.server.stop());

const commune = (placeId: string) => ({ agencyId: 'x.ubnd', placeId });

describe('proof', () => {
  it('is told by its content, and shown without place and camera to who has a part in it', async () => {
    const { server, people, task, give } = world;
    const taskId = await give('Tổ chức tập huấn', commune(lanh));
    const periodId = (await task(taskId)).periods[0]?.id ?? '';
    const path = uploadProof.path.replace(':periodId', periodId);
    const picture = new Uint8Array(await makePicture());
    const send = (name: string, bytes: Uint8Array<ArrayBuffer>, id = randomUUID()) =>
      server.upload<{ id: string; scan: string }>(people.neighbour, path, { id }, new File([bytes], name));
    expect((await send('bien-ban.pdf', picture)).refusal).toMatchObject({ code: 'tasks.proof_lies', where: 'file' });
    expect((await send('chay.exe', new TextEncoder().encode('MZ\u0000\u0001\u0002'))).refusal.code).toBe(
      'tasks.proof_kind_unknown',
    );
    expect((await send('trong.txt', new Uint8Array())).refusal.code).toBe('tasks.proof_missing');
    expect((await send('to.txt', new Uint8Array(25_000_001).fill(97))).refusal.code).toBe('tasks.proof_too_large');
    expect((await send('hong.jpg', picture.slice(0, 400))).refusal.code).toBe('tasks.picture_unreadable');
    const sent = (await send('anh lop hoc.JPG', picture)).answer;
    expect(sent.scan).toBe('waiting');
    const open = (id: string, person = people.lead, unscanned = false) =>
      server.call(person, openProof, { params: { proofId: id }, body: { unscanned } });
    const shown = Buffer.from((await open(sent.id)).answer.base64, 'base64');
    expect(shown.includes('MayAnhBiMat')).toBe(false);
    const { exif, orientation, width, height } = await sharp(shown).metadata();
    expect({ exif, orientation, width, height }).toEqual({
      exif: undefined,
      orientation: undefined,
      width: 30,
      height: 40,
    });
    // No scanner is there: a file that is handed out as it came asks for a word first.
    const text = (await send('danh-sach.txt', new TextEncoder().encode('Danh sách lớp'))).answer;
    expect((await open(text.id)).refusal.code).toBe('tasks.proof_unscanned');
    expect(Buffer.from((await open(text.id, people.lead, true)).answer.base64, 'base64').toString()).toBe(
      'Danh sách lớp',
    );
    expect((await open(text.id, people.officer, true)).status).toBe(404);
    expect((await task(taskId, people.officer)).periods[0]?.looseProof).toEqual([]);
    expect((await task(taskId, people.neighbour)).periods[0]?.looseProof).toHaveLength(2);
  });
});

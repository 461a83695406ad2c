import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint } from '@mangnon/domain/kernel/endpoint.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { runOn } from '../../testing/test-database.setup.ts';
import { appForThisTest, type TestApp } from '../../testing/test-app.ts';
import { implementRead, implementWrite, nothingStored, type Action } from './action.ts';

const note = defineEndpoint({
  method: 'POST',
  path: '/api/notes/:noteId',
  summary: 'Writes a note',
  operation: 'public',
  audit: 'test.note.create',
  params: z.strictObject({ noteId: z.string() }),
  body: z.strictObject({ text: z.string().max(10) }),
  response: z.object({ length: z.int().max(5) }),
});

/** Counts the attempts it writes, so that a test sees what stayed. */
function writeNote(handle: (text: string) => 'accept' | 'refuse' | 'throw', guard: () => unknown = () => true): Action {
  return implementWrite(note, {
    load: nothingStored,
    // What a guard in error might give; only `true` may pass.
    authorise: guard as () => boolean,
    async handle({ body }, _stored, { database, now, audit }) {
      await database
        .insertInto('sign_in_failure')
        .values({ login_hash: Buffer.alloc(32), address: '192.0.2.1', at: now })
        .execute();
      audit({ letters: body.text.length });
      const what = handle(body.text);
      if (what === 'throw') throw new Error('secret inside');
      return what === 'refuse' ? refuse('test.no', { details: { why: 'vì' } }) : accept({ length: body.text.length });
    },
  });
}

const refusals = { 'test.no': { status: 409, vi: 'Không: {why}', en: 'No: {why}' } } as const;

async function post({ app }: TestApp, text: string) {
  return app.inject({ method: 'POST', url: '/api/notes/7', payload: { text } });
}

async function written({ database }: TestApp) {
  const notes = await database.selectFrom('sign_in_failure').selectAll().execute();
  const events = await database.selectFrom('audit_event').selectAll().execute();
  return { notes: notes.length, events: events.map(({ outcome, refusal_code }) => [outcome, refusal_code]) };
}

describe('a write', () => {
  it('is committed together with its audit row', async () => {
    const test = await appForThisTest([writeNote(() => 'accept')], refusals);
    expect((await post(test, 'abc')).json()).toEqual({ length: 3 });
    expect(await written(test)).toEqual({ notes: 1, events: [['accepted', null]] });
    const [event] = await test.database.selectFrom('audit_event').selectAll().execute();
    expect(event).toMatchObject({ action: 'test.note.create', target: { noteId: '7' }, details: { letters: 3 } });
  });

  it('leaves nothing but the audit row when it is refused', async () => {
    const test = await appForThisTest([writeNote(() => 'refuse')], refusals);
    const answered = await post(test, 'abc');
    expect([answered.statusCode, answered.json()]).toEqual([
      409,
      { code: 'test.no', where: null, details: { why: 'vì' }, message: { vi: 'Không: vì', en: 'No: vì' } },
    ]);
    expect(await written(test)).toEqual({ notes: 0, events: [['refused', 'test.no']] });
  });

  it('leaves nothing when it fails inside, and tells nothing of the inside', async () => {
    const test = await appForThisTest([writeNote(() => 'throw')], refusals);
    const answered = await post(test, 'abc');
    expect(answered.statusCode).toBe(500);
    expect(answered.body).not.toMatch(/secret|Error|\.ts/);
    expect(answered.json()).toMatchObject({ code: 'platform.unexpected_error', message: { vi: /./, en: /./ } });
    expect(await written(test)).toEqual({ notes: 0, events: [] });
  });

  it('leaves nothing when its answer is not what the contract says', async () => {
    const test = await appForThisTest([writeNote(() => 'accept')], refusals);
    expect((await post(test, 'too long')).statusCode).toBe(500);
    expect(await written(test)).toEqual({ notes: 0, events: [] });
  });

  it('leaves nothing when its audit row cannot be written', async () => {
    const test = await appForThisTest([writeNote(() => 'accept')], refusals);
    await runOn(test.databaseUrl, 'revoke insert on audit_event from mangnon_app');
    expect((await post(test, 'abc')).statusCode).toBe(500);
    expect((await written(test)).notes).toBe(0);
  });

  it.each([[false], [undefined], [null], [1], ['yes']])('is refused when its guard says %s', async (said) => {
    const test = await appForThisTest(
      [
        writeNote(
          () => 'accept',
          () => said,
        ),
      ],
      refusals,
    );
    expect((await post(test, 'abc')).statusCode).toBe(403);
    expect(await written(test)).toEqual({ notes: 0, events: [['refused', 'platform.not_allowed']] });
  });

  it('is refused with the place and both languages when it is not of the form', async () => {
    const test = await appForThisTest([writeNote(() => 'accept')], refusals);
    const answered = await test.app.inject({ method: 'POST', url: '/api/notes/7', payload: { text: 'a', more: 1 } });
    expect([answered.statusCode, answered.json().code, answered.json().where]).toEqual([
      422,
      'platform.invalid_input',
      'body',
    ]);
    const long = await post(test, 'longer than ten');
    expect(long.json()).toMatchObject({
      where: 'body.text',
      message: { vi: /body\.text.*ký tự/, en: /body\.text.*characters/ },
    });
    expect(await written(test)).toEqual({ notes: 0, events: [] });
  });

  it('is done again by itself when two stand in each other’s way', async () => {
    let tries = 0;
    const again = implementWrite(note, {
      load: nothingStored,
      authorise: () => true,
      async handle() {
        tries += 1;
        if (tries < 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
        return accept({ length: tries });
      },
    });
    const test = await appForThisTest([again], refusals);
    expect((await post(test, 'abc')).json()).toEqual({ length: 3 });
    expect((await written(test)).events).toEqual([['accepted', null]]);
  });
});

describe('an endpoint', () => {
  it('does not compile without authorise, and does not start without an audit name or the right way in', () => {
    // @ts-expect-error a write says who may do it
    const unguarded = () => implementWrite(note, { load: nothingStored, handle: async () => accept({ length: 1 }) });
    expect(unguarded).toBeTypeOf('function');
    const read = { answer: async () => accept({ length: 1 }) };
    expect(() => implementRead(note, read)).toThrow(/all others through implementWrite/);
    expect(() => implementRead({ ...note, method: 'GET', audit: '' }, read)).toThrow(/no audit name/);
    const write = { load: nothingStored, authorise: () => true, handle: async () => accept({ length: 1 }) };
    expect(() => implementWrite({ ...note, audit: null }, write)).toThrow(/must be audited/);
    expect(() => implementWrite({ ...note, method: 'GET' }, write)).toThrow(/reads are GET/);
  });

  it('has a sentence for each of its refusals, in one module', async () => {
    const twice = { 'platform.not_found': refusals['test.no'] };
    await expect(appForThisTest([], twice)).rejects.toThrow(/stands in another module already/);
  });
});

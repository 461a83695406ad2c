import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { createFirstAdministrator, getFrontDoor, getSession } from '@mangnon/domain/access/session.api.ts';
import { serverForThisTest } from '../testing/test-server.ts';

const password = 'một mật khẩu đủ dài';
const body = (login: string) => ({ name: 'Vi Thị Lan', login, password });

describe('the first administrator', () => {
  it('is asked for in an empty installation, made once, and signed in', async () => {
    const server = await serverForThisTest();
    const door = await server.call(null, getFrontDoor, {});
    expect(door.answer).toEqual({ demo: false, needsFirstAdministrator: true, provider: null, demoPeople: [] });
    const created = await server.call(null, createFirstAdministrator, { body: body('lan') });
    expect(created.answer.person.posts).toEqual(['system_administrator']);
    const cookie = String(created.headers['set-cookie']).split(';')[0] ?? '';
    const person = { id: created.answer.person.id, name: 'Vi Thị Lan', cookie };
    expect((await server.call(person, getSession, {})).answer.secondFactor).toBe('missing');
    await server.database.updateTable('session').set({ second_factor_at: server.clock.now }).execute();
    expect((await server.call(person, getSession, {})).answer.can).toContain('access.account.create');
    expect((await server.call(null, getFrontDoor, {})).answer.needsFirstAdministrator).toBe(false);
    const again = await server.call(null, createFirstAdministrator, { body: body('other') });
    expect([again.status, again.refusal.code]).toEqual([409, 'access.first_administrator_exists']);
  });

  it('is one, when many ask at the same moment', async () => {
    const server = await serverForThisTest();
    // Holds every insert back until all of them have looked and found nobody.
    const gate = new Client({ connectionString: server.databaseUrl });
    await gate.connect();
    await gate.query('begin');
    await gate.query('lock table account in share mode');
    const asked = Array.from({ length: 5 }, (_, n) =>
      server.call(null, createFirstAdministrator, { body: body(`lan-${n}`) }),
    );
    await wait(2_000);
    await gate.query('commit');
    await gate.end();
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409, 409]);
  });

  it('needs a password of twelve letters, of whatever kind', async () => {
    const server = await serverForThisTest();
    const short = { ...body('lan'), password: 'mười một ch' };
    expect(short.password).toHaveLength(11);
    const refused = await server.call(null, createFirstAdministrator, { body: short });
    expect([refused.status, refused.refusal.where]).toEqual([422, 'body.password']);
    const plain = { ...body('lan'), password: 'rbxkqtmwzhoa' };
    expect((await server.call(null, createFirstAdministrator, { body: plain })).status).toBe(200);
  });
});

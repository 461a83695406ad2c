import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { findNextTry, mostTries } from '@mangnon/domain/attention/mail-tries.ts';
import { eventually } from '../../testing/eventually.ts';
import { startMailServer, type TestMailServer } from '../../testing/test-mail-server.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { loadMailSettings, openMail } from './mail-service.ts';
import { writeMails } from './mail.queries.ts';
import { askForSending } from './send-mails.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function mailServer(options: Parameters<typeof startMailServer>[0] = {}): Promise<TestMailServer> {
  const server = await startMailServer(options);
  closing.push(() => server.stop());
  return server;
}
const settingsOf = ({ url, caFile }: Pick<TestMailServer, 'url' | 'caFile'>) =>
  loadMailSettings({ server: url, from: 'mangnon@moc-giang.example', caFile });
const open = async (server: Pick<TestMailServer, 'url' | 'caFile'>) => openMail(await settingsOf(server));

const mail = { id: '8f4c2c1e-0000-4000-8000-000000000001', address: 'hanh@moc-giang.example' };
const words = {
  subject: 'Măng Non: 2 việc cần xem',
  body: 'Bạn có 2 thông báo.\n\nMở tại: https://mangnon.example/thong-bao',
};

describe('the way to the mail server', () => {
  it.each(['none', 'implicit', 'starttls'] as const)('goes through with TLS: %s, words and all', async (tls) => {
    const server = await mailServer({ tls });
    expect(await (await open(server)).send({ ...mail, ...words })).toEqual({ outcome: 'accepted' });
    expect(server.received).toEqual([
      {
        messageId: `<${mail.id}@moc-giang.example>`,
        to: mail.address,
        from: expect.stringContaining('<mangnon@moc-giang.example>'),
        subject: words.subject,
        text: words.body,
        secure: tls !== 'none',
      },
    ]);
  });

  it('signs in with login and password, under TLS alone', async () => {
    const login = { name: 'mang non', password: 'mật khẩu/dài' };
    const server = await mailServer({ tls: 'starttls', login });
    expect(await (await open(server)).send({ ...mail, ...words })).toEqual({ outcome: 'accepted' });
    const wrong = new URL(server.url);
    wrong.password = 'khac';
    const handed = await (await open({ ...server, url: wrong })).send({ ...mail, ...words });
    expect(handed).toEqual({ outcome: 'unreachable', answer: 'EAUTH 535' });
  });

  it('trusts no certificate it was not told of', async () => {
    const server = await mailServer({ tls: 'implicit' });
    const handed = await (await open({ ...server, caFile: null })).send({ ...mail, ...words });
    expect(handed.outcome).toBe('unreachable');
    expect(server.received).toEqual([]);
  });

  it('tells a refused address from a server that is not there', async () => {
    const server = await mailServer({ refuse: () => ({ code: 550 }) });
    const service = await open(server);
    expect(await service.send({ ...mail, ...words })).toEqual({ outcome: 'refused', answer: 'EENVELOPE 550' });
    const nowhere = await open({ url: new URL('smtp://localhost:1'), caFile: null });
    expect((await nowhere.send({ ...mail, ...words })).outcome).toBe('unreachable');
  });
});

describe('mails on their way', () => {
  async function begin(server: TestMailServer) {
    const app = await startTestServer({ mail: await settingsOf(server) });
    closing.push(() => app.stop());
    const person = await app.signIn('commune_officer');
    const write = (...addresses: string[]) =>
      app.database.transaction().execute(async (transaction) => {
        const mails = addresses.map((address) => ({
          accountId: person.id,
          kind: 'notices' as const,
          address,
          ...words,
        }));
        await writeMails(transaction, mails, app.clock.now);
        await askForSending(transaction);
      });
    return { app, write };
  }
  const states = async ({ database }: TestServer) => {
    const { rows } = await database.transaction().execute(async (transaction) => {
      await sql`set local role none`.execute(transaction);
      return sql<{ state: string; tries: number; body: string; failure: string | null }>`
        select state, tries, body, failure from mail order by address`.execute(transaction);
    });
    return rows;
  };

  it('leave within seconds of the commit, each once, and keep no words behind', async () => {
    const server = await mailServer();
    const { app, write } = await begin(server);
    await write('a@moc-giang.example', 'b@moc-giang.example', 'c@moc-giang.example');
    await eventually(async () => (await states(app)).every(({ state }) => state === 'sent'));
    expect(server.received.map(({ to }) => to).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'a@moc-giang.example',
      'b@moc-giang.example',
      'c@moc-giang.example',
    ]);
    expect(await states(app)).toEqual([1, 2, 3].map(() => ({ state: 'sent', tries: 1, body: '', failure: null })));
  });

  it('never leave when their transaction is undone', async () => {
    const server = await mailServer();
    const { app, write } = await begin(server);
    const undone = app.database.transaction().execute(async (transaction) => {
      await writeMails(
        transaction,
        [{ accountId: (await app.signIn('court')).id, kind: 'notices', address: 'x@x.example', ...words }],
        app.clock.now,
      );
      await askForSending(transaction);
      throw new Error('changed my mind');
    });
    await expect(undone).rejects.toThrow('changed my mind');
    await write('a@moc-giang.example');
    await eventually(async () => server.received.length > 0);
    expect(server.received.map(({ to }) => to)).toEqual(['a@moc-giang.example']);
  });

  it(`to an address that is refused are tried ${mostTries} times, then given up; others go on`, async () => {
    const server = await mailServer({ refuse: (address) => (address.startsWith('khong') ? { code: 550 } : null) });
    const { app, write } = await begin(server);
    await write('khong-co@moc-giang.example', 'z@moc-giang.example');
    for (let tries = 1; tries <= mostTries; tries += 1) {
      await eventually(async () => (await states(app))[0]?.tries === tries);
      const again = findNextTry(tries, app.clock.now);
      if (again === null) break;
      // Not before its time.
      app.clock.now = new Date(again.getTime() - 1000);
      await write('z@moc-giang.example');
      await eventually(async () => (await states(app)).filter(({ state }) => state === 'sent').length === tries * 2);
      expect((await states(app))[0]?.tries).toBe(tries);
      app.clock.now = again;
      await write('z@moc-giang.example');
    }
    expect((await states(app))[0]).toEqual({ state: 'given_up', tries: mostTries, body: '', failure: 'EENVELOPE 550' });
  });

  it('wait for a mail server that cannot be reached, as long as it takes, and it is told', async () => {
    const first = await startMailServer();
    const port = Number(first.url.port);
    const { app, write } = await begin(first);
    await first.stop();
    await write('a@moc-giang.example');
    const failing = async () =>
      (await sql<{ failure: string | null }>`select failure from mail_server_state`.execute(app.database)).rows[0]
        ?.failure;
    await eventually(failing);
    expect(await states(app)).toMatchObject([{ state: 'waiting', tries: 0 }]);
    const again = await mailServer({ port });
    await write('b@moc-giang.example');
    await eventually(async () => again.received.length === 2);
    await eventually(async () => (await failing()) === null);
  });
});

import { randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { startEmbeddedPostgres } from '../../platform/database/embedded/embedded-postgres.ts';
import { nameDatabase, runOn } from '../../testing/test-database.setup.ts';
import { eventually } from '../../testing/eventually.ts';
import { startMailServer } from '../../testing/test-mail-server.ts';
import { startProcess, type RunningProcess } from '../../testing/start-process.ts';
import { putDueTasks } from './task-world.ts';

export interface KillOptions {
  readonly kills: number;
  readonly reminders: number;
  /** Milliseconds the mail server takes for each mail, so that the kills fall into the middle of the sending. */
  readonly slowness: number;
  /** Kills the process that hands mails over as well, as when the power fails. */
  readonly alsoMail?: boolean;
  readonly report?: (line: string) => void;
}

export interface KillFigures {
  readonly notices: number;
  readonly mails: number;
  /** Arrived a second time, under the same Message-ID: killed between the mail server's acceptance and our note. */
  readonly repeated: number;
  /** Kills while the process that sends was at work. */
  readonly whileSending: number;
  /** Kills while reminders or mails were still to come. */
  readonly inTheMiddle: number;
}

/**
 * Kills the real program again and again (kill -9) while it reminds and sends to a real mail server, starts it again on
 * the same database, and throws when a reminder is lost, made twice, a mail goes out that is not the same as before, or a
 * process that sends lingers.
 * One task for each of so many people, all due today, each person to be written to at once.
 */
export async function runKillReminders({
  kills,
  reminders,
  slowness,
  alsoMail,
  report,
}: KillOptions): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-reminders-'));
  const mails = await startMailServer({ slowness });
  const postgres = await startEmbeddedPostgres({ home: join(folder, 'postgres'), durable: true });
  const databaseUrl = nameDatabase(postgres.url, 'mangnon_reminders');
  const env = {
    MANGNON_DATA: folder,
    MANGNON_DATABASE_URL: databaseUrl,
    MANGNON_DEMO: '0',
    MANGNON_SMTP_URL: mails.url.href,
    MANGNON_MAIL_FROM: 'mangnon@moc-giang.example',
    MANGNON_ADDRESS: 'https://mangnon.example',
  };
  let server: RunningProcess | null = null;
  const owner = new Client({ connectionString: databaseUrl });
  try {
    await runOn(postgres.url, 'create database mangnon_reminders');
    server = await startProcess({ env });
    await server.kill();
    await owner.connect();
    await fill(owner, databaseUrl, reminders);
    const count = async () => {
      const { rows } = await owner.query<{ notices: number; sent: number; made: number; told: number }>(
        `select (select count(*)::int from notice) as notices,
           (select count(*)::int from mail where state = 'sent') as sent,
           (select count(*)::int from reminder) as made, (select coalesce(sum(told), 0)::int from reminder) as told`,
      );
      return rows[0] ?? { notices: 0, sent: 0, made: 0, told: 0 };
    };
    let inTheMiddle = 0;
    let whileSending = 0;
    const seen = new Set<number>();
    for (let kill = 1; kill <= kills; kill += 1) {
      /* oxlint-disable no-await-in-loop -- one life of the program after the other */
      server = await startProcess({ env });
      await wait(randomInt(20, 1500));
      const senders = await findSenders(server.child.pid ?? 0);
      if (senders.length > 0) whileSending += 1;
      for (const pid of senders) seen.add(pid);
      if (alsoMail === true) senders.forEach(killNow);
      await server.kill();
      const { notices, sent } = await count();
      if (sent < reminders) inTheMiddle += 1;
      if (kill % 10 === 0) report?.(`kill ${kill}: ${notices} notices, ${sent} mails noted as sent`);
      /* oxlint-enable no-await-in-loop */
    }
    server = await startProcess({ env });
    await eventually(async () => (await count()).sent >= reminders, 120_000 + reminders * slowness * 3);
    await server.stop();
    verify(await count(), mails.received, reminders);
    await eventually(async () => ![...seen].some(isAlive), 30_000);
    const ids = new Set(mails.received.map(({ messageId }) => messageId));
    return {
      notices: reminders,
      mails: ids.size,
      repeated: mails.received.length - ids.size,
      inTheMiddle,
      whileSending,
    };
  } finally {
    await server?.kill();
    await owner.end();
    await postgres.stop();
    await mails.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The processes a server has started to send mails, by what Linux says of its children. */
async function findSenders(parent: number): Promise<number[]> {
  const children = await readFile(`/proc/${parent}/task/${parent}/children`, 'utf8').catch(() => '');
  const found = children.split(' ').flatMap((pid) => (pid === '' ? [] : Number(pid)));
  const named = await Promise.all(found.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
  return found.filter((_, at) => named[at]?.includes('send-mails.process') === true);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function killNow(pid: number): void {
  // It may have ended by itself.
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** People with an address that is confirmed, and for each a task of theirs alone that is due today. */
async function fill(owner: Client, databaseUrl: string, reminders: number): Promise<void> {
  const { rows: people } = await owner.query<{ id: string }>(
    `insert into account (login, login_folded, name, title, password_hash, created_at)
       select 'nguoi-' || n, 'nguoi-' || n, 'Người ' || n, 'Chuyên viên', '$argon2id$none', now()
       from generate_series(1, $1::int) n returning id`,
    [reminders],
  );
  const ids = people.map(({ id }) => id);
  await owner.query(
    `insert into account_email (account_id, email, confirmed_at)
       select id, 'nguoi-' || n || '@moc-giang.example', now() from unnest($1::uuid[]) with ordinality as p (id, n)`,
    [ids],
  );
  await owner.query(
    `insert into notice_choice (account_id, digest, hour, weekday) select id, 'at_once', 7, 1 from unnest($1::uuid[]) id`,
    [ids],
  );
  const periods = await putDueTasks(databaseUrl, {
    count: reminders,
    dueOn: vietnamDay(new Date()),
    startsOn: '2020-01-01',
    agencyId: 't.so_yte',
    placeId: '01@2025-07-01',
    requesterPlaceId: '01@2025-07-01',
    accountId: ids[0] ?? '',
  });
  await owner.query(
    `insert into task_party (task_id, place_id, province_id, unit, requester_place_id, account_id, added_at, added_by)
       select p.task_id, p.place_id, p.province_id, p.unit, p.requester_place_id, who.id, now(), who.id
       from unnest($1::uuid[], $2::uuid[]) as who (id, period_id) join task_period p on p.id = who.period_id`,
    [ids, periods],
  );
}

function verify(
  counted: { readonly notices: number; readonly sent: number; readonly made: number; readonly told: number },
  received: readonly { readonly messageId: string; readonly to: string; readonly text: string }[],
  reminders: number,
): void {
  const expected = { notices: reminders, sent: reminders, made: reminders, told: reminders };
  if (JSON.stringify(counted) !== JSON.stringify(expected)) {
    throw new Error(`expected ${JSON.stringify(expected)}, found ${JSON.stringify(counted)}`);
  }
  const byPerson = Map.groupBy(received, ({ to }) => to);
  if (byPerson.size !== reminders) throw new Error(`${byPerson.size} of ${reminders} people were written to`);
  for (const [to, own] of byPerson) {
    const different = new Set(own.map(({ messageId, text }) => `${messageId} ${text}`));
    if (different.size !== 1) throw new Error(`${to} was sent ${different.size} different mails`);
  }
}

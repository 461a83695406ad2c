import { randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findPostmaster } from '../../platform/database/embedded/postmaster-file.ts';
import { eventually } from '../../testing/eventually.ts';
import { startProcess, type RunningProcess } from '../../testing/start-process.ts';
import { KillClients, NoAnswer } from './kill-clients.ts';
import { verifyDraft, type KnownDraft } from './kill-ledger.ts';

export interface KillOptions {
  readonly rounds: number;
  /** Makes the database forget what it has acknowledged, to see that this harness notices. */
  readonly weaken?: boolean;
  readonly report?: (line: string) => void;
}

export interface KillFigures {
  readonly edits: number;
  readonly adoptions: number;
  /** Requests on their way when the server was killed. */
  readonly interrupted: number;
}

/**
 * Kills the real program again and again (kill -9) while people edit and adopt, every second time its PostgreSQL too,
 * starts it again on the same data folder, and throws when anything acknowledged is lost or done twice.
 *
 * How it was checked that it can fail: with `weaken` (synchronous_commit off, so that the answer goes out before the
 * commit is on disk) it reported an acknowledged edit lost after the first kill of PostgreSQL; with the facts stored
 * five milliseconds after the edit's own transaction it reported, after two rounds, facts that are not what the edits
 * make of them; with the state check and the unique draft_id taken away it reported two plans by a double click.
 */
export async function runKillRounds({ rounds, weaken = false, report }: KillOptions): Promise<KillFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'mangnon-kill-'));
  const env = {
    MANGNON_DATA: folder,
    MANGNON_DEMO: '1',
    ...(weaken ? { PGOPTIONS: '-c synchronous_commit=off' } : {}),
  };
  const clients = new KillClients();
  let interrupted = 0;
  let server: RunningProcess | null = null;
  try {
    for (let round = 1; round <= rounds; round += 1) {
      /* oxlint-disable no-await-in-loop -- one life of the server after the other */
      server = await startProcess({ env });
      await clients.signIn(server.address);
      interrupted += await finishInterrupted(clients);
      await verifyAll(clients, round === rounds);
      const running = await Promise.all([openDraft(clients), openDraft(clients)]);
      const killed = killAtRandom(server, clients, round % 2 === 0 ? join(folder, 'postgres', 'cluster') : null);
      const people = running.flatMap((draft) => [0, 1].map((person) => workUntilKilled(clients, draft, person)));
      await Promise.all([...people, killed]);
      report?.(`round ${round}: ${countAll(clients).edits} edits and ${countAll(clients).adoptions} adoptions so far`);
      /* oxlint-enable no-await-in-loop */
    }
    server = await startProcess({ env });
    await clients.signIn(server.address);
    interrupted += await finishInterrupted(clients);
    await verifyAll(clients, true);
    return { ...countAll(clients), interrupted };
  } finally {
    await server?.stop();
    // A database outlives the server that was killed.
    const left = findPostmaster(join(folder, 'postgres', 'cluster'));
    if (left !== null) process.kill(left.pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
}

/** A draft, uploaded and read, its doubts settled. */
async function openDraft(clients: KillClients): Promise<KnownDraft> {
  // Numbers no plan of the demo bears.
  const draft = await clients.upload(`${1001 + clients.uploads.length}/KH-UBND`);
  await waitUntilRead(clients, draft);
  return draft;
}

async function waitUntilRead(clients: KillClients, draft: KnownDraft): Promise<void> {
  const read = await eventually(async () => {
    const now = await clients.get(draft.draftId);
    return now.state === 'reading' ? null : now;
  }, 60_000);
  draft.first ??= read.seq === 0 ? read.facts : null;
  for (const fact of read.facts) {
    if (fact.kind !== 'doubt' || fact.data.settled !== null) continue;
    const fields = { settled: { from: null, to: 'accepted' } };
    // oxlint-disable-next-line no-await-in-loop
    await clients.edit(draft, 0, { type: 'change', factId: fact.id, fields });
  }
}

/** Two people edit each draft, the second tries to adopt; then comes the next draft, until nobody answers any more. */
async function workUntilKilled(clients: KillClients, first: KnownDraft, person: number): Promise<void> {
  let draft = first;
  try {
    for (;;) {
      const adopts = person === 1 && randomInt(4) === 0;
      /* oxlint-disable no-await-in-loop -- one act after the other, as people do */
      if (adopts) await clients.adopt(draft, (await clients.get(draft.draftId)).seq);
      else await clients.actAtRandom(draft, person);
      // The second rests a little now and then, so that the first finds a moment to adopt.
      if (person === 0) await wait(randomInt(150));
      if (draft.adoption?.planId) draft = await openDraft(clients);
      /* oxlint-enable no-await-in-loop */
    }
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
}

/** Kills after a random number of requests; every second time in the very moment an adoption is under way. */
async function killAtRandom(server: RunningProcess, clients: KillClients, cluster: string | null): Promise<void> {
  const target = clients.sent + randomInt(10, 120);
  await eventually(async () => clients.sent >= target, 300_000);
  if (randomInt(2) === 0) {
    const isAdopting = ({ adoption }: KnownDraft): boolean => adoption !== null && adoption.planId === null;
    await eventually(async () => clients.known.some(isAdopting), 5_000).catch(() => undefined);
  }
  await wait(randomInt(40));
  const postmaster = cluster === null ? null : findPostmaster(cluster);
  server.child.kill('SIGKILL');
  if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL');
  await server.kill();
}

/** As a screen does after a lost line: sends again, under the same ids, what was not answered. */
async function finishInterrupted(clients: KillClients): Promise<number> {
  const uploads = clients.uploads.filter((upload) => upload.draftId === null);
  const edits = clients.known.flatMap((draft) => draft.edits.filter((edit) => edit.seq === null && !edit.refused));
  const adoptions = clients.known.filter((draft) => draft.adoption !== null && draft.adoption.planId === null);
  /* oxlint-disable no-await-in-loop -- in the order in which they were sent */
  for (const upload of uploads) await clients.repeatUpload(upload);
  for (const edit of edits) await clients.repeatEdit(edit);
  for (const draft of adoptions) await clients.adopt(draft, draft.adoption?.seq ?? 0);
  /* oxlint-enable no-await-in-loop */
  return uploads.length + edits.length + adoptions.length;
}

async function verifyAll(clients: KillClients, everything: boolean): Promise<void> {
  for (const known of everything ? clients.known : clients.known.slice(-3)) {
    // oxlint-disable-next-line no-await-in-loop
    const [draft, records] = await Promise.all([clients.get(known.draftId), clients.listEdits(known.draftId)]);
    // oxlint-disable-next-line no-await-in-loop
    verifyDraft(known, draft, records, draft.planId === null ? null : await clients.getPlan(draft.planId));
  }
  const numbers = (await clients.listPlans()).map((plan) => plan.number);
  const twice = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  if (twice.length > 0) throw new Error(`adopted twice: ${twice.join(', ')}`);
}

function countAll({ known }: KillClients): Pick<KillFigures, 'edits' | 'adoptions'> {
  return {
    edits: known.reduce((sum, draft) => sum + draft.edits.filter((edit) => edit.seq !== null).length, 0),
    adoptions: known.filter((draft) => draft.adoption?.planId != null).length,
  };
}

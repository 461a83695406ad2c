import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Result } from '@mangnon/domain/kernel/result.ts';
import type { DemoSeed } from '../platform/module.ts';
import { listFacts } from './draft-facts.queries.ts';
import { lockDraft, type LockedDraft } from './drafts.queries.ts';
import { keepEdit } from './keep-edit.ts';
import { makePlan } from './make-plan.ts';
import { readFacts } from './read-facts.ts';
import { storeReading } from './reading.queries.ts';
import { keepSourceFile } from './source-files.queries.ts';
import { createDraft } from './uploads.queries.ts';

const folder = new URL('../../../database/seed/demo/', import.meta.url);
/** A few days after it was issued, before anything of it was given out. */
const adopted = Date.parse('2026-01-26T02:00:00Z');
const officer = { login: 'hanh', name: 'Lò Thị Hạnh' };

/**
 * The demo's plans, through the real reader and the real rules: one of the invented province is adopted, its doubts
 * accepted by name; another, which cites the first, waits for review with its doubts open. The first was adopted a while
 * ago: its tasks were given and inspected since (tasks/seed-demo.ts, inspections/seed-demo.ts).
 */
export async function seedDemoPlans(seed: DemoSeed): Promise<void> {
  const then = { ...seed, now: new Date(Math.min(adopted, seed.now.getTime() - 70 * 86_400_000)) };
  await acceptAndAdopt(then, await readIn(then, 'bao-ve-tre-em-2026.txt'));
  await readIn(seed, 'phong-chong-duoi-nuoc-2026.txt');
}

async function readIn({ database, accountOf, now }: DemoSeed, fileName: string): Promise<string> {
  const bytes = await readFile(fileURLToPath(new URL(fileName, folder)));
  const sha256 = createHash('sha256').update(bytes).digest();
  await keepSourceFile(database, sha256, bytes, now);
  const upload = { uploadId: randomUUID(), sha256, fileName, accountId: accountOf(officer.login), now };
  const draftId = await createDraft(database, upload);
  if (draftId === undefined) throw new Error('an upload id was drawn twice');
  await storeReading(database, draftId, valueOf(await readFacts(draftId, { name: fileName, bytes })), now);
  return draftId;
}

async function acceptAndAdopt({ database, accountOf, now }: DemoSeed, draftId: string): Promise<void> {
  const editor = { accountId: accountOf(officer.login), name: officer.name };
  const doubts = (await listFacts(database, draftId)).filter((fact) => fact.kind === 'doubt');
  for (const { id: factId } of doubts) {
    const act = { type: 'change', factId, fields: { settled: { from: null, to: 'accepted' } } } as const;
    const edit = { editId: randomUUID(), act };
    // Each edit follows on the one before. oxlint-disable-next-line no-await-in-loop
    valueOf(await keepEdit(database, await holdDraft(database, draftId), edit, editor, now));
  }
  const draft = await holdDraft(database, draftId);
  valueOf(await makePlan(database, draft, draft.seq, editor.accountId, now));
}

async function holdDraft(database: DemoSeed['database'], draftId: string): Promise<LockedDraft> {
  const draft = await lockDraft(database, draftId);
  if (draft === undefined) throw new Error(`draft ${draftId} vanished`);
  return draft;
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's plan was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

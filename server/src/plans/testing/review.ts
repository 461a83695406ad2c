import { randomUUID } from 'node:crypto';
import type { DraftAct } from '@mangnon/domain/plans/draft-edit.ts';
import type { DraftFact, FactKind, FactOf } from '@mangnon/domain/plans/draft-fact.ts';
import {
  adoptDraft,
  editDraft,
  getDraft,
  uploadDraft,
  type Draft,
  type EditRecord,
} from '@mangnon/domain/plans/drafts.api.ts';
import { eventually } from '../../testing/eventually.ts';
import type { Called, Person } from '../../testing/test-call.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { makePlanText } from './plan-text.ts';

/** The review of one draft as a person at the screen does it, through HTTP alone. */
export interface Review {
  readonly draftId: string;
  get(person?: Person): Promise<Draft>;
  act(act: DraftAct, person?: Person, editId?: string): Promise<Called<EditRecord>>;
  /** Accepts all open doubts. */
  settle(): Promise<void>;
  adopt(person?: Person): Promise<Called<{ planId: string }>>;
}

interface Answer {
  readonly draftId: string;
  readonly sameFileAs: { readonly draftId: string; readonly planId: string | null; readonly uploadedAt: string } | null;
}

export function uploadText(
  server: TestServer,
  person: Person | null,
  text: string | Uint8Array<ArrayBuffer>,
  { uploadId = randomUUID(), name = 'kế hoạch.txt' }: { uploadId?: string; name?: string } = {},
): Promise<Called<Answer>> {
  return server.upload<Answer>(person, uploadDraft.path, { uploadId }, new File([text], name));
}

/** Uploads a plan and waits until it has been read. */
export async function startReview(server: TestServer, person: Person, text = makePlanText()): Promise<Review> {
  const { draftId } = (await uploadText(server, person, text)).answer;
  return reviewOf(server, person, draftId);
}

export async function reviewOf(server: TestServer, person: Person, draftId: string): Promise<Review> {
  const params = { draftId };
  const get = async (by = person): Promise<Draft> => (await server.call(by, getDraft, { params })).answer;
  const act = (what: DraftAct, by = person, editId: string = randomUUID()): Promise<Called<EditRecord>> =>
    server.call(by, editDraft, { params, body: { editId, act: what } });
  await eventually(async () => (await get()).state !== 'reading');
  return {
    draftId,
    get,
    act,
    async settle() {
      for (const doubt of listOf(await get(), 'doubt').filter((fact) => fact.data.settled === null)) {
        const settled = { from: null, to: 'accepted' };
        // One edit after the other, as by hand. oxlint-disable-next-line no-await-in-loop
        accepted(await act({ type: 'change', factId: doubt.id, fields: { settled } }));
      }
    },
    adopt: async (by = person) => server.call(by, adoptDraft, { params, body: { seq: (await get(by)).seq } }),
  };
}

export function listOf<Kind extends FactKind>(draft: Pick<Draft, 'facts'>, kind: Kind): FactOf<Kind>[] {
  return draft.facts.filter((fact: DraftFact): fact is FactOf<Kind> => fact.kind === kind);
}

/** The task whose words begin so; a test that asks for one that is not there is wrong. */
export function taskOf(draft: Pick<Draft, 'facts'>, beginning: string): FactOf<'task'> {
  const task = listOf(draft, 'task').find((fact) => fact.data.text.startsWith(beginning));
  if (task === undefined) throw new Error(`no task begins with «${beginning}»`);
  return task;
}

/** The answer of a call that must be accepted; throws with the refusal when it was not. */
export function accepted<T>(called: Called<T>): T {
  return called.answer;
}

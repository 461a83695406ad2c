import { randomInt, randomUUID } from 'node:crypto';
import type { DraftAct } from '@mangnon/domain/plans/draft-edit.ts';
import * as drafts from '@mangnon/domain/plans/drafts.api.ts';
import { getPlan, listPlans, type Plan, type PlanSummary } from '@mangnon/domain/plans/plans.api.ts';
import { addressOf } from '../../testing/test-call.ts';
import type { KnownDraft, SentEdit } from './kill-ledger.ts';
import { makePlanText } from './plan-text.ts';
import { listOf } from './review.ts';

/** The server did not answer: it may or may not have done what was asked. */
export class NoAnswer extends Error {}

/** People at work through real HTTP. Whatever was sent and whatever was answered goes into the ledger. */
export class KillClients {
  readonly known: KnownDraft[] = [];
  readonly uploads: { readonly uploadId: string; readonly number: string; draftId: string | null }[] = [];
  /** Requests sent so far. */
  sent = 0;
  readonly #cookies: string[] = [];
  #address = '';

  /** Comes in at this address as the two officers of the demo. */
  async signIn(address: string): Promise<void> {
    this.#address = address;
    this.#cookies.length = 0;
    const { demoPeople } = await this.#send<{ demoPeople: { id: string }[] }>(0, 'GET', '/api/front-door');
    for (const { id: personId } of demoPeople.slice(0, 2)) {
      // oxlint-disable-next-line no-await-in-loop
      const response = await this.#fetch(0, 'POST', '/api/demo/session', { json: { personId } });
      this.#cookies.push((response.headers.get('set-cookie') ?? '').split(';')[0] ?? '');
    }
  }

  async upload(number: string): Promise<KnownDraft> {
    const upload = { uploadId: randomUUID(), number, draftId: null as string | null };
    this.uploads.push(upload);
    return this.repeatUpload(upload);
  }

  async repeatUpload(upload: KillClients['uploads'][number]): Promise<KnownDraft> {
    const form = new FormData();
    form.set('uploadId', upload.uploadId);
    form.set('file', new File([makePlanText({ number: upload.number, title: `Kế hoạch ${upload.number}` })], 'kh.txt'));
    const { draftId } = await this.#send<{ draftId: string }>(0, 'POST', drafts.uploadDraft.path, { form });
    if (upload.draftId !== null && upload.draftId !== draftId)
      throw new Error(`upload ${upload.uploadId} was done twice`);
    upload.draftId = draftId;
    const earlier = this.known.find((draft) => draft.draftId === draftId);
    if (earlier) return earlier;
    const { uploadId, number } = upload;
    const begun: KnownDraft = { draftId, uploadId, number, first: null, edits: [], adoption: null };
    this.known.push(begun);
    return begun;
  }

  async edit(draft: KnownDraft, person: number, act: DraftAct): Promise<boolean> {
    const sent: SentEdit = { draftId: draft.draftId, editId: randomUUID(), act, person, seq: null, refused: false };
    draft.edits.push(sent);
    return this.repeatEdit(sent);
  }

  /** Sends the edit (again), and notes the number it is answered with. */
  async repeatEdit(sent: SentEdit): Promise<boolean> {
    const path = addressOf(drafts.editDraft.path, { draftId: sent.draftId });
    const response = await this.#fetch(sent.person, 'POST', path, { json: { editId: sent.editId, act: sent.act } });
    if (response.status === 409) {
      sent.refused = true;
      return false;
    }
    const { seq } = await this.#read<drafts.EditRecord>(response);
    if (sent.seq !== null && sent.seq !== seq)
      throw new Error(`edit ${sent.editId} was answered ${sent.seq}, now ${seq}`);
    sent.seq = seq;
    return true;
  }

  /** Adopts as an impatient person does, with a double click. */
  async adopt(draft: KnownDraft, seq: number): Promise<void> {
    const sent = { seq, planId: null as string | null };
    draft.adoption = sent;
    const path = addressOf(drafts.adoptDraft.path, { draftId: draft.draftId });
    const click = async () => {
      const response = await this.#fetch(1, 'POST', path, { json: { seq } });
      if (response.status === 409) return null;
      return (await this.#read<{ planId: string }>(response)).planId;
    };
    const plans = await Promise.all([click(), click()]);
    if (plans[0] !== plans[1])
      throw new Error(`draft ${draft.draftId} became ${plans.join(' and ')} by a double click`);
    sent.planId = plans[0] ?? plans[1] ?? null;
    if (sent.planId === null) draft.adoption = null;
  }

  get(draftId: string): Promise<drafts.Draft> {
    return this.#send(0, 'GET', addressOf(drafts.getDraft.path, { draftId }));
  }

  async listEdits(draftId: string): Promise<drafts.EditRecord[]> {
    const path = addressOf(drafts.listDraftEdits.path, { draftId }, { after: 0 });
    return (await this.#send<{ edits: drafts.EditRecord[] }>(0, 'GET', path)).edits;
  }

  getPlan(planId: string): Promise<Plan> {
    return this.#send(0, 'GET', addressOf(getPlan.path, { planId }));
  }

  async listPlans(): Promise<PlanSummary[]> {
    return (await this.#send<{ plans: PlanSummary[] }>(0, 'GET', listPlans.path)).plans;
  }

  /** One random act of one person; it may be refused, which is an answer too. */
  async actAtRandom(draft: KnownDraft, person: number): Promise<void> {
    const tasks = listOf(await this.get(draft.draftId), 'task');
    const task = tasks[randomInt(tasks.length)];
    const dice = randomInt(10);
    if (task === undefined || dice < 4) {
      const data = { text: `Việc thêm ${randomInt(1e9)}`, section: '', lead: ['Sở Y tế'], coordinating: [], due: null };
      await this.edit(draft, person, {
        type: 'add',
        factId: randomUUID(),
        kind: 'task',
        span: null,
        after: null,
        data,
      });
    } else if (dice < 8) {
      const text = { from: task.data.text, to: `Việc sửa ${randomInt(1e9)}` };
      await this.edit(draft, person, { type: 'change', factId: task.id, fields: { text } });
    } else if (dice < 9 && tasks.length > 4) {
      await this.edit(draft, person, { type: 'delete', factId: task.id, version: task.version });
    } else {
      const done = draft.edits.findLast((edit) => edit.seq !== null && edit.person === person);
      if (done) await this.edit(draft, person, { type: 'undo', editId: done.editId });
    }
  }

  async #send<T>(
    person: number,
    method: string,
    path: string,
    body: { json?: unknown; form?: FormData } = {},
  ): Promise<T> {
    return this.#read(await this.#fetch(person, method, path, body));
  }

  async #read<T>(response: Response): Promise<T> {
    const text = await response.text().catch((error: unknown) => {
      throw new NoAnswer(String(error));
    });
    if (response.status === 503) throw new NoAnswer(text);
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async #fetch(
    person: number,
    method: string,
    path: string,
    body: { json?: unknown; form?: FormData } = {},
  ): Promise<Response> {
    const headers: Record<string, string> = { cookie: this.#cookies[person] ?? '' };
    if (body.json !== undefined) headers['content-type'] = 'application/json';
    this.sent += 1;
    const payload = body.form ?? (body.json === undefined ? null : JSON.stringify(body.json));
    return fetch(this.#address + path, { method, headers, body: payload }).catch((error: unknown) => {
      throw new NoAnswer(String(error));
    });
  }
}

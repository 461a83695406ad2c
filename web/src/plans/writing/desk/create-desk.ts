import { editManuscript, listManuscriptEdits, type Manuscript } from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import type { ManuscriptItem } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import type { WritingAct, WritingEdit } from '@mangnon/domain/plans/writing/writing-act.ts';
import { call } from '../../../platform/api.ts';
import { NetworkError, RefusalError, ServerFault } from '../../../platform/refusal-error.ts';
import {
  dropAct,
  enqueueAct,
  markSent,
  seenItems,
  takeEdits,
  type DeskState,
  type Json,
  type WritingClash,
} from './desk-state.ts';
import { createUnsentActs } from './unsent-acts.ts';

/** Pauses in milliseconds: before typing is sent, between questions about others' edits, before a lost try is repeated. */
const pace = { typing: 600, asking: 2_500, hidden: 15_000, again: 2_000, patience: 20_000 } as const;

export interface DeskView {
  readonly state: DeskState;
  readonly items: readonly ManuscriptItem[];
  readonly link: 'saved' | 'saving' | 'lost';
  readonly savedAt: number | null;
  readonly keptHere: boolean;
  /** The last refusal that was no clash, to be told. */
  readonly refused: RefusalError | null;
}

export type Desk = ReturnType<typeof createDesk>;

/**
 * Everything behind one open plan: what stands, what waits, and the line to the server. `onNews` is told when state or talk
 * of the plan have changed and it must be asked for anew.
 */
export function createDesk(manuscript: Manuscript, personId: string, onNews: () => void) {
  const params = { manuscriptId: manuscript.id };
  const unsent = createUnsentActs(localStorage, personId, manuscript.id);
  const listeners = new Set<() => void>();
  const first: DeskState = {
    items: manuscript.items,
    seq: manuscript.seq,
    queue: unsent.load().map((edit) => ({ edit, tried: true })),
    clashes: [],
    undoable: [],
  };
  let view: DeskView = viewOf(first, { link: 'saved', savedAt: null, keptHere: true, refused: null });
  let [stopped, lost] = [true, false];
  let sending: Promise<void> | null = null;
  let [typing, asking]: (ReturnType<typeof setTimeout> | undefined)[] = [];
  let known = { state: manuscript.state, talk: -1 };

  function viewOf(state: DeskState, rest: Pick<DeskView, 'link' | 'savedAt' | 'keptHere' | 'refused'>): DeskView {
    return { ...rest, state, items: seenItems(state) };
  }

  function put(change: (state: DeskState) => DeskState, rest: Partial<Omit<DeskView, 'state' | 'items'>> = {}): void {
    const state = change(view.state);
    const keptHere = state.queue === view.state.queue || unsent.save(state.queue.map(({ edit }) => edit));
    const link = lost ? 'lost' : state.queue.length > 0 ? 'saving' : 'saved';
    view = viewOf(state, { ...view, link, keptHere, ...rest });
    for (const listener of listeners) listener();
  }

  function act(what: WritingAct, pause = 0): void {
    put((state) => enqueueAct(state, { editId: crypto.randomUUID(), act: what }), { refused: null });
    clearTimeout(typing);
    typing = setTimeout(() => void pump(), pause);
  }

  /** Sends what waits, one after the other in their order. Whoever calls while it goes on waits for the same end. */
  function pump(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  }

  async function sendAll(): Promise<void> {
    clearTimeout(typing);
    if (stopped) return;
    put(markSent);
    const edit = view.state.queue[0]?.edit;
    if (edit !== undefined && (await sendOne(edit))) await sendAll();
  }

  /** False when nothing is known about the edit: it is sent again under the same id. */
  async function sendOne(edit: WritingEdit): Promise<boolean> {
    try {
      const record = await call(editManuscript, { params, body: edit, signal: AbortSignal.timeout(pace.patience) });
      lost = false;
      // Edits of others that came in between arrive by asking; the answer to mine is taken when they have.
      if (record.seq > view.state.seq + 1) await ask();
      put((state) => takeEdits(state, [record]), { savedAt: Date.now() });
      return true;
    } catch (error) {
      if (error instanceof RefusalError && error.status !== 401 && error.status < 429) {
        lost = false;
        await ask().catch(() => undefined);
        const clash = clashOf(edit, error);
        put((state) => dropAct(state, edit.editId, clash), { refused: clash === null ? error : null });
        return true;
      }
      const isKnown = [RefusalError, NetworkError, ServerFault, DOMException].some((kind) => error instanceof kind);
      if (!isKnown) reportError(error);
      lost = true;
      put((state) => state);
      typing = setTimeout(() => void pump(), pace.again);
      return false;
    }
  }

  async function ask(): Promise<void> {
    const query = { after: view.state.seq };
    const news = await call(listManuscriptEdits, { params, query, signal: AbortSignal.timeout(pace.patience) });
    if (news.edits.length > 0) put((state) => takeEdits(state, news.edits));
    const changed = news.state !== known.state || (known.talk >= 0 && news.talk !== known.talk);
    known = { state: news.state, talk: news.talk };
    if (changed) onNews();
  }

  async function follow(): Promise<void> {
    clearTimeout(asking);
    try {
      await ask();
      if (lost) void pump();
    } catch {
      // What has to be told is told where edits wait; asking goes on at its pace.
    }
    if (!stopped) asking = setTimeout(() => void follow(), document.hidden ? pace.hidden : pace.asking);
  }

  return {
    getView: () => view,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    act: (what: WritingAct) => act(what),
    /** Typing in one field: sent once it pauses. */
    type: (itemId: string, field: string, from: Json, to: Json) =>
      act({ type: 'change', itemId, fields: { [field]: { from, to } } }, pace.typing),
    /** The field was left: what was typed is sent now. */
    leave: () => void pump(),
    undo() {
      const editId = view.state.undoable.at(-1);
      if (editId === undefined) return;
      put((state) => ({ ...state, undoable: state.undoable.slice(0, -1) }));
      act({ type: 'undo', editId });
    },
    /** Two wrote in one field: mine goes over theirs, or is let go. */
    settle(clash: WritingClash, keep: 'mine' | 'theirs') {
      put((state) => ({ ...state, clashes: state.clashes.filter((one) => one !== clash) }));
      if (keep === 'theirs') return;
      const now = view.state.items.find(({ id }) => id === clash.itemId)?.data as
        Readonly<Record<string, Json>> | undefined;
      const from = now?.[clash.field] ?? null;
      act({ type: 'change', itemId: clash.itemId, fields: { [clash.field]: { from, to: clash.mine } } });
    },
    /** Waits until nothing is left to send; fails as any call does when the server cannot be reached. */
    async drain(): Promise<void> {
      await pump();
      if (view.state.queue.length > 0) throw new NetworkError('edits are still waiting');
    },
    start() {
      stopped = false;
      void pump();
      void follow();
      return () => {
        stopped = true;
        clearTimeout(typing);
        clearTimeout(asking);
      };
    },
  };
}

function clashOf({ act }: WritingEdit, refusal: RefusalError): WritingClash | null {
  if (refusal.code !== 'writing.field_changed' || act.type !== 'change') return null;
  const [field] = Object.entries(act.fields);
  const { by } = refusal.details;
  if (field === undefined) return null;
  return { itemId: act.itemId, field: field[0], mine: field[1].to, by: typeof by === 'string' ? by : '…' };
}

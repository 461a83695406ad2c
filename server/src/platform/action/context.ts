import type { FastifyBaseLogger, FastifyReply } from 'fastify';
import type { Language } from '@mangnon/domain/kernel/sentence.ts';
import type { Session } from '@mangnon/domain/access/session.api.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';

/** What was shown as a second factor, and when: a code of the app or from paper, a key, or what the provider asked for. */
export interface ShownFactor {
  readonly at: Date;
  readonly kind: 'app' | 'paper' | 'passkey' | 'provider';
}

/** The signed-in person. */
export interface Actor {
  readonly accountId: string;
  readonly sessionId: string;
  /** Of the session's token: what the database finds out by itself who is asking (platform/database/begin-as.ts). */
  readonly tokenHash: Buffer;
  readonly name: string;
  /** Those that stand today. */
  readonly posts: readonly Post[];
  readonly language: Language;
  readonly demo: boolean;
  /** Until `done`, only what leads to the second factor is open. */
  readonly secondFactor: Session['secondFactor'];
  /** Of a passkey, which alone opens some operations (domain/src/access/passkey-operations.ts). */
  readonly passkey: Session['passkey'];
  /** The second factor shown last; `null` where none was, or none is asked for (a demo). */
  readonly shown: ShownFactor | null;
}

/** Where a call comes from. */
export interface Caller {
  readonly address: string;
  /** The connection itself comes from this machine, through no proxy, to a loopback name. */
  readonly loopback: boolean;
  /** Browser and system as the browser names them; empty where it does not. */
  readonly device: string;
}

export type AuditDetails = Readonly<Record<string, string | number | boolean | null>>;

export interface ActionContext {
  /** Throws on a `public` endpoint: nobody has signed in there. */
  readonly actor: Actor;
  readonly caller: Caller;
  /** The one clock of this request; nothing else asks for the time. */
  readonly now: Date;
  readonly requestId: string;
  readonly log: FastifyBaseLogger;
  /** Adds ids and counts to the audit row. Never text about a person. */
  readonly audit: (details: AuditDetails) => void;
  /**
   * Names the records the answer shows or the act changes, besides those in the address: `concerns('child', ids)` for
   * each child of a list. Ids in `audit({ draftId })` count by themselves.
   */
  readonly concerns: (kind: string, ids: readonly string[]) => void;
  /** Names the person of the audit row where nobody was signed in before: signing in, the first administrator. */
  readonly auditAs: (accountId: string, sessionId: string | null) => void;
  /** Runs after the commit, before the answer is sent: setting a cookie. */
  readonly onAccepted: (effect: (reply: FastifyReply) => void) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** `null` before sign-in. Set by the chain before any action runs. */
    actor: Actor | null;
    caller: Caller;
  }
}

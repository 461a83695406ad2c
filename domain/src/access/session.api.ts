import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { operations } from './operations.ts';
import { posts } from './posts.ts';

export const person = z.object({
  id: z.uuid(),
  name: z.string(),
  /** What the person does, as printed on a door: «Chuyên viên, Sở Y tế». */
  title: z.string(),
  agency: z.string().nullable(),
  /** The posts that stand today, each once. */
  posts: z.array(z.enum(posts)),
  language: z.enum(['vi', 'en']),
});
export type Person = z.infer<typeof person>;

export const session = z.object({
  person,
  can: z.array(z.enum(operations)),
  /** ISO instants (UTC): when the session ends without use, and when it ends anyway. */
  idleUntil: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  demo: z.boolean(),
  /** `missing`: one must be set up first; `needed`: it must be shown; until `done`, `can` is empty. */
  secondFactor: z.enum(['done', 'needed', 'missing']),
  /**
   * The same of a passkey or hardware key, for what only it opens (passkey-operations.ts); `not_asked` where no post of
   * the person has such an operation.
   */
  passkey: z.enum(['done', 'needed', 'missing', 'not_asked']),
  /** `false` for who comes in by the authority's own sign-in alone, and for the people of a demo. */
  hasPassword: z.boolean(),
  /** What the person can show as a second factor; codes on paper stand in for either. */
  factors: z.array(z.enum(['app', 'passkey'])),
  /** The cases this person has open in need, and until when: told on every page as long as it lasts. */
  brokenGlass: z.array(z.object({ id: z.uuid(), caseId: z.uuid(), until: z.iso.datetime() })),
});
export type Session = z.infer<typeof session>;

export const password = z.string().min(12).max(256);

/** What the sign-in page must know before anybody is signed in. */
export const getFrontDoor = defineEndpoint({
  method: 'GET',
  path: '/api/front-door',
  summary: 'Whether this is a demo, and whether a first administrator is still missing',
  operation: 'public',
  audit: null,
  response: z.object({
    demo: z.boolean(),
    needsFirstAdministrator: z.boolean(),
    /** The authority's own identity provider, as its people call it; `null` where none is set. */
    provider: z.object({ name: z.string() }).nullable(),
    /** Only in demo mode on loopback; else empty. */
    demoPeople: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        title: z.string(),
        line: z.object({ vi: z.string(), en: z.string() }),
      }),
    ),
  }),
});

export const createFirstAdministrator = defineEndpoint({
  method: 'POST',
  path: '/api/first-administrator',
  summary: 'Creates the first administrator of an empty installation and signs in',
  operation: 'public',
  audit: 'access.first_administrator.create',
  body: z.strictObject({ name: z.string().trim().min(2).max(120), login: z.string().trim().min(3).max(80), password }),
  response: session,
});

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/api/session',
  summary: 'Signs in with a local account',
  operation: 'public',
  audit: 'access.session.create',
  body: z.strictObject({ login: z.string().trim().min(1).max(80), password: z.string().min(1).max(256) }),
  response: session,
});

export const signInAsDemoPerson = defineEndpoint({
  method: 'POST',
  path: '/api/demo/session',
  summary: 'Signs in as one of the invented people; exists only in demo mode, for callers on loopback',
  operation: 'public',
  audit: 'access.demo_session.create',
  body: z.strictObject({ personId: z.uuid() }),
  response: session,
});

export const getSession = defineEndpoint({
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in and what they may do',
  operation: 'self',
  beforeSecondFactor: true,
  audit: null,
  response: session,
});

export const setLanguage = defineEndpoint({
  method: 'PUT',
  path: '/api/session/language',
  summary: 'Chooses the language of the interface, kept with the account',
  operation: 'self',
  beforeSecondFactor: true,
  audit: 'access.language.update',
  body: z.strictObject({ language: z.enum(['vi', 'en']) }),
  response: session,
});

export const signOut = defineEndpoint({
  method: 'DELETE',
  path: '/api/session',
  summary: 'Ends the session',
  operation: 'self',
  beforeSecondFactor: true,
  audit: 'access.session.close',
  response: z.object({}),
});

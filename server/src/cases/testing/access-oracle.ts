import type { Post } from '@mangnon/domain/access/posts.ts';

/**
 * What each post may do, written out by hand a second time and in another form than domain/src/access/posts.access.ts:
 * the matrix holds the database and the server against this table, never against the one they are made from.
 *
 * How a record stands to the holder of a post in commune A1 of province A, or of the province itself:
 */
export const relations = [
  'own', // lies in A1
  'prov', // in another commune of A
  'else', // in another province, and so are all below
  'agency', // received by the holder's unit
  'assigned',
  'assigned_once', // the assignment has ended
  'referred',
  'referred_once', // the referral has ended
  'broken', // glass broken by the holder, within the hour
  'broken_once', // more than an hour ago
] as const;
export type Relation = (typeof relations)[number];

/** K child, i identity, c contact, h health; F case file, r reporter, o offender, n narrative. */
export type Letters = string;
export const letters = ['K', 'i', 'c', 'h', 'F', 'r', 'o', 'n'] as const;
export type Letter = (typeof letters)[number];

type Reach = Readonly<Partial<Record<Relation, Letters>>>;
export interface Allowed {
  readonly read?: Reach;
  readonly create?: Reach;
  readonly update?: Reach;
  readonly assign?: readonly Relation[];
  readonly refer?: readonly Relation[];
  /** Handing over to another commune. */
  readonly transfer?: readonly Relation[];
  /** Review of glass that somebody else broke on such a case. */
  readonly review?: readonly Relation[];
  readonly breaksGlass?: true;
  readonly counts?: true;
}

const all = 'KichFron';
export const oracle: Readonly<Record<Post, Allowed>> = {
  commune_protection_worker: {
    read: { own: all, broken: all },
    create: { own: all },
    update: { own: all },
    refer: ['own'],
    breaksGlass: true,
    counts: true,
  },
  commune_chair: {
    read: { own: all, broken: all },
    update: { own: 'F' },
    assign: ['own'],
    refer: ['own'],
    transfer: ['own'],
    review: ['own'],
    breaksGlass: true,
    counts: true,
  },
  commune_officer: { read: { own: 'Ki', assigned: 'KicFn' } },
  village_collaborator: { read: { assigned: 'KicF' } },
  provincial_lead_officer: {
    read: { own: 'KiFn', prov: 'KiFn', broken: all },
    refer: ['own', 'prov'],
    transfer: ['own', 'prov'],
    review: ['own', 'prov'],
    breaksGlass: true,
    counts: true,
  },
  provincial_chair: { counts: true },
  agency_head: {},
  agency_officer: { read: { referred: 'KiFn' } },
  police: {
    read: { agency: 'KicFron', referred: 'KicFron', broken: 'KicFron' },
    create: { agency: 'KicFron' },
    breaksGlass: true,
  },
  procuracy: { read: { referred: 'KiFon' } },
  court: { read: { referred: 'KiFon' } },
  health_facility: { read: { referred: 'KichF' }, update: { referred: 'h' } },
  school: { read: { referred: 'KiF' } },
  service_provider: { read: { referred: 'KicF', assigned: 'KicF' } },
  hotline_operator: { read: { agency: 'KicFrn' }, create: { agency: 'KicFrn' } },
  statistician: { counts: true },
  inspector: { read: { own: 'KFn', prov: 'KFn' }, review: ['own', 'prov'], counts: true },
  auditor: {},
  system_administrator: {},
};

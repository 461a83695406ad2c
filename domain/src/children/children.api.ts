import { z } from 'zod';
import { defineEndpoint } from '../kernel/endpoint.ts';
import { childContact, childHealth, childIdentity } from './child-groups.ts';
import { mostBirthYears } from './name-keys.ts';
import { cursor, namedPlace, placeKey, shownGroup, shownName, someWords, unitKey } from './shown-group.ts';

export const childStates = ['active', 'closed'] as const;
export const childActs = [
  'changeIdentity',
  'addContact',
  'changeContact',
  'addHealth',
  'changeHealth',
  'openCase',
  'transfer',
] as const;

const childParams = z.strictObject({ childId: z.uuid() });

export const childLine = z.object({
  id: z.uuid(),
  place: namedPlace,
  state: z.enum(childStates),
  birthYear: z.int().nullable(),
  createdAt: z.iso.datetime(),
  name: shownName,
});
export type ChildLine = z.infer<typeof childLine>;

export const child = childLine.omit({ name: true }).extend({
  province: namedPlace,
  /** The unit that received the report where it was not the commune. */
  intakeUnit: z.string().nullable(),
  identity: shownGroup(childIdentity),
  contact: shownGroup(childContact),
  health: shownGroup(childHealth),
  /** What this person may do here now. */
  can: z.array(z.enum(childActs)),
});
export type Child = z.infer<typeof child>;

/** Newest first, a page at a time. Only what the posts of the person reach. */
export const listChildren = defineEndpoint({
  method: 'GET',
  path: '/api/children',
  summary: 'Children this person may see, newest first',
  operation: 'children.child.read',
  audit: 'children.child.list',
  query: z.strictObject({
    /** A commune or a province. */
    placeId: placeKey.optional(),
    state: z.enum(childStates).optional(),
    birthYear: z.coerce.number().int().min(1990).max(2200).optional(),
    after: cursor.optional(),
  }),
  response: z.object({
    children: z.array(childLine),
    /** How many there are in all; told on the first page only. */
    total: z.int().nullable(),
    next: cursor.nullable(),
  }),
});

/** By POST, so that no name stands in an address or a log of addresses. */
export const searchChildren = defineEndpoint({
  method: 'POST',
  path: '/api/children/search',
  summary: 'Children whose name may be meant, nearest first, among those whose names this person may see',
  operation: 'children.child.read',
  audit: 'children.child.search',
  body: z.strictObject({
    name: someWords(120),
    /** Years of birth, both included. */
    born: z
      .strictObject({ from: z.int().min(1990).max(2200), to: z.int().min(1990).max(2200) })
      .refine(({ from, to }) => from <= to && to - from < mostBirthYears),
  }),
  response: z.object({
    children: z.array(
      childLine.extend({
        /** 0 the same letters and tones, 1 the same but for accents, 2 another order, 3 middle names missing. */
        distance: z.int().min(0).max(3),
      }),
    ),
    /** There are more than are shown. */
    more: z.boolean(),
  }),
});

export const getChild = defineEndpoint({
  method: 'GET',
  path: '/api/children/:childId',
  summary: 'A child, with the groups of columns the posts of this person open',
  operation: 'children.child.read',
  audit: 'children.child.read',
  params: childParams,
  response: child,
});

/** `id` is made by the screen: the same call sent twice registers one child. */
export const registerChild = defineEndpoint({
  method: 'POST',
  path: '/api/children',
  summary: 'Registers a child in a commune',
  operation: 'children.child.create',
  audit: 'children.child.create',
  body: z.strictObject({
    id: z.uuid(),
    /** A commune of today. */
    placeId: placeKey,
    /**
     * The person's own unit, where it and not the commune received the report; `null` for the commune. Left out, it is
     * the commune for who works there, else the only unit by which this person registers children.
     */
    intakeUnit: unitKey.nullable().optional(),
    identity: childIdentity,
    contact: childContact.nullable(),
    health: childHealth.nullable(),
  }),
  response: child,
});

/** The cases of the child go along with everything; those assigned in the old commune are assigned no more. */
export const transferChild = defineEndpoint({
  method: 'POST',
  path: '/api/children/:childId/transfer',
  summary: 'Hands the child with all its cases over to another commune',
  operation: 'children.child.transfer',
  audit: 'children.child.transfer',
  params: childParams,
  body: z.strictObject({ placeId: placeKey }),
  response: z.object({
    place: namedPlace,
    /** How many assignments ended with it. */
    ended: z.int(),
  }),
});

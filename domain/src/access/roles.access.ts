import type { OperationName } from '../kernel/endpoint.ts';
import type { Operation } from './operations.ts';

/** The posts known so far; the full list of posts and row rules comes with places and agencies. */
export const roles = ['administrator', 'plan_officer', 'reader'] as const;
export type Role = (typeof roles)[number];

const readPlaces: readonly Operation[] = ['places.place.search', 'places.place.read'];
const readPlans: readonly Operation[] = ['plans.plan.list', 'plans.plan.read', 'agencies.agency.search', ...readPlaces];

/** Role -> operations, the one table; a role without an entry does not compile. */
export const operationsOf: Readonly<Record<Role, readonly Operation[]>> = {
  administrator: [
    'access.account.list',
    'access.account.create',
    'access.account.disable',
    'plans.plan.list',
    ...readPlaces,
  ],
  plan_officer: [
    ...readPlans,
    'plans.draft.upload',
    'plans.draft.read',
    'plans.draft.edit',
    'plans.draft.adopt',
    'plans.draft.discard',
    'places.place.edit',
  ],
  reader: readPlans,
};

/** Says whether any of a person's roles allows the operation; a name nobody was given is never allowed. */
export function canDo(held: readonly Role[], operation: OperationName): boolean {
  return held.some((role) => operationsOf[role].some((allowed) => allowed === operation));
}

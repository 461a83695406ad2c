/** What can be done, as dotted names: `module.thing.verb`. Who may do it stands in roles.access.ts. */
export const operations = [
  'plans.plan.list',
  'plans.plan.read',
  'plans.draft.upload',
  'plans.draft.read',
  'plans.draft.edit',
  'plans.draft.adopt',
  'plans.draft.discard',
  'agencies.agency.search',
  'places.place.search',
  'places.place.read',
  'places.place.edit',
  'access.account.list',
  'access.account.create',
  'access.account.disable',
] as const;

export type Operation = (typeof operations)[number];

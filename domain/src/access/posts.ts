/** The posts a person can hold; one person may hold several, each in its place or agency and for its period. */
export const posts = [
  'commune_protection_worker',
  'commune_chair',
  'commune_officer',
  'village_collaborator',
  'provincial_lead_officer',
  'provincial_chair',
  'agency_head',
  'agency_officer',
  'police',
  'procuracy',
  'court',
  'health_facility',
  'school',
  'service_provider',
  'hotline_operator',
  'statistician',
  'inspector',
  'auditor',
  'system_administrator',
] as const;
export type Post = (typeof posts)[number];

/** How a stored row must stand to a post for an operation to reach it. */
export const rowRules = [
  /** The row's commune is the one the post is held in. */
  'own_place',
  /** The row lies in the province the post is held in, or anywhere for a post held for the whole country. */
  'below_place',
  /** The holder's agency received the report. */
  'own_agency',
  /** The case is assigned to the holder by name. */
  'assigned',
  /** The case is referred to the holder's agency in its place. */
  'referred',
  /** The holder has broken the glass of this case within the last 60 minutes. */
  'broken_glass',
  /** Asks about no stored row of a person. */
  'none',
] as const;
export type RowRule = (typeof rowRules)[number];

/** `core` is that the record exists, where, in what state and since when; the others are what it holds of people. */
export const columnGroups = ['core', 'identity', 'contact', 'health', 'reporter', 'offender', 'narrative'] as const;
export type ColumnGroup = (typeof columnGroups)[number];

/** Which record holds which group: what describes the child stands with the child, what describes the act with the case. */
export const childGroups = ['core', 'identity', 'contact', 'health'] as const satisfies readonly ColumnGroup[];
export const caseGroups = ['core', 'reporter', 'offender', 'narrative'] as const satisfies readonly ColumnGroup[];

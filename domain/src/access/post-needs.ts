import type { Post } from './posts.ts';

export interface PostNeeds {
  /** Level of the unit the post is held in; `any`: a commune or a province; `none`: reaches no place. */
  readonly place: 'commune' | 'province' | 'any' | 'none';
  /** `must` where cases reach the post through its agency. */
  readonly agency: 'must' | 'may' | 'none';
  /** May be held for the whole country, then without a place. */
  readonly nationwide: boolean;
}

const inCommune: PostNeeds = { place: 'commune', agency: 'none', nationwide: false };
const inAgency: PostNeeds = { place: 'any', agency: 'must', nationwide: false };
const overProvince: PostNeeds = { place: 'province', agency: 'may', nationwide: true };
const nowhere: PostNeeds = { place: 'none', agency: 'none', nationwide: false };

/** Where each post is held: what a form asks for and the server insists on. A post without an entry does not compile. */
export const needsOf: Readonly<Record<Post, PostNeeds>> = {
  commune_protection_worker: inCommune,
  commune_chair: inCommune,
  commune_officer: inCommune,
  village_collaborator: inCommune,
  provincial_lead_officer: { place: 'province', agency: 'may', nationwide: false },
  provincial_chair: { place: 'province', agency: 'none', nationwide: false },
  agency_head: inAgency,
  agency_officer: inAgency,
  police: inAgency,
  procuracy: inAgency,
  court: inAgency,
  health_facility: inAgency,
  school: inAgency,
  service_provider: { place: 'any', agency: 'may', nationwide: false },
  hotline_operator: { place: 'none', agency: 'must', nationwide: false },
  statistician: overProvince,
  inspector: overProvince,
  auditor: nowhere,
  system_administrator: nowhere,
};

import { posts, type Post } from './posts.ts';

/** Which posts the holder of a post gives and ends, and how far: anywhere, in the own commune, in the own province. */
interface Giving {
  readonly rows: 'none' | 'own_place' | 'below_place';
  readonly posts: readonly Post[];
}

/**
 * Who gives which posts to others; nobody gives one to themselves. An officer gives only what by itself sees no more
 * of children than the officer does (giving.test.ts); everything else is the administrator's, who sees none.
 */
export const givesOf: Readonly<Partial<Record<Post, Giving>>> = {
  system_administrator: { rows: 'none', posts },
  commune_chair: {
    rows: 'own_place',
    posts: [
      'commune_protection_worker',
      'commune_officer',
      'village_collaborator',
      'health_facility',
      'school',
      'service_provider',
    ],
  },
  provincial_lead_officer: {
    rows: 'below_place',
    posts: [
      'commune_officer',
      'village_collaborator',
      'agency_officer',
      'health_facility',
      'school',
      'service_provider',
    ],
  },
};

/** Watching over others and keeping their accounts go with no other post: one person would have both sides in hand. */
const heldAlone: readonly Post[] = ['system_administrator', 'auditor'];

/** The first of the posts held at the same time that does not go with `given`; `null` where all do. */
export function findOpposed(given: Post, held: readonly Post[]): Post | null {
  const others = held.filter((post) => post !== given);
  return others.find((post) => heldAlone.includes(given) || heldAlone.includes(post)) ?? null;
}

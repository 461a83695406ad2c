import type { Post } from '@mangnon/domain/access/posts.ts';

export interface ModelHolding {
  readonly post: Post;
  /** Communes a1 and a2 of province A, b1 of province B. */
  readonly at: string;
  readonly agency: string | null;
  readonly ended: boolean;
}

export interface ModelCase {
  readonly at: string;
  readonly intake: { readonly agency: string; readonly at: string } | null;
  readonly moves: string | null;
  readonly assigned: readonly { readonly to: number; readonly ended: boolean }[];
  readonly referred: readonly { readonly agency: string; readonly at: string; readonly ended: boolean }[];
  readonly broken: readonly { readonly by: number; readonly minutesAgo: number }[];
}

export interface ModelWorld {
  readonly people: readonly (readonly ModelHolding[])[];
  readonly cases: readonly ModelCase[];
}

const worksInCommune: readonly Post[] = ['commune_protection_worker', 'commune_chair'];
const watchesProvince: readonly Post[] = ['provincial_lead_officer', 'inspector'];
const receives: readonly Post[] = ['police', 'hotline_operator'];
const opensGlass: readonly Post[] = [...worksInCommune, 'provincial_lead_officer', 'police'];
const worksByName: readonly Post[] = ['commune_officer', 'village_collaborator', 'service_provider'];
const isReferredTo: readonly Post[] = ['police', 'school', 'service_provider'];

/** Which children and cases a person sees, thought out without the table of posts and without SQL; by their numbers. */
export function seenInModel(world: ModelWorld, person: number): { children: Set<number>; cases: Set<number> } {
  const seen = { children: new Set<number>(), cases: new Set<number>() };
  const held = world.people[person]?.filter(({ ended }) => !ended) ?? [];
  world.cases.forEach((one, index) => {
    const at = one.moves ?? one.at;
    const assigned = one.assigned.some(({ to, ended }) => to === person && !ended);
    const broken = one.broken.some(({ by, minutesAgo }) => by === person && minutesAgo < 60);
    for (const { post, at: place, agency } of held) {
      const mine = (unit: { readonly agency: string; readonly at: string }) =>
        unit.agency === agency && unit.at === place;
      const both =
        (worksInCommune.includes(post) && place === at) ||
        (watchesProvince.includes(post) && place === at.charAt(0).toUpperCase()) ||
        (receives.includes(post) && one.intake !== null && mine(one.intake)) ||
        (worksByName.includes(post) && assigned) ||
        (isReferredTo.includes(post) && one.referred.some((unit) => !unit.ended && mine(unit))) ||
        (opensGlass.includes(post) && broken);
      if (both) seen.cases.add(index);
      if (both || (post === 'commune_officer' && place === at)) seen.children.add(index);
    }
  });
  return seen;
}

import type { NewHolding } from '@mangnon/domain/access/accounts.api.ts';
import { needsOf } from '@mangnon/domain/access/post-needs.ts';
import type { Post } from '@mangnon/domain/access/posts.ts';
import type { ChosenPlace } from '../../places/place-box.tsx';
import { readDayText } from '../../platform/day-text.ts';
import { formatDay } from '../../platform/format.ts';
import type { ChosenAgency } from './agency-box.tsx';

/** A post as it stands in the form: days as they are typed, so that nothing typed is lost. */
export interface HoldingDraft {
  readonly post: Post | null;
  readonly place: ChosenPlace | null;
  readonly agency: ChosenAgency | null;
  readonly unit: string;
  readonly nationwide: boolean;
  readonly from: string;
  readonly to: string;
}

export function emptyHolding(today: string): HoldingDraft {
  return { post: null, place: null, agency: null, unit: '', nationwide: false, from: formatDay(today), to: '' };
}

export type HoldingField = 'post' | 'placeId' | 'agencyId' | 'validFrom' | 'validTo';
export type HoldingFault = 'post' | 'place' | 'agency' | 'day';

/** What is missing before it can be sent at all, by field; everything else the server knows. */
export function findFaults(draft: HoldingDraft): Partial<Record<HoldingField, HoldingFault>> {
  if (draft.post === null) return { post: 'post' };
  const needs = needsOf[draft.post];
  return {
    ...(needs.place !== 'none' && !draft.nationwide && draft.place === null ? { placeId: 'place' as const } : {}),
    ...(needs.agency === 'must' && draft.agency === null ? { agencyId: 'agency' as const } : {}),
    ...(readDayText(draft.from) === null ? { validFrom: 'day' as const } : {}),
    ...(draft.to.trim() !== '' && readDayText(draft.to) === null ? { validTo: 'day' as const } : {}),
  };
}

/** As the contract takes it: only what the post is held with. `null` while something is missing. */
export function toHolding(draft: HoldingDraft): NewHolding | null {
  if (draft.post === null || Object.keys(findFaults(draft)).length > 0) return null;
  const needs = needsOf[draft.post];
  const nationwide = needs.nationwide && draft.nationwide;
  const validFrom = readDayText(draft.from);
  return {
    post: draft.post,
    placeId: needs.place === 'none' || nationwide ? null : (draft.place?.id ?? null),
    agencyId: needs.agency === 'none' ? null : (draft.agency?.id ?? null),
    unit: draft.unit,
    nationwide,
    ...(validFrom === null ? {} : { validFrom }),
    validTo: draft.to.trim() === '' ? null : readDayText(draft.to),
  };
}

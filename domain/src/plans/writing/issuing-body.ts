import { fold } from '../../kernel/fold.ts';
import type { ItemData } from './manuscript-item.ts';

/** Who a plan is written for: the People's Committee of a place, or an agency of it. */
export interface IssuingBody {
  readonly level: 'province' | 'commune';
  /** «xã Hòa Tân», with its type. */
  readonly placeName: string;
  /** «Hòa Tân», as it stands before the date. */
  readonly shortName: string;
  /** The register's id where an agency issues it; null for the committee. */
  readonly agencyId: string | null;
  readonly issuer: string;
}

const committee = 'Ủy ban nhân dân';

export function committeeOf(placeName: string): string {
  return `${committee} ${placeName}`;
}

/** What stands on the cover before anybody has written on it. */
export function firstCover(body: IssuingBody, title: string): ItemData<'cover'> {
  const isCommittee = body.agencyId === null;
  return {
    kind: 'KẾ HOẠCH',
    title,
    parentBody: isCommittee ? null : committeeOf(body.placeName),
    issuer: body.issuer,
    symbol: isCommittee ? 'KH-UBND' : 'KH-',
    place: body.shortName,
    opening: `${body.issuer} ban hành Kế hoạch như sau:`,
    onBehalfOf: isCommittee ? committee.toUpperCase() : null,
    mark: null,
    markTitle: null,
    signerTitle: isCommittee ? 'CHỦ TỊCH' : '',
    signerName: '',
    recipients: ['Lưu: VT'],
  };
}

interface Assigned {
  readonly lead: readonly { readonly printed: string; readonly agencyId: string | null }[];
  readonly coordinating: readonly { readonly printed: string; readonly agencyId: string | null }[];
}

/** Whether a task of a higher plan names us: by name, by the register, or as one of all places of our level. */
export function fallsTo({ lead, coordinating }: Assigned, body: IssuingBody): boolean {
  const here = fold(body.placeName);
  const own = fold(body.issuer);
  const levels = body.level === 'commune' ? /\b(?:xa|phuong|dac khu)\b/ : /\b(?:tinh|thanh pho)\b/;
  return [...lead, ...coordinating].some(({ printed, agencyId }) => {
    if (body.agencyId !== null) return agencyId === body.agencyId || fold(printed) === own;
    const name = fold(printed);
    const isCommittee = /\b(?:ubnd|uy ban nhan dan)\b/.test(name);
    return isCommittee && (name.includes(here) || (/\b(?:cac|cap)\b/.test(name) && levels.test(name)));
  });
}

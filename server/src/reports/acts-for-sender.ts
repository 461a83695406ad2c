import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';

/** Whose report it is. */
interface SenderScope {
  readonly placeId: string;
  readonly provinceId: string;
  readonly unit: string;
}

/** Whether one of the posts says for the unit that it sent its report: the same rule as `report_sending_add`. */
export function actsForSender(held: readonly HeldPost[], { placeId, provinceId, unit }: SenderScope): boolean {
  return reaches(held, 'reports.sending.add', 'core', standingAt(placeId, provinceId, unit));
}

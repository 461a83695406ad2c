import { printDay } from '@mangnon/domain/kernel/document/printed-parts.ts';
import type { PaperKind } from '@mangnon/domain/reports/paper/paper-kind.ts';
import type { ReportPaper } from '@mangnon/domain/reports/paper/report-paper.ts';
import type { PlanDocument } from '../../plans/plans.queries.ts';
import type { KnownUnit } from '../../tasks/units.queries.ts';

type Heading = Pick<ReportPaper, 'parentBody' | 'issuer' | 'place' | 'symbol' | 'signature'>;

/** Stands where the program does not know who signs as what, to be written over before it is signed. */
const titleToWrite = '(chức vụ người ký)';

/**
 * Head and signature of a report of a unit. What the registers do not hold is left to be filled: the abbreviation in the
 * sign of an agency, the office of its head.
 */
export function headingOf(unit: KnownUnit, signer: string): Heading {
  const place = unit.placeName.replace(/^(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn) /u, '');
  const isCommittee = unit.agencyId === committees[unit.placeLevel];
  if (isCommittee) {
    return {
      parentBody: null,
      issuer: `Ủy ban nhân dân ${unit.placeName}`,
      place,
      symbol: 'BC-UBND',
      signature: {
        onBehalfOf: 'Ủy ban nhân dân',
        inPlaceOf: null,
        // Of a committee the chair alone signs here (access/posts.access.ts).
        title: 'Chủ tịch',
        name: signer,
      },
    };
  }
  // An agency of a province stands under its committee; what police, courts and others stand under is not in the registers.
  const underCommittee = unit.placeLevel === 'province' && unit.name.startsWith('Sở ');
  return {
    parentBody: underCommittee ? `Ủy ban nhân dân ${unit.placeName}` : null,
    issuer: underCommittee ? unit.name.replace(` ${unit.placeName}`, '') : unit.name,
    place,
    symbol: 'BC-',
    signature: { onBehalfOf: null, inPlaceOf: null, title: titleToWrite, name: signer },
  };
}

export const committees: Readonly<Record<string, string>> = {
  province: 't.ubnd',
  commune: 'x.ubnd',
  district: 'h.ubnd',
};

/** «Kế hoạch số 17/KH-UBND»; a plan without a number by its title. */
export function citePlan({ kind, number, title }: Pick<PlanDocument, 'kind' | 'number' | 'title'>): string {
  const named = `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
  return number === null ? `${named} «${title}»` : `${named} số ${number}`;
}

export function planBasis(plan: PlanDocument): string {
  const day = plan.issuedOn === null ? '' : ` ${printDay(plan.issuedOn)}`;
  return `Căn cứ ${citePlan(plan)}${day}${plan.issuer === null ? '' : ` của ${plan.issuer}`}`;
}

/** Who it goes to, by its kind; what nobody told is left to be filled. */
export function addresseesOf(
  { addressee }: PaperKind,
  receiver: string | null,
  via: string | null,
  placeName: string,
): string[] {
  if (addressee.to === 'receiver') {
    if (receiver === null) return ['(nơi nhận: kế hoạch chưa nêu)'];
    return [via === null || via === receiver ? receiver : `${receiver} (qua ${via})`];
  }
  return [addressee.to.printed.replace('{place}', placeName)];
}

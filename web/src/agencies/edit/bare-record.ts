import {
  collaborator,
  committee,
  committeeMember,
  focalPoint,
  office,
  officeDuty,
  officeHead,
  village,
  type OfficeKind,
  type OfficeRecord,
} from '@mangnon/domain/agencies/office.ts';

const schemas = {
  office: office.strip(),
  office_duty: officeDuty.strip(),
  head: officeHead.strip(),
  focal_point: focalPoint.strip(),
  committee: committee.strip(),
  member: committeeMember.strip(),
  village: village.strip(),
  collaborator: collaborator.strip(),
} as const satisfies Readonly<Record<OfficeKind, unknown>>;

/** The record alone, as it is written: without its standing and what is told beside it. */
export function bareRecord(shown: { readonly kind: OfficeKind }): OfficeRecord {
  return schemas[shown.kind].parse(shown);
}

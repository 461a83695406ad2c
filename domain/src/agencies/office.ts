import { z } from 'zod';
import { duties } from './duty.ts';
import { trusts } from '../places/place.ts';
import { dutyHours } from './duty-hours.ts';

/** What a spreadsheet would run may stand in no field that goes out again as a workbook. */
export const plainWords = (longest: number) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^=+\-@\t\r]/u);

/** A telephone number as it is dialled in Viet Nam: spaces, dots and brackets taken out; +84 is written 0. */
export const phoneNumber = z
  .string()
  .max(40)
  .overwrite((text) => text.replace(/[\s().-]/g, '').replace(/^(\+|00)84/, '0'))
  .regex(/^\d{3,15}$/);

const day = z.iso.date();
const person = plainWords(120);
const title = plainWords(160);

/** First and last day, both included; no last day while it stands. */
const period = { validFrom: day, validTo: day.nullable().default(null) };
/** Of what was there before anybody wrote it down: the first day may be not known. */
const openPeriod = { validFrom: day.nullable().default(null), validTo: day.nullable().default(null) };
const id = z.uuid();

/** An agency of one place: the Sở Y tế of this province. What the agency is in general stands in the register. */
export const office = z.strictObject({
  kind: z.literal('office'),
  id,
  placeId: z.string().max(20),
  agencyId: z.string().max(80),
  /** As on its own letters: `Sở Y tế tỉnh Mộc Giang`. */
  name: plainWords(200),
  phone: phoneNumber.nullable().default(null),
  address: plainWords(300).nullable().default(null),
  ...openPeriod,
});

/** That an office of this place has a duty for a time, where it is otherwise than in general. */
export const officeDuty = z.strictObject({
  kind: z.literal('office_duty'),
  id,
  officeId: id,
  duty: z.enum(duties),
  /** The text by which it was given: `Quyết định 12/2025/QĐ-UBND`. */
  basis: plainWords(200).nullable().default(null),
  article: plainWords(80).nullable().default(null),
  trust: z.enum(trusts),
  ...period,
});

export const headRoles = ['head', 'deputy'] as const;
/** Who heads an office (answers for it), or is a deputy. One head at a time. */
export const officeHead = z.strictObject({
  kind: z.literal('head'),
  id,
  officeId: id,
  role: z.enum(headRoles),
  name: person,
  /** `Giám đốc`, `Quyền Giám đốc`, `Phó Giám đốc`. */
  title,
  /** What a deputy looks after: `phụ trách trẻ em`. */
  charge: plainWords(300).nullable().default(null),
  ...period,
});

/** Where reports are received: a telephone that is answered at known hours. */
export const focalPoint = z.strictObject({
  kind: z.literal('focal_point'),
  id,
  officeId: id,
  /** A desk, or a person by name. */
  name: plainWords(160),
  phone: phoneNumber,
  hours: dutyHours,
  ...period,
});

export const committeeKinds = ['steering', 'executive'] as const;
/** Ban chỉ đạo (steering) or ban điều hành (executive), with the decision that founded it and its rules of work. */
export const committee = z.strictObject({
  kind: z.literal('committee'),
  id,
  placeId: z.string().max(20),
  type: z.enum(committeeKinds),
  name: plainWords(300),
  decisionNumber: plainWords(80),
  decidedOn: day,
  decidedBy: plainWords(200),
  /** Number and day of its rules of work (quy chế làm việc), once it has them. */
  rulesNumber: plainWords(80).nullable().default(null),
  rulesOn: day.nullable().default(null),
  ...period,
});

export const memberRoles = ['chair', 'vice_chair', 'standing', 'member', 'secretary'] as const;
export const committeeMember = z.strictObject({
  kind: z.literal('member'),
  id,
  committeeId: id,
  role: z.enum(memberRoles),
  name: person,
  /** The post by which the person sits there: `Giám đốc Sở Y tế`. */
  position: title,
  ...period,
});

export const villageTypes = ['thon', 'ban', 'buon', 'lang', 'ap', 'khom', 'to_dan_pho', 'khu_pho'] as const;
/** Thôn, bản, ấp, tổ dân phố of a commune. */
export const village = z.strictObject({
  kind: z.literal('village'),
  id,
  placeId: z.string().max(20),
  type: z.enum(villageTypes),
  /** Without the type: `Nà Cọ`, `số 4`. */
  name: plainWords(120),
  ...openPeriod,
});

/** Cộng tác viên of a village or street group. The telephone is the person's own. */
export const collaborator = z.strictObject({
  kind: z.literal('collaborator'),
  id,
  villageId: id,
  name: person,
  phone: phoneNumber.nullable().default(null),
  ...period,
});

export type Office = z.output<typeof office>;
export type OfficeDuty = z.output<typeof officeDuty>;
export type OfficeHead = z.output<typeof officeHead>;
export type FocalPoint = z.output<typeof focalPoint>;
export type Committee = z.output<typeof committee>;
export type CommitteeMember = z.output<typeof committeeMember>;
export type Village = z.output<typeof village>;
export type Collaborator = z.output<typeof collaborator>;

export const officeRecord = z.discriminatedUnion('kind', [
  office,
  officeDuty,
  officeHead,
  focalPoint,
  committee,
  committeeMember,
  village,
  collaborator,
]);
/** Everything that is written down about the agencies of a place, one kind each. */
export type OfficeRecord = z.output<typeof officeRecord>;
export type OfficeKind = OfficeRecord['kind'];
export const officeKinds = [
  'office',
  'office_duty',
  'head',
  'focal_point',
  'committee',
  'member',
  'village',
  'collaborator',
] as const satisfies readonly OfficeKind[];

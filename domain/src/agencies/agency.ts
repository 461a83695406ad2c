import { z } from 'zod';
import { trusts } from '../places/place.ts';
import { duties } from './duty.ts';

export const agencyLevels = ['central', 'province', 'district', 'regional', 'commune'] as const;
export type AgencyLevel = (typeof agencyLevels)[number];
export const successionKinds = ['whole', 'part'] as const;

const day = z.iso.date();
const agencyId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)+$/);
const source = {
  /** The text it rests on: `Nghị định 42/2025/NĐ-CP`; null where none was read. */
  basis: z.string().trim().min(1).max(200).nullable(),
  article: z.string().trim().min(1).max(80).nullable(),
  trust: z.enum(trusts),
  sourceUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
};

/**
 * A kind of agency wherever it stands: `Sở Y tế` of any province. The one of a province is an office (office.ts). A kind
 * that one place alone has, such as a board of its own, names the place and is kept by its officers.
 */
export const agency = z.strictObject({
  id: agencyId,
  name: z.string().trim().min(1).max(300),
  aliases: z.array(z.string().trim().min(1).max(300)).max(30),
  level: z.enum(agencyLevels),
  /** The one place where there is such an agency; null for a kind of agency that stands in every place of its level. */
  placeId: z.string().max(20).nullable(),
  /** `department`, `division`, `committee`: what kind of body it is. */
  type: z.string().trim().min(1).max(60),
  /** May stand more than once in one place: schools, health stations. */
  several: z.boolean(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  sourceUrl: source.sourceUrl,
  verified: z.boolean(),
  note: z.string().max(2000).nullable(),
});
export type Agency = z.infer<typeof agency>;

/** One agency went into another on a day: whole, or a part of it. */
export const agencySuccession = z.strictObject({
  fromId: agencyId,
  toId: agencyId,
  on: day,
  kind: z.enum(successionKinds),
  trust: z.enum(trusts),
});
export type AgencySuccession = z.infer<typeof agencySuccession>;

/** A duty that went from one agency to another on a day. */
export const dutyTransfer = z.strictObject({
  id: z.uuid(),
  fromId: agencyId,
  toId: agencyId,
  on: day,
  /** As the source says it: «bảo trợ xã hội, trẻ em, phòng chống tệ nạn xã hội». */
  words: z.string().trim().min(1).max(300),
  duties: z.array(z.enum(duties)),
  ...source,
});
export type DutyTransfer = z.infer<typeof dutyTransfer>;

/** That an agency has a duty for a time, in general. */
export const agencyDuty = z.strictObject({
  id: z.uuid(),
  agencyId,
  duty: z.enum(duties),
  part: z.enum(['authority', 'desk']),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  note: z.string().max(1000).nullable(),
  ...source,
});
export type AgencyDuty = z.infer<typeof agencyDuty>;

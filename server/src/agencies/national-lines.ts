import rows from '@mangnon/domain/agencies/national-lines.json' with { type: 'json' };
import { dutyHours } from '@mangnon/domain/agencies/duty-hours.ts';
import { isOnDuty } from '@mangnon/domain/agencies/duty-hours-text.ts';
import { trusts } from '@mangnon/domain/places/place.ts';
import { z } from 'zod';

const lines = rows.map((row) => ({
  ...row,
  hours: dutyHours.parse(row.hours),
  trust: z.enum(trusts).parse(row.trust),
}));

/** The telephones that are answered for the whole country, and whether they are at this moment. */
export function listNationalLines(now: Date) {
  return lines.map((line) => ({ ...line, onDutyNow: isOnDuty(line.hours, now) }));
}

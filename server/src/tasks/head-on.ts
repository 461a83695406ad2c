import { sql, type RawBuilder } from 'kysely';

/**
 * The day whose head answers for the period `p`: its due day, or the day it was done where none was named, and never a day
 * to come. Whoever left before a task fell due does not answer for it.
 */
export const answerableDay = (today: string): RawBuilder<string> =>
  sql`least(coalesce(p.due_on, p.done_on, ${today}::date), ${today}::date)`;

/**
 * Who headed a unit on a day: the columns asked for of one row of `office_head h`, none where nobody is written down. All
 * arguments are expressions.
 */
export const headOn = (
  columns: RawBuilder<unknown>,
  at: {
    readonly placeId: RawBuilder<unknown>;
    readonly agencyId: RawBuilder<unknown>;
    readonly day: RawBuilder<unknown>;
  },
): RawBuilder<unknown> => sql`(select ${columns} from office o join office_head h on h.office_id = o.id
  where o.place_id = ${at.placeId} and o.agency_id = ${at.agencyId} and o.withdrawn_at is null and h.withdrawn_at is null
    and h.role = 'head' and h.valid_from <= ${at.day} and (h.valid_to is null or h.valid_to >= ${at.day})
  order by h.valid_from desc, h.id limit 1)`;

/** The time in office of the person who answers for the period `p`; null where nobody is written down. */
export const headOfPeriod = (today: string): RawBuilder<unknown> =>
  headOn(sql`h.id`, {
    placeId: sql`p.place_id`,
    agencyId: sql`split_part(p.unit, '|', 1)`,
    day: answerableDay(today),
  });

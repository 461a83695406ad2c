import { sql, type Kysely } from 'kysely';
import { fold } from '@mangnon/domain/kernel/fold.ts';
import type { DB } from '../platform/database/schema.generated.ts';
import type { Adoption } from './adoption.ts';

/** Names as folded, and the heading of the plan they are printed in. */
interface Named extends Pick<Adoption, 'heading'> {
  readonly agencies: readonly { readonly printed_folded: string }[];
}

/**
 * The registry's agencies behind the names printed in a plan, by folded name. A name is compared as printed and
 * without the place of the issuer behind it («Sở Y tế tỉnh Mộc Giang»), accents and spaces aside. The agency that
 * stood when the plan was issued goes before one that had ended, a name before an alias; where two remain nothing is
 * guessed. Without its place a name never means a central agency; an agency that one place alone has is meant in the plans
 * of that place only.
 */
export async function recogniseAgencies(
  database: Kysely<DB>,
  { agencies, heading }: Named,
): Promise<Map<string, string>> {
  const place = placeOf(heading.issuer);
  const forms = [...new Set(agencies.map((agency) => agency.printed_folded))].map((folded) => {
    const bare = place !== null && folded.endsWith(` ${place}`) ? folded.slice(0, -place.length - 1) : folded;
    return { folded, squeezed: folded.replaceAll(' ', ''), bare: bare.replaceAll(' ', '') };
  });
  if (forms.length === 0) return new Map();
  const { rows } = await sql<{ folded: string; agency_id: string }>`
    with ranked as (
      select form.folded, agency.id, rank() over (partition by form.folded order by
        agency_name.squeezed <> form.squeezed,
        (agency.valid_from is null or agency.valid_from <= stated.day)
          and (agency.valid_to is null or stated.day <= agency.valid_to) desc,
        agency_name.is_alias) as place
      from jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as form (folded text, squeezed text, bare text)
      join agency_name on agency_name.squeezed in (form.squeezed, form.bare)
      join agency on agency.id = agency_name.agency_id
        and (agency_name.squeezed = form.squeezed or agency.level <> 'central')
        and (agency.place_id is null or exists (select from place_search
          where place_search.place_id = agency.place_id and ${place} = any(place_search.names)))
      cross join (select coalesce(${dayOf(heading.issuedOn)}::date, current_date) as day) stated
    )
    select folded, min(id) as agency_id from ranked where place = 1 group by folded having count(distinct id) = 1
  `.execute(database);
  return new Map(rows.map((row) => [row.folded, row.agency_id]));
}

/** «tỉnh Mộc Giang» out of «Ủy ban nhân dân tỉnh Mộc Giang», folded. */
function placeOf(issuer: string | null): string | null {
  return /\b(tinh|thanh pho|xa|phuong|dac khu) .+$/.exec(fold(issuer ?? ''))?.[0] ?? null;
}

/** The last day a partial date may mean, as in «năm 2026». */
function dayOf(issuedOn: string | null): string | null {
  if (issuedOn === null || issuedOn.length === 10) return issuedOn;
  const [year = 0, month = 12] = issuedOn.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

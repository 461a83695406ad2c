import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { addFigures, noFigures } from '@mangnon/domain/tasks/unit-figures.ts';
import { compareUnits, type Comparison } from '@mangnon/domain/tasks/units.api.ts';
import { implementRead, type TransactionContext } from '../platform/action/action.ts';
import { findPlaces, listOfficeAgencies, listSisterPlaces } from './sister-units.queries.ts';
import { listFigures } from './unit-figures.queries.ts';
import { findUnits } from './units.queries.ts';

type Sister = Pick<Comparison['rows'][number], 'placeId' | 'agencyId' | 'name'>;

/** Sister units side by side. Who has no task stands there as well: leaving it out would flatter it, 0 % would blame it. */
export const compare = implementRead(compareUnits, {
  async answer({ query: { by, within, planId } }, { database, now }) {
    const today = vietnamDay(now);
    const place = (await findPlaces(database, [within], today)).get(within);
    if (place === undefined || (by === 'place' && place.level !== 'province')) return refuse('tasks.place_unknown');
    // An agency of the province, and not of its communes: both are found by the province, which the index begins with.
    const filter = {
      provinceId: place.provinceId,
      ...(by === 'agency' && { placeId: within }),
      ...(planId && { planId }),
    };
    const counted = new Map((await listFigures(database, filter, by, today)).map(({ key, figures }) => [key, figures]));
    const keys = [...counted.keys()];
    const sisters: Sister[] =
      by === 'place'
        ? (await listSisterPlaces(database, within, keys, today)).map((one) => ({ ...one, agencyId: null }))
        : await listAgencies(database, within, keys, today);
    const rows = sisters.map((one) => ({ ...one, ...(counted.get(one.agencyId ?? one.placeId) ?? noFigures) }));
    return accept({
      within: { placeId: within, name: place.name },
      whole: addFigures(rows),
      rows,
      today,
    });
  },
});

/** The agencies with an office in the place, and those with tasks there whether or not one is written down. */
async function listAgencies(
  database: TransactionContext['database'],
  placeId: string,
  keys: readonly string[],
  today: string,
): Promise<Sister[]> {
  const ids = new Set([...keys, ...(await listOfficeAgencies(database, placeId, today))]);
  const units = await findUnits(
    database,
    [...ids].map((agencyId) => ({ agencyId, placeId })),
    today,
  );
  return [...units.values()]
    .map(({ agencyId, name }) => ({ placeId, agencyId, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'vi'));
}

import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { scopeOfPosts } from '@mangnon/domain/tasks/head-scope.ts';
import type { UnitRef } from '@mangnon/domain/tasks/task-words.ts';
import { getHeads, type ToDecide } from '@mangnon/domain/tasks/units.api.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementRead } from '../platform/action/action.ts';
import { seesHindrances } from './held-units.ts';
import { findCommitteeHeads, listHeads, listWaiting, type DeciderRow, type FiguresScope } from './heads.queries.ts';
import { listCentralUnits, listMoves } from './moved-dues.queries.ts';
import { findPlaces, listProvinces, type NamedPlace } from './sister-units.queries.ts';
import { findUnits, unitKey } from './units.queries.ts';

export const heads = implementRead(getHeads, {
  async answer({ query }, { database, actor, now }) {
    const today = vietnamDay(now);
    const held = await findHeldPosts(database, actor.accountId);
    const asked =
      query.within === undefined ? scopeOfPosts(held) : { nation: false, places: [query.within], units: [] };
    const ofUnits = asked.units.map(readUnit);
    // Who looks over the country begins with what stands at the level of provinces, and with the central agencies.
    const provinces = asked.nation ? await listProvinces(database, today) : [];
    const central = asked.nation ? await listCentralUnits(database) : [];
    const named = [...asked.places, ...ofUnits.map(({ placeId }) => placeId)];
    const places = await findPlaces(database, named, today);
    if (query.within !== undefined && !places.has(query.within)) return refuse('tasks.place_unknown');
    const wholePlaces = asked.places.flatMap((id) => places.get(id) ?? []);
    const isProvince = ({ level }: NamedPlace) => level === 'province';
    const scope: FiguresScope = {
      provinces: wholePlaces.filter(isProvince).map(({ placeId }) => placeId),
      places: [...provinces, ...wholePlaces.filter((one) => !isProvince(one)).map(({ placeId }) => placeId)],
      units: [...ofUnits, ...central],
    };
    const rows = await listHeads(database, scope, today);
    const waiting = await listWaiting(database, scope);
    const deciders = [...new Set(waiting.map(({ placeId }) => placeId))];
    const moves = await listMoves(database, scope);
    const units = await findUnits(database, [...rows, ...moves], today);
    const nameUnit = ({ agencyId, placeId }: UnitRef) => {
      const found = units.get(unitKey({ agencyId, placeId }));
      return { agencyId, placeId, name: found?.name ?? agencyId, placeName: found?.placeName ?? placeId };
    };
    const deciding = await findPlaces(database, deciders, today);
    const committees = await findCommitteeHeads(database, deciders, today);
    return accept({
      within: asked.nation
        ? []
        : named.flatMap((id) => places.get(id) ?? []).map(({ placeId, name }) => ({ placeId, name })),
      rows: rows
        .map(({ head, figures, ...ref }) => ({ unit: nameUnit(ref), head, ...figures }))
        .toSorted(
          (one, other) =>
            other.counts.under_way_overdue - one.counts.under_way_overdue ||
            one.unit.name.localeCompare(other.unit.name, 'vi') ||
            (one.head?.validFrom ?? '').localeCompare(other.head?.validFrom ?? ''),
        ),
      deciders: deciders.map((id) => ({
        place: { placeId: id, name: deciding.get(id)?.name ?? id },
        head: committees.get(id) ?? null,
        ...toDecideOf(
          waiting,
          id,
          seesHindrances(held, { placeId: id, provinceId: deciding.get(id)?.provinceId ?? '', unit: '' }),
        ),
      })),
      moves: moves.map(({ agencyId, placeId, at, ...move }) => ({
        ...move,
        unit: nameUnit({ agencyId, placeId }),
        at: at.toISOString(),
      })),
      today,
    });
  },
});

/** `agency|place`, as posts have it. */
function readUnit(unit: string) {
  const [agencyId = '', placeId = ''] = unit.split('|');
  return { agencyId, placeId };
}

/** What waits for one place; nothing of a kind is told as nothing, and hindrances that may not be seen as not known. */
export function toDecideOf(rows: readonly DeciderRow[], placeId: string, seesHindrance: boolean): ToDecide {
  const of = (kind: DeciderRow['kind']) => {
    const found = rows.find((row) => row.placeId === placeId && row.kind === kind);
    return { count: found?.count ?? 0, since: found?.since ?? null };
  };
  return { report: of('report'), time: of('time'), hindrance: seesHindrance ? of('hindrance') : null };
}

import { reaches, standingAt, type HeldPost } from '@mangnon/domain/access/reach.ts';
import { findIndicator } from '@mangnon/domain/indicators/catalogue.ts';
import { addSums, figureOfSums, noSums, type Sums } from '@mangnon/domain/indicators/figure-of-sums.ts';
import { getIndicatorFigures } from '@mangnon/domain/indicators/figures.api.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { sumsOnTodaysMap } from '@mangnon/domain/indicators/sums-on-todays-map.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { makePlaceBook, type PlaceBook } from '@mangnon/domain/places/place-book.ts';
import { namePeriod } from '@mangnon/domain/reports/name-period.ts';
import type { PeriodKind } from '@mangnon/domain/reports/period-rule.ts';
import { readPeriodLaw } from '@mangnon/domain/reports/read-period-law.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { loadCatalogue } from '../indicators/indicators.queries.ts';
import { implementRead } from '../platform/action/action.ts';
import { unitKey } from '../tasks/units.queries.ts';
import { findFigureDuties, spanKey, type Span } from './figure-duties.ts';
import { listNamed, loadLines } from './figure-places.queries.ts';
import { askSums, complete, listDue, sidesOf, sumSpans } from './figure-sums.ts';
import { addUp, listAskers, listCells, listPeriods, listTold, type Scope } from './figures.queries.ts';

const law = readPeriodLaw();
/** Five years of months. */
const mostPeriods = 60;

interface NamedSpan extends Span {
  readonly kind: PeriodKind | null;
  readonly label: string;
  readonly told: boolean;
}

export const get = implementRead(getIndicatorFigures, {
  async answer({ params: { code }, query }, { database, now, actor }) {
    const today = vietnamDay(now);
    const catalogue = await loadCatalogue(database);
    const versions = catalogue.versions.get(code);
    const indicator = findIndicator(catalogue, code, today) ?? versions?.at(-1);
    if (indicator === undefined) return refuse('indicators.not_found');
    const held = await findHeldPosts(database, actor.accountId);
    const place = query.placeId === undefined ? null : (await listNamed(database, [query.placeId], null))[0];
    if (place === undefined) return refuse('places.not_found');
    const lines = place === null ? null : await loadLines(database, [place.id]);
    const parent = lines?.places.find(({ id }) => id === place?.id)?.parentId ?? place?.id ?? '';
    if (place !== null && !reaches(held, 'reports.version.read', 'core', standingAt(place.id, parent, ''))) {
      return refuse('platform.not_allowed');
    }

    const sides = sidesOf(indicator);
    const codes = [...new Set([sides.up, sides.down].flatMap((one) => one ?? []))];
    const cells = await listCells(database, codes);
    const whole = cells.filter((cell) => cell.key === cell.code);
    const askers = sides.up === null ? [] : await listAskers(database, sides.up);
    const duties = await findFigureDuties(database, law, askers);
    const periods = await listPeriods(
      database,
      whole.filter((cell) => cell.code === sides.up).map(({ id }) => id),
    );
    const spans = pickSpans(indicator, nameSpans([...periods, ...duties.spans], today), query.cutEnd ?? null);
    const selected = spans.find(({ cutEnd }) => cutEnd === query.cutEnd) ?? spans.findLast(({ told }) => told) ?? null;

    const scope: Scope = {
      by:
        place === null ? (isNationwide(held) ? 'province' : 'place') : place.level === 'commune' ? 'place' : 'province',
      places: lines?.places.map(({ id }) => id) ?? null,
    };
    // A province opens to its communes, the country to its provinces.
    const opened: Scope = place === null ? scope : { ...scope, by: 'place' };
    const known = { periods, askers, duties, chosen: selected };
    const sumsOf = (of: readonly Span[], by: Scope) =>
      sumSpans(database, { ...known, sums: askSums(indicator, cells, '', periods, of, spanKey), spans: of, scope: by });
    const sums = await sumsOf(spans, scope);
    const chosen = selected === null ? [] : [selected];
    const here = (opened.by === scope.by ? sums : await sumsOf(chosen, opened)).get(
      selected === null ? '' : spanKey(selected),
    );
    const due = selected === null ? [] : listDue(duties, selected, scope);
    const told = await listTold(
      database,
      whole.map(({ id }) => id),
      periods.find((period) => selected !== null && spanKey(period) === spanKey(selected))?.id ?? 0,
    );
    const parts = breakdownCells(cells, sides.up);
    const split = await addUp(
      database,
      parts.flatMap(({ part }) => askSums(indicator, cells, part, periods, chosen, () => part)),
      scope,
    );
    const mapped =
      query.map === 'today'
        ? await loadToday(database, place?.level === 'province' ? place.id : null, opened.by, held)
        : null;
    const named = mapped?.named ?? (await listNamed(database, [...(here?.keys() ?? [])], null));

    const lineBook = lines === null ? null : makePlaceBook(lines.places, lines.successions);
    const figureOf = (of: ReadonlyMap<string, Sums>, day: string) => {
      if (place === null || lineBook === null) return figureOfSums(indicator.formula, addSums([...of.values()]));
      const { comparability, figure } = sumsOnTodaysMap(indicator.formula, lineBook, place.id, day, (id) => of.get(id));
      const asItWas = query.map === 'as_it_was' && comparability !== 'same';
      return asItWas ? figureOfSums(indicator.formula, noSums) : figure;
    };
    const silent = new Map<string, Sums>();
    return accept({
      indicator,
      trend: spans.map((span) => ({
        label: span.label,
        cutStart: span.cutStart,
        cutEnd: span.cutEnd,
        figure: figureOf(sums.get(spanKey(span)) ?? silent, span.cutEnd),
      })),
      period:
        selected === null ? null : { label: selected.label, cutStart: selected.cutStart, cutEnd: selected.cutEnd },
      breakdowns: indicator.breakdowns.flatMap((of) => {
        const breakdown = catalogue.breakdowns.get(of);
        const own = parts.filter((one) => one.by === of);
        if (breakdown === undefined || own.length === 0) return [];
        return [
          {
            code: of,
            name: breakdown.name,
            parts: breakdown.parts.flatMap(({ code: part, name }) => {
              const cell = own.find((one) => one.code === part);
              if (cell === undefined) return [];
              const found = split.filter(({ key }) => key === cell.part);
              const of = new Map(found.map((one) => [one.placeId, complete(one, one.told, one.told)]));
              return [{ part, name, figure: figureOf(of, selected?.cutEnd ?? today) }];
            }),
          },
        ];
      }),
      places: named.map(({ id, name, level }) => {
        const of = (at: string) => here?.get(at);
        const shown =
          mapped === null || selected === null
            ? { comparability: 'same' as const, figure: figureOfSums(indicator.formula, of(id) ?? noSums) }
            : sumsOnTodaysMap(indicator.formula, mapped.book, id, selected.cutEnd, of);
        return { placeId: id, name, level, ...shown };
      }),
      missing: due
        .filter((unit) => !told.has(unitKey(unit)))
        .map((unit) => ({ name: unit.name, dueOn: selected === null ? unit.dueOn : duties.dueDayOf(selected, unit) })),
    });
  },
});

const isNationwide = (held: readonly HeldPost[]) => held.some(({ nationwide }) => nationwide);

function nameSpans(all: readonly (Span & { readonly told?: boolean })[], today: string): NamedSpan[] {
  const once = new Map<string, NamedSpan>();
  for (const { cutStart, cutEnd, told = false } of all) {
    const key = spanKey({ cutStart, cutEnd });
    const before = once.get(key);
    if (told || before?.told === true || cutEnd < today) {
      once.set(key, {
        cutStart,
        cutEnd,
        ...namePeriod(law, { cutStart, cutEnd }),
        told: told || before?.told === true,
      });
    }
  }
  return [...once.values()].toSorted((one, other) => (one.cutEnd < other.cutEnd ? -1 : 1));
}

/**
 * Periods of one kind, for months and quarters make no line: the kind of the day that was asked for, else the one the indicator
 * is told in, else the one most was told in. The latest of them, to the last that was told or is over.
 */
function pickSpans({ period }: Indicator, all: readonly NamedSpan[], cutEnd: string | null): NamedSpan[] {
  const meant = period === 'half_year' ? 'half' : period;
  const candidates = all.filter((span) => (cutEnd === null ? span.told : span.cutEnd === cutEnd));
  const kinds = Map.groupBy(candidates, ({ kind }) => kind);
  const most = [...kinds].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
  const kind = meant !== null && kinds.has(meant) ? meant : most;
  return kind === undefined ? [] : all.filter((span) => span.kind === kind).slice(-mostPeriods);
}

interface PartCell {
  readonly by: string;
  readonly code: string;
  /** As it stands in the key of the cell. */
  readonly part: string;
}

/** Cells that are split once; what is split twice is no breakdown of its own. */
function breakdownCells(cells: Awaited<ReturnType<typeof listCells>>, code: string | null): PartCell[] {
  return cells.flatMap((cell) => {
    const [only, ...more] = Object.entries(cell.parts);
    if (cell.code !== code || only === undefined || more.length > 0) return [];
    return [{ by: only[0], code: only[1], part: cell.key.slice(cell.code.length) }];
  });
}

/** The places of today that the map is made of, and what went before each of them. */
async function loadToday(
  database: Parameters<typeof listNamed>[0],
  within: string | null,
  by: 'province' | 'place',
  held: readonly HeldPost[],
): Promise<{ readonly named: Awaited<ReturnType<typeof listNamed>>; readonly book: PlaceBook }> {
  const own = held.flatMap(({ placeId }) => placeId ?? []);
  const at = within ?? (by === 'province' ? null : (own[0] ?? null));
  const named = await listNamed(database, [], { within: at });
  const { places, successions } = await loadLines(
    database,
    named.map(({ id }) => id),
  );
  return { named, book: makePlaceBook(places, successions) };
}

import { placeId, type Place, type PlaceLevel, type Succession } from './place.ts';

/** The three files of database/seed/places, as text. */
export interface SeedTexts {
  readonly before: string;
  readonly from: string;
  readonly successions: string;
}

/** First day the older file speaks of; what stood before is in no source of ours. */
const knownFrom = '2025-03-01';
/** Luật 72/2025/QH15: two levels from this day on, the district ended the day before. */
const reform = '2025-07-01';
const lastDayBefore = '2025-06-30';
/** NQ 30/2026/QH16: Đồng Nai a centrally-run city, ten of its communes wards. */
const typeChange = '2026-04-30';

/** The units and successions of the seed files. They hold no quotes and no commas inside a field. */
export function readSeedPlaces(texts: SeedTexts): { places: Place[]; successions: Succession[] } {
  const before = readLines(texts.before).map(([level = '', code = '', type = '', name = '', parent = '']): Place => ({
    id: placeId(code, null),
    code,
    level: level as PlaceLevel,
    name,
    type,
    parentId: parent === '' ? null : placeId(parent, null),
    validFrom: null,
    validTo: lastDayBefore,
    knownFrom,
    changes: [],
  }));
  const from = readLines(texts.from).map(
    ([level = '', code = '', type = '', name = '', parent = '', laterType = '']): Place => ({
      id: placeId(code, reform),
      code,
      level: level as PlaceLevel,
      name,
      type,
      parentId: parent === '' ? null : placeId(parent, reform),
      validFrom: reform,
      validTo: null,
      knownFrom: reform,
      changes: laterType === '' ? [] : [{ from: typeChange, type: laterType, name }],
    }),
  );
  const successions = readLines(texts.successions).map(
    ([older = '', younger = '', kind = '', , trust = '']): Succession => ({
      fromId: placeId(older, null),
      toId: placeId(younger, reform),
      on: reform,
      kind: kind as Succession['kind'],
      weight: null,
      trust: trust as Succession['trust'],
    }),
  );
  return { places: [...before, ...from], successions };
}

function readLines(text: string): string[][] {
  return text
    .replaceAll('\r\n', '\n')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

import { standsOn } from '../kernel/period.ts';
import type { Breakdown } from './breakdown.ts';
import type { Indicator } from './indicator.ts';

/** All versions of all indicators and the breakdowns they use, looked up by code. */
export interface Catalogue {
  /** Versions of each code, oldest first. */
  readonly versions: ReadonlyMap<string, readonly Indicator[]>;
  readonly breakdowns: ReadonlyMap<string, Breakdown>;
}

export function makeCatalogue(indicators: readonly Indicator[], breakdowns: readonly Breakdown[]): Catalogue {
  const byVersion = indicators.toSorted((one, other) => one.version - other.version);
  return {
    versions: Map.groupBy(byVersion, ({ code }) => code),
    breakdowns: new Map(breakdowns.map((one) => [one.code, one])),
  };
}

/** What the code meant on a day (ISO); undefined where it stood for nothing then. */
export function findIndicator(catalogue: Catalogue, code: string, day: string): Indicator | undefined {
  return catalogue.versions.get(code)?.find((version) => standsOn(version, day));
}

/** What stands on a day, by code. */
export function listIndicators(catalogue: Catalogue, day: string): Indicator[] {
  return [...catalogue.versions.values()]
    .flatMap((versions) => versions.filter((version) => standsOn(version, day)))
    .toSorted((one, other) => one.code.localeCompare(other.code, 'vi', { numeric: true }));
}

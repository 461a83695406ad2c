import { z } from 'zod';
import { breakdown, type Breakdown } from './breakdown.ts';
import type breakdownRows from './breakdowns.json';
import { indicator, type Indicator } from './indicator.ts';
import type indicatorRows from './indicators.json';

/** The catalogue as indicators.json and breakdowns.json begin it. Throws where a row is none: the files are ours. */
export function readSeedIndicators(
  indicators: typeof indicatorRows,
  breakdowns: typeof breakdownRows,
): { indicators: Indicator[]; breakdowns: Breakdown[] } {
  return { indicators: z.array(indicator).parse(indicators), breakdowns: z.array(breakdown).parse(breakdowns) };
}

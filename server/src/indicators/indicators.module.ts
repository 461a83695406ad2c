import { indicatorsRefusals } from '@mangnon/domain/indicators/indicators.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as exchange from './indicator-exchange.actions.ts';
import { get, list } from './indicators.actions.ts';

/** What figures mean: the catalogue of indicators in dated versions. */
export const indicatorsModule: Module = {
  name: 'indicators',
  actions: [list, get, exchange.preview, exchange.write, exchange.exportList],
  refusals: indicatorsRefusals,
};

import { placesRefusals } from '@mangnon/domain/places/places.refusals.ts';
import type { Module } from '../platform/module.ts';
import { change, preview } from './place-changes.actions.ts';
import * as exchange from './place-exchange.actions.ts';
import * as places from './places.actions.ts';
import { seedDemoPlaces } from './seed-demo.ts';

/** Administrative units over time: found by any spelling, shown on any day, kept by the officer. */
export const placesModule: Module = {
  name: 'places',
  actions: [
    places.search,
    places.get,
    places.here,
    places.chain,
    places.history,
    preview,
    change,
    exchange.preview,
    exchange.write,
    exchange.exportList,
  ],
  refusals: placesRefusals,
  seedDemo: seedDemoPlaces,
};

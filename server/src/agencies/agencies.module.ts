import { agenciesRefusals } from '@mangnon/domain/agencies/agencies.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as register from './agencies.actions.ts';
import { change } from './agency-changes.actions.ts';
import { inCharge } from './in-charge.actions.ts';
import * as exchange from './office-exchange.actions.ts';
import * as offices from './offices.actions.ts';
import { seedDemoOffices } from './seed-demo.ts';

/** Who does what: the register of agencies, and the agencies of each place with those who answer for them. */
export const agenciesModule: Module = {
  name: 'agencies',
  refusals: agenciesRefusals,
  actions: [
    register.search,
    register.list,
    register.get,
    register.history,
    change,
    inCharge,
    offices.get,
    offices.change,
    offices.history,
    exchange.preview,
    exchange.write,
    exchange.exportList,
  ],
  seedDemo: seedDemoOffices,
};

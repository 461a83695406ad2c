import { calendarRefusals } from '@mangnon/domain/law/calendar/calendar.refusals.ts';
import type { Module } from '../platform/module.ts';
import * as calendar from './calendar.actions.ts';

/** Dated rules of law that all others build on: so far the working calendar. */
export const lawModule: Module = {
  name: 'law',
  refusals: calendarRefusals,
  actions: [calendar.get, calendar.change, calendar.preview, calendar.write, calendar.exportList],
};

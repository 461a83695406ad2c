import type { Module } from '../platform/module.ts';
import { search } from './search.actions.ts';

/** One box over everything that is no person: plans, tasks, texts, agencies, places. */
export const searchModule: Module = { name: 'search', refusals: {}, actions: [search] };

import type { Module } from '../platform/module.ts';
import { childGroupActions } from './child-groups.actions.ts';
import { childActions } from './children.actions.ts';
import { childrenRefusals } from './children.refusals.ts';
import { seedDemoChildren } from './seed-demo.ts';
import type { Keys } from './sealed-groups.ts';

/** Children: who they are and what is known of them, sealed, each group of columns under its own permission. */
export function childrenModule(keys: Keys): Module {
  return {
    name: 'children',
    refusals: childrenRefusals,
    actions: [...childActions(keys), ...childGroupActions(keys)],
    seedDemo: seedDemoChildren(keys),
  };
}

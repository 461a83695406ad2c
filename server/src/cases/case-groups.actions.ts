import type { z } from 'zod';
import { reachOf } from '@mangnon/domain/access/reach.ts';
import {
  addCaseNarrative,
  addCaseOffender,
  addCaseReporter,
  changeCaseNarrative,
  changeCaseOffender,
  changeCaseReporter,
} from '@mangnon/domain/cases/case-groups.api.ts';
import type { caseFile } from '@mangnon/domain/cases/cases.api.ts';
import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import { addGroup, changeGroup, type Keys } from '../children/sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';
import { implementWrite, type Action } from '../platform/action/action.ts';
import { loadCase, presentCaseAgain } from './present-case.ts';

type CaseGroup = 'narrative' | 'offender' | 'reporter';
type Params = z.ZodObject<{ caseId: z.ZodUUID }>;
type Adding = Endpoint<Params, z.ZodType, z.ZodType<{ content: object }>, typeof caseFile>;
type Changing = Endpoint<Params, z.ZodType, z.ZodType<{ seen: string; content: object }>, typeof caseFile>;

/** Writing and changing the groups of columns of a case, each under its own permission. */
export function caseGroupActions(keys: Keys): Action[] {
  return [
    adding(keys, addCaseNarrative, 'narrative'),
    changing(keys, changeCaseNarrative, 'narrative'),
    adding(keys, addCaseOffender, 'offender'),
    changing(keys, changeCaseOffender, 'offender'),
    adding(keys, addCaseReporter, 'reporter'),
    changing(keys, changeCaseReporter, 'reporter'),
  ];
}

function adding(keys: Keys, endpoint: Adding, group: CaseGroup): Action {
  return implementWrite(endpoint, {
    load: ({ params }, context) => loadCase(params.caseId, context),
    authorise: async (row, { database, actor }) =>
      reachOf(await findHeldPosts(database, actor.accountId), row)('cases.case.create', group),
    async handle({ body }, row, context) {
      const added = await addGroup(keys, context, group, row, body.content);
      return added.ok ? presentCaseAgain(keys, context, row.id) : added;
    },
  });
}

function changing(keys: Keys, endpoint: Changing, group: CaseGroup): Action {
  return implementWrite(endpoint, {
    load: ({ params }, context) => loadCase(params.caseId, context),
    authorise: async (row, { database, actor }) =>
      reachOf(await findHeldPosts(database, actor.accountId), row)('cases.case.update', group),
    async handle({ body }, row, context) {
      const changed = await changeGroup(keys, context, group, row.id, body);
      if (!changed.ok) return changed;
      context.audit({ changed: changed.value.changed });
      return presentCaseAgain(keys, context, row.id);
    },
  });
}

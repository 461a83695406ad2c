import type { z } from 'zod';
import {
  addChildContact,
  addChildHealth,
  changeChildContact,
  changeChildHealth,
  changeChildIdentity,
} from '@mangnon/domain/children/child-groups.api.ts';
import { reachOf } from '@mangnon/domain/access/reach.ts';
import { birthYearOf, childIdentity, isBornBy } from '@mangnon/domain/children/child-groups.ts';
import type { child } from '@mangnon/domain/children/children.api.ts';
import type { Endpoint } from '@mangnon/domain/kernel/endpoint.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementWrite, type Action, type TransactionContext } from '../platform/action/action.ts';
import { loadChild, presentAgain } from './children.actions.ts';
import { setBirthYear, type ChildRow } from './children.queries.ts';
import { addGroup, changeGroup, type Keys } from './sealed-groups.ts';
import { findHeldPosts } from '../access/held-posts.queries.ts';

type ChildGroup = 'identity' | 'contact' | 'health';
type Params = z.ZodObject<{ childId: z.ZodUUID }>;
type Adding = Endpoint<Params, z.ZodType, z.ZodType<{ content: object }>, typeof child>;
type Changing = Endpoint<Params, z.ZodType, z.ZodType<{ seen: string; content: object }>, typeof child>;

/** Writing and changing the groups of columns of a child, each under its own permission. */
export function childGroupActions(keys: Keys): Action[] {
  return [
    changing(keys, changeChildIdentity, 'identity'),
    adding(keys, addChildContact, 'contact'),
    changing(keys, changeChildContact, 'contact'),
    adding(keys, addChildHealth, 'health'),
    changing(keys, changeChildHealth, 'health'),
  ];
}

function adding(keys: Keys, endpoint: Adding, group: 'contact' | 'health'): Action {
  return implementWrite(endpoint, {
    load: ({ params }, context) => loadChild(params.childId, context),
    authorise: async (row, { database, actor }) =>
      reachOf(await findHeldPosts(database, actor.accountId), row)('children.child.create', group),
    async handle({ body }, row, context) {
      const added = await addGroup(keys, context, group, row, body.content);
      return added.ok ? presentAgain(keys, context, row.id) : added;
    },
  });
}

function changing(keys: Keys, endpoint: Changing, group: ChildGroup): Action {
  return implementWrite(endpoint, {
    load: ({ params }, context) => loadChild(params.childId, context),
    async authorise(row, { database, actor }) {
      const may = reachOf(await findHeldPosts(database, actor.accountId), row);
      // The year of birth stands with the child itself.
      return may('children.child.update', group) && (group !== 'identity' || may('children.child.update', 'core'));
    },
    async handle({ body }, row, context) {
      const wrong = checkIdentity(group, body.content, context.now);
      if (wrong !== null) return wrong;
      const changed = await changeGroup(keys, context, group, row.id, body);
      if (!changed.ok) return changed;
      context.audit({ changed: changed.value.changed });
      const named = group === 'identity' && changed.value.changed;
      const followed = named ? await followName(keys, context, row, body.content) : accept(null);
      return followed.ok ? presentAgain(keys, context, row.id) : followed;
    },
  });
}

function checkIdentity(group: ChildGroup, content: object, now: Date): Result<never> | null {
  if (group !== 'identity') return null;
  const { born } = childIdentity.parse(content);
  return isBornBy(born, vietnamDay(now))
    ? null
    : refuse('children.born_wrong', { where: 'body.content.born', details: { born } });
}

/** The year of birth and what the child is found by go with the name. */
async function followName(keys: Keys, { database }: TransactionContext, row: ChildRow, content: object) {
  const { name, born } = childIdentity.parse(content);
  const birthYear = birthYearOf(born);
  await setBirthYear(database, row.id, birthYear);
  return keys.names.replace(database, { ...row, childId: row.id, name, birthYear });
}

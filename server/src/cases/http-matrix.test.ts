import { afterAll, beforeAll, expect, it } from 'vitest';
import { posts, type Post } from '@mangnon/domain/access/posts.ts';
import { listBrokenGlass } from '@mangnon/domain/cases/broken-glass.api.ts';
import { countCases, listCases } from '@mangnon/domain/cases/cases.api.ts';
import { listChildren, searchChildren } from '@mangnon/domain/children/children.api.ts';
import type { Called } from '../testing/test-call.ts';
import { relations } from './testing/access-oracle.ts';
import { attemptsOn, verdictOf, type Attempt, type Verdict } from './testing/http-attempts.ts';
import { tableAllows, tableNames } from './testing/http-expected.ts';
import { startWorldServer, type WorldServer } from './testing/sealed-server.ts';

/** Fewer than the connections of the server. */
const atATime = 4;

let bench: WorldServer;
beforeAll(async () => {
  bench = await startWorldServer();
});
afterAll(() => bench.stop());

/** All pages of a list, by id; `null` where the whole list is refused. */
async function gather<Line extends { readonly id: string }>(
  page: (
    after: string | undefined,
  ) => Promise<{ readonly lines: readonly Line[]; readonly next: string | null } | null>,
): Promise<Map<string, Line> | null> {
  const found = new Map<string, Line>();
  for (let after: string | undefined; ;) {
    const answered = await page(after);
    if (answered === null) return null;
    for (const line of answered.lines) {
      expect(found.has(line.id)).toBe(false);
      found.set(line.id, line);
    }
    if (answered.next === null) return found;
    after = answered.next;
  }
}

/** Throws where a call was neither let in nor refused for want of a right. */
function letIn(called: Called<unknown>): boolean {
  const verdict = verdictOf(called);
  if (typeof verdict === 'string') throw new Error(verdict);
  return verdict;
}

/** What lists and the search show of the records that stand to a person in each way. */
async function tryLists(post: Post): Promise<{ cells: number; wrong: string[] }> {
  const { server, world } = bench;
  const me = bench.person(post);
  const children = await gather(async (after) => {
    const called = await server.call(me, listChildren, { query: after === undefined ? {} : { after } });
    return letIn(called) ? { lines: called.answer.children, next: called.answer.next } : null;
  });
  const cases = await gather(async (after) => {
    const called = await server.call(me, listCases, { query: after === undefined ? {} : { after } });
    return letIn(called) ? { lines: called.answer.cases, next: called.answer.next } : null;
  });
  const searched = await server.call(me, searchChildren, {
    body: { name: 'Luong Thi Man', born: { from: 2014, to: 2016 } },
  });
  const names = letIn(searched) ? searched.answer.children.map(({ id }) => id) : [];
  const noticed = await server.call(me, listBrokenGlass, {});
  const glass = letIn(noticed) ? noticed.answer.glass : [];
  const cells: (readonly [string, Verdict, boolean])[] = relations.flatMap((relation) => {
    const { childId, caseId } = world.full[relation];
    const reads = (...groups: ('core' | 'identity')[]) => tableAllows(post, relation, 'children.child.read', ...groups);
    return [
      [`${relation}: child in list`, children?.has(childId) === true, reads('core')],
      [`${relation}: name in list`, children?.get(childId)?.name.state === 'shown', reads('core', 'identity')],
      [`${relation}: child found by name`, names.includes(childId), reads('core', 'identity')],
      [
        `${relation}: case in list`,
        cases?.has(caseId) === true,
        tableAllows(post, relation, 'cases.case.read', 'core'),
      ],
      [
        `${relation}: glass in list`,
        glass.some(({ id, canReview }) => id === world.glass[relation] && canReview),
        tableAllows(post, relation, 'cases.glass.review', 'core'),
      ],
    ];
  });
  cells.push(['children at all', children !== null, tableNames(post, 'children.child.read')]);
  cells.push(['cases at all', cases !== null, tableNames(post, 'cases.case.read')]);
  const counted = await server.call(me, countCases, {});
  cells.push(['count', verdictOf(counted), tableNames(post, 'cases.case.count')]);
  const wrong = cells.filter(([, said, expected]) => said !== expected).map(([what]) => `${post}, ${what}`);
  return { cells: cells.length, wrong };
}

it('every cell of the matrix answers over HTTP as the table of posts says', async () => {
  const [wrong, tried]: [string[], Verdict[]] = [[], []];
  const run = async (post: Post, relation: string, { cells, run: call }: Attempt) => {
    const said = await call();
    cells.forEach(({ what, group, expected }, index) => {
      const verdict = said[index] ?? 'no answer';
      tried.push(verdict);
      if (verdict === expected) return;
      wrong.push(
        `${post}, ${relation}, ${what}, ${group}: ${typeof verdict === 'string' ? verdict : verdict ? 'let in' : 'refused'}`,
      );
    });
  };
  for (const post of posts) {
    const lists = await tryLists(post);
    wrong.push(...lists.wrong);
    tried.push(...Array<Verdict>(lists.cells).fill(false));
    for (const relation of relations) {
      const attempts = [...attemptsOn(bench, post, relation)];
      const mayWrite = attempts.filter(({ cells }) => cells.some(({ expected }) => expected));
      // What must be refused changes nothing, and may be asked a few at a time.
      const refused = attempts.filter((attempt) => !mayWrite.includes(attempt));
      for (let first = 0; first < refused.length; first += atATime)
        await Promise.all(refused.slice(first, first + atATime).map((attempt) => run(post, relation, attempt)));
      for (const attempt of mayWrite) {
        await run(post, relation, attempt);
        await attempt.undo?.();
      }
    }
  }
  console.log(
    `HTTP matrix: ${tried.length} cells (${posts.length} posts × ${relations.length} relations), ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
  expect(tried.length).toBeGreaterThan(6000);
}, 240_000);

import { describe, expect, it } from 'vitest';
import { findOpposed, givesOf } from './giving.ts';
import { grantsOf } from './posts.access.ts';
import { posts, type Post } from './posts.ts';

/** What a post sees with nobody's help: `child identity`, … Assigned and referred records need a second person. */
function seesByItself(post: Post): Set<string> {
  const reads = ['children.child.read', 'cases.case.read'] as const;
  return new Set(
    reads.flatMap((operation) =>
      (grantsOf[post][operation] ?? [])
        .filter(({ rows }) => rows.some((rule) => ['own_place', 'below_place', 'own_agency'].includes(rule)))
        .flatMap(({ columns }) => columns.map((group) => `${operation} ${group}`)),
    ),
  );
}

const officers = posts.filter((post) => post !== 'system_administrator' && givesOf[post] !== undefined);

describe('giving posts', () => {
  it.each(officers)('a %s gives nothing that by itself sees more than they do', (giver) => {
    const own = seesByItself(giver);
    const given = givesOf[giver]?.posts ?? [];
    expect(given.length).toBeGreaterThan(0);
    const more = given.flatMap((post) => [...seesByItself(post)].filter((seen) => !own.has(seen)));
    expect(more).toEqual([]);
  });

  it('is open to officers for nothing that gives further, keeps accounts or watches', () => {
    const given = officers.flatMap((giver) => givesOf[giver]?.posts ?? []);
    expect(given.filter((post) => givesOf[post] !== undefined || post === 'auditor')).toEqual([]);
  });

  it('says the same as the operations: who gives, may give; who may give, gives', () => {
    const may = posts.filter((post) => 'access.post.give' in grantsOf[post]);
    expect(may).toEqual(posts.filter((post) => givesOf[post] !== undefined));
    for (const post of may) expect(grantsOf[post]['access.post.give']?.[0]?.rows).toEqual([givesOf[post]?.rows]);
  });

  it('leaves everything to the administrator, who sees no child and holds nothing else', () => {
    expect(givesOf.system_administrator?.posts).toEqual(posts);
    expect(seesByItself('system_administrator').size).toBe(0);
  });

  it.each([
    ['system_administrator', ['commune_officer'], 'commune_officer'],
    ['commune_chair', ['system_administrator'], 'system_administrator'],
    ['auditor', ['system_administrator'], 'system_administrator'],
    ['statistician', ['auditor'], 'auditor'],
    ['commune_protection_worker', ['commune_officer', 'school'], null],
    ['commune_chair', ['commune_protection_worker'], null],
    ['system_administrator', ['system_administrator'], null],
    ['auditor', [], null],
  ] as const)('%s beside %j: opposed is %s', (given, held, opposed) => {
    expect(findOpposed(given, held)).toBe(opposed);
  });
});

import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { runProcess } from '../../testing/start-process.ts';
import type { Finding } from './audit-findings.ts';
import { auditTrailForThisTest, type AuditTrail } from './testing/audit-trail.ts';

/** Three plans with a history each, anchored in three roots, the newest row of each chain in none. */
async function makeTrail(): Promise<AuditTrail> {
  const trail = await auditTrailForThisTest();
  for (let round = 0; round < 3; round += 1) {
    /* oxlint-disable no-await-in-loop -- one after the other, as people work */
    for (const chain of ['plan:a', 'plan:b', 'plan:c', 'plan:a']) await trail.write(chain);
    await trail.anchor();
    /* oxlint-enable no-await-in-loop */
  }
  for (const chain of ['plan:a', 'plan:b', 'plan:c']) await trail.write(chain);
  expect(await trail.verify()).toMatchObject({ rows: 15, chains: 3, roots: 3, uncovered: 3, findings: [] });
  return trail;
}

/** What an attacker with every right does first. */
async function attack({ superuser }: AuditTrail, ...statements: readonly string[]): Promise<void> {
  await superuser.query('set session_replication_role = replica');
  for (const statement of statements) {
    // oxlint-disable-next-line no-await-in-loop -- they build on one another
    await superuser.query(statement);
  }
}

/** Numbers and hashes of a chain computed anew from its first row on, as somebody would who has read our code. */
const forge = (chain: string) => `
do $$ declare r record; n bigint := 0; h bytea := decode(repeat('00', 32), 'hex');
begin
  for r in select * from audit_event where chain = '${chain}' order by seq, id desc loop
    n := n + 1;
    h := sha256(h || convert_to(r.chain || E'\\n' || n || E'\\n' || json_build_array((extract(epoch from r.at) * 1000000)::bigint,
      r.request_id, r.account_id, r.session_id, r.address, r.action, r.outcome, r.refusal_code, r.subjects, r.target,
      r.details)::text, 'UTF8'));
    update audit_event set seq = n, hash = h where id = r.id;
  end loop;
  update audit_chain set last_seq = n, last_hash = h where chain = '${chain}';
end $$`;
const alone = 'alter table audit_event drop constraint audit_event_place_in_chain';
const copyInto = (seq: number) => `
  insert into audit_event (at, request_id, address, action, outcome, chain, seq, hash, subjects, target)
  select at, gen_random_uuid(), address, 'plans.plan.read', outcome, chain, ${seq}, hash, subjects, target
  from audit_event where chain = 'plan:a' and seq = ${seq}`;
const exchange = (columns: string) => `
  update audit_event as one set (${columns}) = (select ${columns} from audit_event as other
    where other.chain = 'plan:a' and other.seq = 7 - one.seq) where chain = 'plan:a' and seq in (3, 4)`;
const cut = `delete from audit_event where chain = 'plan:a' and seq > 5`;

const attacks: readonly [string, readonly string[], Partial<Finding>][] = [
  [
    'change',
    [`update audit_event set action = 'plans.plan.list' where chain = 'plan:a' and seq = 3`],
    { kind: 'changed', chain: 'plan:a', first: 3, last: 3 },
  ],
  [
    'change, hashes made anew',
    [
      `update audit_event set account_id = null, action = 'plans.plan.list' where chain = 'plan:a' and seq = 3`,
      forge('plan:a'),
    ],
    { kind: 'rewritten', chain: 'plan:a', first: 3, last: 4 },
  ],
  [
    'change of who',
    [`update audit_event set subjects = '{}' where chain = 'plan:b' and seq = 4`],
    { kind: 'changed', chain: 'plan:b', first: 4 },
  ],
  [
    'delete',
    [`delete from audit_event where chain = 'plan:a' and seq = 3`],
    { kind: 'deleted', chain: 'plan:a', first: 3, last: 3 },
  ],
  [
    'delete, hashes made anew',
    [`delete from audit_event where chain = 'plan:a' and seq = 3`, forge('plan:a')],
    { kind: 'deleted', chain: 'plan:a', first: 3 },
  ],
  [
    'delete a whole chain',
    [`delete from audit_event where chain = 'plan:a'`, `delete from audit_chain where chain = 'plan:a'`],
    { kind: 'deleted', chain: 'plan:a', first: 1 },
  ],
  ['insert', [alone, copyInto(3)], { kind: 'inserted', chain: 'plan:a', first: 3, last: 3 }],
  ['insert, hashes made anew', [alone, copyInto(3), forge('plan:a')], { kind: 'inserted', chain: 'plan:a' }],
  [
    'swap of words',
    [exchange('at, request_id, action, outcome, subjects, target, details')],
    { kind: 'swapped', chain: 'plan:a', first: 3, last: 4 },
  ],
  ['swap of places', [alone, exchange('seq')], { kind: 'swapped', chain: 'plan:a', first: 3, last: 4 }],
  ['cut the tail', [cut], { kind: 'tail_cut', chain: 'plan:a', first: 6, last: 6 }],
  ['cut the tail, head put right', [cut, forge('plan:a')], { kind: 'tail_cut', chain: 'plan:a', first: 6, last: 6 }],
  [
    'cut a tail no root has seen',
    [`delete from audit_event where chain = 'plan:a' and seq > 6`],
    { kind: 'tail_cut', chain: 'plan:a', first: 7, last: 7 },
  ],
];

it.each(attacks)('%s is told', async (_name, statements, expected) => {
  const trail = await makeTrail();
  await attack(trail, ...statements);
  const { findings } = await trail.verify();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject(expected);
  expect(findings[0]?.when).toMatch(/^\d{4}-/);
});

async function backUpAndRestore(trail: AuditTrail): Promise<void> {
  await attack(trail, 'create table old_event as table audit_event', 'create table old_chain as table audit_chain');
  await trail.superuser.query('set session_replication_role = origin');
  for (const chain of ['plan:a', 'plan:b', 'plan:d']) await trail.write(chain);
  await trail.anchor();
  expect((await trail.verify()).findings).toEqual([]);
  await attack(
    trail,
    'delete from audit_event',
    'delete from audit_chain',
    'insert into audit_event overriding system value table old_event',
    'insert into audit_chain table old_chain',
    `select setval(pg_get_serial_sequence('audit_event', 'id'), (select max(id) from audit_event))`,
  );
  await trail.superuser.query('set session_replication_role = origin');
}

it('an older backup put back is told, at once and after work went on', async () => {
  const trail = await makeTrail();
  await backUpAndRestore(trail);
  const expected = [expect.objectContaining({ kind: 'rolled_back', first: 4, last: 4 })];
  expect((await trail.verify()).findings).toEqual(expected);
  await trail.write('plan:a');
  await trail.write('plan:e');
  expect((await trail.verify()).findings).toEqual(expected);
  await trail.anchor();
  await trail.write('plan:a');
  await trail.anchor();
  expect((await trail.verify()).findings).toEqual(expected);
});

it('the command says the same, and ends with status 3; with 0 when nothing was done', async () => {
  const run = async (trail: AuditTrail) => {
    const env = { MANGNON_DATABASE_URL: trail.databaseUrl, MANGNON_DATA: dirname(trail.folder) };
    return runProcess({ env, args: ['audit', 'verify'] });
  };
  const whole = await run(await makeTrail());
  expect([whole.status, whole.error]).toEqual([0, '']);
  expect(whole.out).toMatch(/15.*3/);
  const one = await makeTrail();
  await attack(
    one,
    `update audit_event set action = 'plans.plan.list' where chain = 'plan:a' and seq = 3`,
    exchange('at, request_id, action, outcome, subjects, target, details')
      .replaceAll('plan:a', 'plan:b')
      .replace('7 -', '3 -')
      .replace('(3, 4)', '(1, 2)'),
    `delete from audit_event where chain = 'plan:c' and seq = 2`,
  );
  const told = await run(one);
  expect(told.status).toBe(3);
  expect(told.out).toMatch(/Changed: plan:a, row 3[^]*Swapped: plan:b, rows 1 and 2[^]*Deleted: plan:c, among rows 2/);
  const two = await makeTrail();
  await attack(two, cut, alone, copyInto(3).replaceAll('plan:a', 'plan:b'));
  expect((await run(two)).out).toMatch(/tail was cut: plan:a, rows 6[^]*Inserted: plan:b, among rows 3/);
  const three = await makeTrail();
  await backUpAndRestore(three);
  const back = await run(three);
  expect([back.status, back.out]).toEqual([3, expect.stringMatching(/put back to an older state: what roots 4/)]);
  const elsewhere = await runProcess({
    env: { MANGNON_DATABASE_URL: one.databaseUrl, MANGNON_DATA: dirname(one.folder) },
    args: ['audit', 'verify', '--anchors', two.folder, '--public-key', join(dirname(one.keyFile), 'audit.pem')],
  });
  expect([elsewhere.status, elsewhere.out]).toEqual([3, expect.stringMatching(/Root 1, dated/)]);
});

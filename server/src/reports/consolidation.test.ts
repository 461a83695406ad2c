import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  adjustTotal,
  getConsolidation,
  lockConsolidation,
  openCell,
  writeConsolidation,
  type ConsolidationPage,
} from '@mangnon/domain/reports/consolidation.api.ts';
import { correctVersion, writeNarrative } from '@mangnon/domain/reports/versions.api.ts';
import type { Person } from '../testing/test-call.ts';
import { kheOffice, lanhOffice } from './testing/report-world.ts';
import { dueOn, number, startVersionWorld, type VersionWorld } from './testing/version-world.ts';

let world: VersionWorld;
let kheReport: string;
let lanhReport: string;
beforeAll(async () => {
  world = await startVersionWorld();
  const { people, chair, otherChair } = world;
  const zero = { state: 'zero', reason: 'none_found', words: null } as const;
  kheReport = await world.settle(kheOffice, { officer: people.officer, chair }, [
    { code: 'n.children', value: number(1200) },
    { code: 'n.special', value: number(30) },
    { code: 'n.activities', value: zero },
  ]);
  lanhReport = await world.settle(lanhOffice, { officer: people.neighbour, chair: otherChair }, [
    { code: 'n.children', value: number(800) },
  ]);
}, 180_000);
afterAll(() => world.server.stop());

const params = () => ({ regimeId: world.regimeId });
const see = async (person = world.people.lead): Promise<ConsolidationPage> =>
  (await world.server.call(person, getConsolidation, { params: params(), query: { dueOn } })).answer;
const totalOf = (page: ConsolidationPage, key: string) => page.totals.find((total) => total.key === key);
const openCellOf = async (key: string) =>
  (await world.server.call(world.people.lead, openCell, { params: params(), query: { dueOn, key } })).answer;

describe('the consolidation of a due day', () => {
  it('is live and partial: says how many of how many, and names who lacks', async () => {
    const page = await see();
    expect(page.completeness).toMatchObject({ due: 5, sent: 2, accepted: 2 });
    const lacking = page.units.filter(({ state }) => state === null).map(({ unit }) => unit.placeName);
    expect(lacking).toHaveLength(3);
    expect(totalOf(page, 'n.children')).toMatchObject({
      state: 'number',
      amount: 2000,
      completeness: { due: 5, sent: 2, accepted: 2 },
    });
  });

  it('takes silence for no number, and zero for one', async () => {
    const page = await see();
    expect(totalOf(page, 'n.activities')).toMatchObject({ state: 'number', amount: 0, completeness: { accepted: 1 } });
    expect(totalOf(page, 'n.special[sex=male]')).toMatchObject({ state: 'no_report', amount: null });
  });

  it('computes a rate as sum over sum, of the units that told both sides', async () => {
    const rate = (await see()).rates.find(({ code }) => code === 'qd23.8a');
    // 30 of 1,200: Bản Lành told its children and not those in special circumstances.
    expect(rate).toMatchObject({
      state: 'number',
      amount: 2.5,
      numerator: 30,
      denominator: 1200,
      completeness: { accepted: 1 },
    });
  });

  it('opens to what a total is made of: the rows add up to it', async () => {
    const { total, rows } = await openCellOf('n.children');
    const sum = rows.reduce(
      (all, { value, counts }) => all + (counts && value.state === 'number' ? value.amount : 0),
      0,
    );
    expect(sum).toBe(total.amount);
    expect(rows.filter(({ value }) => value.state === 'no_report')).toHaveLength(3);
  });

  it('is for who sees every report in it alone', async () => {
    const { people, chair, server } = world;
    for (const person of [people.officer, chair, people.police]) {
      const asked = await server.call(person, getConsolidation, { params: params(), query: { dueOn } });
      expect(asked.refusal.code).toBe('platform.not_allowed');
    }
    expect(
      (await server.call(people.stranger, getConsolidation, { params: params(), query: { dueOn } })).refusal.code,
    ).toBe('platform.not_allowed');
    const statistician = await server.signIn({ post: 'statistician', placeId: '99@2025-07-01' });
    expect((await see(statistician)).can.edit).toBe(false);
    expect(totalOf(await see(statistician), 'n.children')?.amount).toBe(2000);
  });

  it('asks as often for many units as for one', async () => {
    const { server, people } = world;
    const asked = await server.call(people.lead, getConsolidation, { params: params(), query: { dueOn } });
    console.log(`consolidation: ${asked.statements.length} statements`);
    expect(asked.statements.length).toBeLessThan(24);
  });

  it('is adjusted only beside the sum, with a reason, and taken back by another adjustment', async () => {
    const { server, people } = world;
    const adjust = (amount: number, person: Person = people.lead) => {
      const body = {
        kind: 'adjust',
        id: randomUUID(),
        dueOn,
        key: 'n.children',
        amount,
        reason: 'Hai xã đếm trùng 5 trẻ.',
      } as const;
      return server.call(person, adjustTotal, { params: params(), body });
    };
    expect((await adjust(-5, people.officer)).refusal.code).toBe('platform.not_allowed');
    expect((await adjust(0)).refusal.code).toBe('reports.adjustment_of_nothing');
    expect((await adjust(-5)).status).toBe(200);
    const page = await see();
    expect(totalOf(page, 'n.children')).toMatchObject({ amount: 1995, adjusted: -5 });
    const { total, rows, adjustments } = await openCellOf('n.children');
    const told = rows.reduce(
      (all, { value, counts }) => all + (counts && value.state === 'number' ? value.amount : 0),
      0,
    );
    expect(told + adjustments.reduce((all, { amount }) => all + amount, 0)).toBe(total.amount);
    const body = {
      kind: 'take_back',
      id: randomUUID(),
      dueOn,
      adjustmentId: page.adjustments[0]?.id ?? '',
      reason: 'Không trùng.',
    } as const;
    expect((await server.call(people.lead, adjustTotal, { params: params(), body })).status).toBe(200);
    expect(
      (await server.call(people.lead, adjustTotal, { params: params(), body: { ...body, id: randomUUID() } })).status,
    ).toBe(200);
    expect(totalOf(await see(), 'n.children')).toMatchObject({ amount: 2000, adjusted: 0 });
    expect((await see()).adjustments).toMatchObject([{ takenBack: true }]);
  });
});

describe('the consolidated report', () => {
  const id = randomUUID();
  const paragraph = randomUUID();

  it('picks what units wrote, and keeps whose it is', async () => {
    const { server, people } = world;
    const correction = randomUUID();
    const begun = await server.call(people.neighbour, correctVersion, {
      params: { versionId: lanhReport },
      body: { id: correction, reason: 'Bổ sung phần lời.' },
    });
    expect(begun.status).toBe(200);
    await server.call(people.neighbour, writeNarrative, {
      params: { versionId: correction },
      body: { heading: 'hindrances', words: 'Thiếu cộng tác viên ở ba bản.', base: 0 },
    });
    expect((await world.sign(correction, world.otherChair)).status).toBe(200);
    expect((await world.step(correction, 'send', people.neighbour)).status).toBe(200);
    expect((await world.accept(correction)).status).toBe(200);
    lanhReport = correction;
    const { offered } = await see();
    expect(offered).toMatchObject([
      { heading: 'hindrances', words: 'Thiếu cộng tác viên ở ba bản.', versionId: correction },
    ]);
    const write = (base: number, words: string) =>
      server.call(people.lead, writeConsolidation, {
        params: params(),
        body: {
          id,
          dueOn,
          base,
          paragraphs: [{ id: paragraph, heading: 'hindrances', words, from: { versionId: correction } }],
        },
      });
    expect((await write(0, 'Thiếu cộng tác viên ở ba bản.')).answer.revision).toBe(2);
    expect((await see()).draft?.paragraphs).toMatchObject([{ edited: false, unit: { placeId: lanhOffice.placeId } }]);
    expect((await write(2, 'Một xã thiếu cộng tác viên.')).answer.revision).toBe(3);
    expect((await see()).draft?.paragraphs).toMatchObject([{ edited: true, words: 'Một xã thiếu cộng tác viên.' }]);
    expect((await write(2, 'Khác.')).refusal.code).toBe('reports.consolidation_changed');
  });

  it('is locked as it goes up; what is corrected below shows as a difference and whose it is', async () => {
    const { server, people } = world;
    const lock = (base: number) =>
      server.call(people.lead, lockConsolidation, { params: params(), body: { dueOn, base, number: '45/BC-SYT' } });
    expect((await lock(1)).refusal.code).toBe('reports.consolidation_changed');
    expect((await lock(3)).status).toBe(200);
    expect((await see()).locked).toMatchObject({ version: 1, number: '45/BC-SYT', differences: [] });
    const correction = randomUUID();
    await server.call(people.officer, correctVersion, {
      params: { versionId: kheReport },
      body: { id: correction, reason: 'Sót 7 trẻ mới chuyển đến.' },
    });
    await world.save(correction, [{ code: 'n.children', value: number(1207), base: 1 }]);
    expect((await see()).locked?.differences).toEqual([]);
    expect([(await world.sign(correction)).status, (await world.step(correction, 'send')).status]).toEqual([200, 200]);
    // Sent is not accepted: the old version is what counts.
    expect(totalOf(await see(), 'n.children')?.amount).toBe(2000);
    expect((await world.accept(correction)).status).toBe(200);
    const { locked } = await see();
    expect(locked?.differences).toMatchObject([{ key: 'n.children', was: 2000, is: 2007 }]);
    expect(locked?.differences[0]?.units).toHaveLength(1);
    expect(locked?.differences[0]?.units[0]).toContain('Khe Trúc');
  });
});

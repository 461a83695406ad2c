import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ItemData, ItemKind, ItemOf } from '@mangnon/domain/plans/writing/manuscript-item.ts';
import { samplePlan } from '@mangnon/domain/plans/writing/testing/sample-plan.ts';
import * as api from '@mangnon/domain/plans/writing/manuscripts.api.ts';
import * as steps from '@mangnon/domain/plans/writing/manuscript-steps.api.ts';
import type { WritingAct } from '@mangnon/domain/plans/writing/writing-act.ts';
import { placeId } from '@mangnon/domain/places/place.ts';
import { listRow } from '@mangnon/domain/plans/writing/item-order.ts';
import type { Called, Person } from '../../../testing/test-call.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import { accepted } from '../../testing/review.ts';

/** Places of the demo's invented province. */
export const province = placeId('99', '2025-07-01');
export const commune = placeId('99010', '2025-07-01');
export const otherCommune = placeId('99016', '2025-07-01');

type Start = z.input<NonNullable<(typeof api.startManuscript)['body']>>;

/** Begins a plan as a person at the screen does. */
export function start(
  server: TestServer,
  person: Person | null,
  more: Partial<Start> = {},
): Promise<Called<{ manuscriptId: string }>> {
  const body: Start = {
    manuscriptId: randomUUID(),
    placeId: commune,
    agency: null,
    source: 'empty',
    planId: null,
    title: 'Bảo vệ trẻ em trên địa bàn xã năm 2026',
    year: 2026,
    withSections: true,
    ...more,
  };
  return server.call(person, api.startManuscript, { body });
}

/** One plan being written, at the desk of one person. */
export function deskOf(server: TestServer, writer: Person, manuscriptId: string) {
  const params = { manuscriptId };
  const get = async (person = writer) => (await server.call(person, api.getManuscript, { params })).answer;
  const act = (what: WritingAct, person = writer, editId: string = randomUUID()) =>
    server.call(person, api.editManuscript, { params, body: { editId, act: what } });
  const itemOf = async <Kind extends ItemKind>(kind: Kind, at = 0): Promise<ItemOf<Kind>> => {
    const found = (await get()).items.filter((item): item is ItemOf<Kind> => item.kind === kind)[at];
    if (found === undefined) throw new Error(`no ${kind} stands at ${at}`);
    return found;
  };
  return {
    manuscriptId,
    get,
    act,
    itemOf,
    /** Writes into the fields of a part, as somebody who sees its newest state. */
    async write<Kind extends ItemKind>(kind: Kind, data: Partial<ItemData<Kind>>, at = 0) {
      const item = await itemOf(kind, at);
      const seen: Readonly<Record<string, unknown>> = item.data;
      const fields = Object.fromEntries(Object.entries(data).map(([field, to]) => [field, { from: seen[field], to }]));
      return act({ type: 'change', itemId: item.id, fields } as WritingAct);
    },
    async add<Kind extends Exclude<ItemKind, 'cover' | 'offer'>>(kind: Kind, data: ItemData<Kind>) {
      const row = listRow((await get()).items, kind === 'basis' ? 'basis' : 'body');
      const itemId = randomUUID();
      const after = row.at(-1)?.id ?? null;
      accepted(await act({ type: 'add', itemId, kind, after, data }));
      return itemId;
    },
    submit: async (person = writer) =>
      server.call(person, steps.submitManuscript, { params, body: { seq: (await get()).seq } }),
    sendBack: (person: Person, reason = 'Bổ sung chỉ tiêu.') =>
      server.call(person, steps.sendBackManuscript, { params, body: { reason } }),
    approve: async (person: Person) =>
      server.call(person, steps.approveManuscript, { params, body: { seq: (await get()).seq } }),
    withdraw: (person = writer) => server.call(person, steps.withdrawManuscript, { params, body: {} }),
    restore: (person = writer) => server.call(person, steps.restoreManuscript, { params, body: {} }),
    issue: (person: Person, number: number, issuedOn = '2026-03-09') =>
      server.call(person, steps.issueManuscript, { params, body: { number, issuedOn } }),
  };
}
export type Desk = ReturnType<typeof deskOf>;

/** A whole plan of the commune, written part by part: that of the domain's tests, under a title of its own. */
export async function writeSample(
  server: TestServer,
  writer: Person,
  title: string,
  placeId: string = commune,
  agencyId: string | null = null,
): Promise<Desk> {
  const agency = agencyId === null ? null : { id: agencyId, name: 'Cơ quan' };
  const { manuscriptId } = (await start(server, writer, { title, placeId, agency, withSections: false })).answer;
  const desk = deskOf(server, writer, manuscriptId);
  for (const item of samplePlan) {
    if (item.kind === 'cover') {
      const { mark, markTitle, signerTitle, signerName, recipients } = item.data;
      // One part after the other, as by hand.
      const symbol = agency === null ? {} : { symbol: 'KH-CQ' };
      // oxlint-disable-next-line no-await-in-loop
      accepted(await desk.write('cover', { mark, markTitle, signerTitle, signerName, recipients, ...symbol }));
    } else if (item.kind !== 'offer') {
      // oxlint-disable-next-line no-await-in-loop
      await desk.add(item.kind, item.data);
    }
  }
  return desk;
}

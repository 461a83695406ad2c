import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Assignment } from '@mangnon/domain/tasks/assignment.api.ts';
import type { Plan } from '@mangnon/domain/plans/plans.api.ts';
import type { Task } from '@mangnon/domain/tasks/tasks.api.ts';

/** Each status as it is shown, and the days of a task that comes to it; what is done is reported today. */
const ways = [
  { status: 'Xong đúng hạn', from: -300, to: 400, done: true },
  { status: 'Xong quá hạn', from: -300, to: -200, done: true },
  { status: 'Đang làm, trong hạn', from: -300, to: 400, done: false },
  { status: 'Đang làm, quá hạn', from: -300, to: -200, done: false },
  { status: 'Chưa đến lúc làm', from: 100, to: 400, done: false },
  { status: 'Đã hủy', from: -300, to: 400, done: false },
] as const;

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const typed = (day: string) => day.split('-').toReversed().join('/');

/** What the screen's own session is answered at an address of the API. */
async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  return page.evaluate(async (address) => (await fetch(address)).json() as Promise<Answer>, path);
}

/** The plan is told to be of the invented province: nobody in the demo keeps the plans of a real one. */
export async function tellPlace(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Chọn|Sửa) địa bàn$/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill('moc giang');
  await page
    .getByRole('option', { name: /Mộc Giang/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Ghi' }).click();
  await page.getByText(/Kế hoạch của Tỉnh Mộc Giang/).waitFor();
}

/**
 * Each task of the plan on the screen: a click on its row marks its sentence in the document, a click on the sentence its
 * row. In the page itself, which takes a tenth of the time; gives the tasks that were lost on the way.
 */
export async function walkSentences(page: Page, planId: string): Promise<Plan['tasks']> {
  const plan = await ask<Plan>(page, `/api/plans/${planId}`);
  for (const { span, text } of plan.tasks)
    expect(plan.text.slice(span?.start, span?.end)).toContain(text.split(/\s+/).slice(0, 3).join(' '));
  await page
    .locator(`[data-reach="${plan.tasks.at(-1)?.id}"]`)
    .first()
    .waitFor({ state: 'attached' });
  const lost = await page.evaluate(
    async (ids) => {
      const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const gone: string[] = [];
      /* oxlint-disable no-await-in-loop -- one reader, one click after the other */
      for (const id of ids) {
        document.querySelector<HTMLElement>(`button[data-fact="${id}"]`)?.click();
        await drawn();
        const passage = document.querySelector<HTMLElement>(`[data-facts~="${id}"][data-active]`);
        // Where several facts share a sentence a click chooses the next; then another row is marked first.
        for (let click = 0; click < 4; click += 1) {
          passage?.click();
          await drawn();
          if (document.querySelector(`button[data-fact="${id}"][aria-current]`)) break;
        }
        if (!passage || !document.querySelector(`button[data-fact="${id}"][aria-current]`)) gone.push(id);
      }
      /* oxlint-enable no-await-in-loop */
      return gone;
    },
    plan.tasks.map(({ id }) => id),
  );
  expect(lost).toEqual([]);
  return plan.tasks;
}

/**
 * Gives every sentence of the plan: the first six on screen, to the Sở Y tế and with the days of each status, the others by
 * the same address of the API to the units the document names, or to the Sở Y tế where it names none that stands.
 */
export async function giveAll(page: Page, planId: string): Promise<void> {
  await page.getByRole('link', { name: 'Giao việc cho đơn vị' }).click();
  const sentences = page.getByRole('list', { name: 'Các việc của kế hoạch' }).locator('> li');
  /* oxlint-disable no-await-in-loop -- one officer, one row after the other */
  for (const [at, way] of ways.entries()) {
    const row = sentences.nth(at);
    await row.getByRole('button', { name: /Thêm đơn vị/ }).click();
    await row.getByRole('combobox', { name: /Cơ quan/ }).fill('so y te');
    await page
      .getByRole('option', { name: /^Sở Y tế/ })
      .first()
      .click();
    await row.getByRole('combobox', { name: 'Ở địa bàn' }).fill('moc giang');
    await page
      .getByRole('option', { name: /^Tỉnh Mộc Giang/ })
      .first()
      .click();
    await row.getByRole('button', { name: 'Thêm đơn vị này' }).click();
    await row.getByRole('button', { name: 'Sửa thời hạn' }).click();
    await row.getByLabel('Lặp lại').selectOption({ label: 'Một lần' });
    await row.getByLabel('Từ ngày').fill(typed(dayIn(way.from)));
    await row.getByLabel('Đến ngày').fill(typed(dayIn(way.to)));
  }
  /* oxlint-enable no-await-in-loop */
  await page.getByRole('button', { name: /^Giao \d+ việc cho đơn vị$/ }).click();
  await page.getByText(/Đã giao \d+ nhiệm vụ/).waitFor();
  const { sentences: all } = await ask<Assignment>(page, `/api/plans/${planId}/assignment`);
  const items = all
    .filter(({ given }) => given.length === 0)
    .map(({ planTaskId, lead }) => {
      const named = lead.flatMap(({ units }) => units.map(({ agencyId, placeId }) => ({ agencyId, placeId })));
      const schedule = { repeats: 'once', startsOn: dayIn(-300), endsOn: dayIn(400) };
      const units = named.length > 0 ? named : [{ agencyId: 't.so_yte', placeId: '99@2025-07-01' }];
      return { planTaskId, units, coordinating: [], schedule, product: null, words: null };
    });
  const status = await page.evaluate(
    async ([path, body]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body })).status;
    },
    [`/api/plans/${planId}/assignment`, JSON.stringify({ items })] as const,
  );
  expect(status).toBe(200);
}

/** Brings the first six tasks of the Sở Y tế to one status each, on the screens of the two who are needed for it. */
export async function reachEachStatus(unit: Page, requester: Page, address: string, planId: string): Promise<void> {
  const { sentences } = await ask<Assignment>(unit, `/api/plans/${planId}/assignment`);
  expect(sentences.filter(({ given }) => given.length === 0)).toEqual([]);
  /* oxlint-disable no-await-in-loop -- one after the other, as two people do it */
  for (const [at, way] of ways.entries()) {
    const taskId = sentences[at]?.given.find((one) => one.unit.agencyId === 't.so_yte')?.taskId ?? '';
    await unit.goto(`${address}/nhiem-vu/${taskId}`);
    if (way.done) {
      await unit.getByRole('button', { name: 'Báo hoàn thành' }).click();
      await unit.getByLabel('Đã làm được gì').fill('Đã làm xong, có biên bản kèm theo.');
      await unit
        .locator('input[type=file]')
        .last()
        .setInputFiles({
          name: 'bien-ban.pdf',
          mimeType: 'application/pdf',
          buffer: await unit.pdf(),
        });
      await unit.getByRole('button', { name: 'Bỏ bien-ban.pdf' }).waitFor();
      await unit.getByRole('button', { name: 'Báo đã hoàn thành' }).click();
      await unit.getByText('Chờ đơn vị giao việc quyết định').waitFor();
      await requester.goto(`${address}/nhiem-vu/${taskId}`);
      await requester.getByRole('button', { name: 'Chấp nhận hoàn thành' }).click();
      await requester
        .getByText(/Đã chấp nhận/)
        .first()
        .waitFor();
      await unit.reload();
    } else if (way.status === 'Đã hủy') {
      await unit.getByRole('button', { name: 'Hủy nhiệm vụ' }).click();
      await unit.getByLabel('Văn bản hủy').fill('Công văn 77/UBND-VX của UBND tỉnh Mộc Giang');
      await unit.getByRole('button', { name: 'Hủy theo văn bản này' }).click();
      await unit.getByText(/Nhiệm vụ đã hủy từ ngày/).waitFor();
    }
    await unit.getByText(way.status).first().waitFor();
    const task = await ask<Task>(unit, `/api/tasks/${taskId}`);
    expect([task.sentence.planTaskId, task.periods.length]).toEqual([sentences[at]?.planTaskId, 1]);
  }
  /* oxlint-enable no-await-in-loop */
}

/** The list of the plan's tasks: each status is there, and the parts add up to the whole. */
export async function sumUp(page: Page, address: string, planId: string): Promise<void> {
  await page.goto(`${address}/nhiem-vu?keHoach=${planId}`);
  await page.getByRole('heading', { name: 'Tình hình chung' }).waitFor();
  const counts = await Promise.all(
    ways.map(async ({ status }) =>
      Number(
        (await page.getByRole('listitem').filter({ hasText: status }).locator('span').last().innerText()).replace(
          '.',
          '',
        ),
      ),
    ),
  );
  expect(Math.min(...counts)).toBeGreaterThan(0);
  const { total } = await ask<{ total: number }>(page, `/api/tasks?planId=${planId}`);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
}

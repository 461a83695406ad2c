import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findNoBarrier, picture } from './people.ts';
import { look } from './look.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

/** Gives many sentences of the demo's plan month by month for years, as its lead would: more than five thousand periods. */
async function giveMany(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const read = async (path: string) => (await fetch(path)).json() as Promise<never>;
    const { plans } = (await read('/api/plans')) as { plans: { id: string }[] };
    const planId = plans.at(-1)?.id ?? '';
    const { sentences } = (await read(`/api/plans/${planId}/assignment`)) as { sentences: { planTaskId: string }[] };
    const units = ['t.so_yte', 't.congan', 't.so_tuphap'].map((agencyId) => ({ agencyId, placeId: '99@2025-07-01' }));
    const schedule = { repeats: 'month', startsOn: '2026-01-01', endsOn: '2035-12-31' };
    const items = sentences.slice(0, 16).map(({ planTaskId }) => ({
      planTaskId,
      units,
      coordinating: [],
      schedule,
      product: null,
      words: null,
    }));
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ items });
    const sent = await fetch(`/api/plans/${planId}/assignment`, { method: 'POST', headers, body });
    if (!sent.ok) throw new Error(await sent.text());
    return planId;
  });
}

/** Scrolls through a list; how long its frames took, and what held the page up for over 50 ms. */
async function scrollThrough(page: Page): Promise<{ frames: number; slowest: number; long: number }> {
  return page.getByRole('grid').evaluate(async (grid) => {
    const long: number[] = [];
    const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
    observer.observe({ type: 'longtask' });
    const frames: number[] = [];
    let before = performance.now();
    for (let step = 1; step <= 200; step += 1) {
      // Two hundred turns of a wheel, then the end at once.
      grid.scrollTop = step === 200 ? grid.scrollHeight : step * 120;
      // oxlint-disable-next-line no-await-in-loop -- one frame after the other
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - before);
      before = now;
    }
    observer.disconnect();
    return { frames: frames.length, slowest: Math.max(...frames), long: long.length };
  });
}

test('five thousand tasks are scrolled, filtered, chosen by keyboard, reminded and exported', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  const planId = await giveMany(lead);
  await lead.goto(`${story.address()}/nhiem-vu`);
  const grid = lead.getByRole('grid');
  await grid.getByRole('row').nth(3).waitFor();
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBe(5001);
  const { frames, slowest, long } = await scrollThrough(lead);
  console.log(`5,000 rows: ${frames} frames, the slowest ${slowest.toFixed(0)} ms, ${long} tasks over 50 ms`);
  expect(await grid.getByRole('row').count()).toBeLessThan(80);

  await lead.getByLabel('Tìm việc').fill('duong day tiep nhan');
  await lead
    .getByText(/^\d+ kỳ nhiệm vụ\.$/)
    .last()
    .waitFor();
  await lead.getByRole('button', { name: 'Bỏ lọc' }).click();
  await lead.getByLabel('Tình trạng').first().fill('quá hạn');
  await lead.getByRole('option', { name: 'Đang làm, quá hạn' }).click();
  await lead.waitForURL(/tinhTrang/);
  await lead.waitForFunction(() => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount')) < 5000);

  // Of an agency in which somebody stands who can be told; the others are named as left, which the server's tests see.
  await lead.goto(`${lead.url()}&coQuan=t.so_yte`);
  await grid.getByRole('link').first().focus();
  await lead.keyboard.press('Space');
  await lead.keyboard.press('Shift+ArrowDown');
  await lead.keyboard.press('Shift+ArrowDown');
  await lead.getByText('Đã chọn 3 kỳ').waitFor();
  await findNoBarrier(lead, 'chosen');
  await lead.getByRole('button', { name: 'Nhắc đơn vị' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Nhắc đơn vị' }).click();
  await lead.getByText(/Đã nhắc \d+ nhiệm vụ/).waitFor();
  await grid.getByRole('link').first().focus();
  await lead.keyboard.press('Control+a');
  await lead.getByRole('button', { name: 'Đổi hạn, thêm phối hợp' }).click();
  await lead.getByLabel('Hạn mới').fill('31/12/2036');
  await lead.getByLabel('Lý do').fill('Lùi theo văn bản của tỉnh.');
  await picture(lead, 'change-many');
  await look(lead, 'changing many');
  await lead.getByRole('button', { name: /^Đổi [\d.]+ kỳ$/ }).click();
  // None of them is overdue any more: the list empties, and what was done is still told.
  await grid.waitFor({ state: 'detached' });
  await lead.getByText(/Đã làm với/).waitFor();
  await picture(lead, 'changed-many');

  const [download] = await Promise.all([
    lead.waitForEvent('download'),
    lead
      .getByRole('button', { name: 'Bỏ lọc' })
      .click()
      .then(() => lead.getByRole('button', { name: 'Xuất Excel theo bộ lọc' }).click()),
  ]);
  expect(download.suggestedFilename()).toMatch(/^nhiem-vu-.*\.xlsx$/);
  await lead.getByText(/Đã tải .* kỳ/).waitFor();
  expect(planId).not.toBe('');

  await grid.getByRole('link').first().focus();
  await lead.keyboard.press('Space');
  await lead.getByRole('button', { name: 'Hủy nhiệm vụ' }).click();
  await lead.getByRole('button', { name: 'Hủy theo văn bản này' }).click();
  await lead.getByText('Hãy ghi văn bản nào hủy nhiệm vụ này.').waitFor();
  await lead.getByLabel('Văn bản hủy').fill('Quyết định 402/QĐ-UBND của UBND tỉnh Mộc Giang');
  await look(lead, 'cancelling many');
  await lead.getByRole('button', { name: 'Hủy theo văn bản này' }).click();
  await lead.getByText('Đã hủy 1 nhiệm vụ.').waitFor();
});

test('one box over everything opens from the keyboard and leads to what was found', async () => {
  const phone = await story.openMachine(360);
  await comeInAs(phone, 'Sầm Thị Mai');
  await look(phone, 'the frame with its box, on a phone');
  await phone.keyboard.press('Control+k');
  await phone.getByLabel(/^Tìm kế hoạch/).fill('khe truc');
  await phone.getByRole('dialog').getByRole('link', { name: 'Xã Khe Trúc' }).waitFor();
  await findNoBarrier(phone, 'search');
  await phone.keyboard.press('ArrowDown');
  await phone.keyboard.press('Enter');
  // Tasks stand before places: the first that was found is one, and it tells what was done to it.
  await phone.waitForURL(/\/nhiem-vu\//);
  await phone.getByText(/^Lịch sử \(/).click();
  await phone.getByRole('heading', { name: 'Giao nhiệm vụ' }).waitFor();
  await findNoBarrier(phone, 'history');
});

test('a plan is seen as a tree, a table and along time, and its progress list is taken down', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  const choose = lead.getByRole('radiogroup', { name: 'Xem nhiệm vụ thành' });
  await choose.getByText('Dòng thời gian').click();
  await lead.getByRole('table', { name: 'Nhiệm vụ theo thời gian' }).waitFor();
  await findNoBarrier(lead, 'plan-timeline');
  await choose.getByText('Cây').click();
  await lead.getByRole('list', { name: 'Mục, việc và đơn vị' }).waitFor();
  expect(lead.url()).toContain('xem=tree');
  await findNoBarrier(lead, 'plan-tree');
  const [download] = await Promise.all([
    lead.waitForEvent('download'),
    lead.getByRole('button', { name: 'Tải bản PDF' }).last().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^tien-do-.*\.pdf$/);
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { rowOf } from './review.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.each([360, 1440, 1920])('no barrier and no sideways scrolling on any screen at %i px', async (width) => {
  const page = await story.openMachine(width);
  const look = async (what: string) => {
    expect({ what, barriers: await findBarriers(page) }).toEqual({ what, barriers: [] });
    expect({ what, overflow: Math.max(0, await overflow(page)) }).toEqual({ what, overflow: 0 });
  };
  await page.getByText('Vào với vai Lò Thị Hạnh').waitFor();
  await look('sign-in');
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ }).waitFor();
  await look('list of plans');
  await page.getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ }).click();
  await page.getByRole('heading', { level: 1, name: /Bảo vệ, chăm sóc/ }).waitFor();
  await look('a plan');
  await page.goto(`${story.address()}/ke-hoach/tai-len`);
  await page.getByText('Chọn tệp kế hoạch').waitFor();
  await look('upload');
  await page.goto(`${story.address()}/ke-hoach`);
  await page
    .getByRole('link', { name: /Xem lại/ })
    .first()
    .click();
  await rowOf(page, 'Lắp đặt bể bơi').waitFor();
  await look('review');
  await rowOf(page, 'Lắp đặt bể bơi').dblclick();
  await page.getByLabel('Nội dung nhiệm vụ').waitFor();
  await look('review, editing');
});

test('the English interface has no Vietnamese but names and what was read', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.getByRole('button', { name: /Sầm Thị Mai/ }).click();
  await page.getByText('English').click();
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await findBarriers(page)).toEqual([]);
});

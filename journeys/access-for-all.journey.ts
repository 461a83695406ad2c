import { expect, test } from 'vitest';
import { findBarriers, look } from './look.ts';
import { rowOf } from './review.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
test.each([360, 1440, 1920])('no barrier and no sideways scrolling on any screen at %i px', async (width) => {
  const page = await story.openMachine(width);
  await page.getByText('Vào với vai Lò Thị Hạnh').waitFor();
  await look(page, 'sign-in');
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ }).waitFor();
  await look(page, 'list of plans');
  await page.getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ }).click();
  await page.getByRole('heading', { level: 1, name: /Bảo vệ, chăm sóc/ }).waitFor();
  await look(page, 'a plan');
  await page.goto(`${story.address()}/ke-hoach/tai-len`);
  await page.getByText('Chọn tệp kế hoạch').waitFor();
  await look(page, 'upload');
  await page.goto(`${story.address()}/ke-hoach`);
  await page
    .getByRole('link', { name: /Xem lại/ })
    .first()
    .click();
  await rowOf(page, 'Lắp đặt bể bơi').waitFor();
  await look(page, 'review');
  await rowOf(page, 'Lắp đặt bể bơi').dblclick();
  await page.getByLabel('Nội dung nhiệm vụ').waitFor();
  await look(page, 'review, editing');
});

test('the English interface has no Vietnamese but names and what was read', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.goto(`${story.address()}/ke-hoach`);
  await page.getByRole('button', { name: /Sầm Thị Mai/ }).click();
  await page.getByText('English').click();
  await page.getByRole('heading', { level: 1, name: 'Plans' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await findBarriers(page)).toEqual([]);
});

import { expect, test } from 'vitest';
import { inventedPlanAsWord } from './invented-plan.ts';
import { acceptDoubts, adopt, editRow, rowOf, uploadAndWait, waitUntilSaved } from './review.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('a Word file is uploaded, read, put right, adopted, and found again after the power failed', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Lò Thị Hạnh');
  await uploadAndWait(page, await inventedPlanAsWord());
  await page.getByText('5 nhiệm vụ · 4 cơ quan · 1 chỉ tiêu · 2 kỳ báo cáo').waitFor();
  expect(await page.getByRole('button', { name: 'Thông qua kế hoạch' }).isDisabled()).toBe(true);

  // The words are corrected in place; the day that does not exist becomes the one that was meant.
  const task = await editRow(page, 'Mở hai lớp tập huấn');
  await task.getByLabel('Nội dung nhiệm vụ').fill('Mở ba lớp tập huấn cho cộng tác viên các thôn, bản.');
  await task.getByLabel('Đến ngày').fill('30/06/2026');
  await task.getByLabel('Đến ngày').blur();
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);

  // One task becomes two, the two become one, one is taken back.
  await rowOf(page, 'Vận động học sinh bỏ học').click();
  await page.keyboard.press('Delete');
  await page.getByText('4 nhiệm vụ').first().waitFor();
  await page.keyboard.press('u');
  await page.getByText('5 nhiệm vụ').first().waitFor();
  await waitUntilSaved(page);

  await page.reload();
  await rowOf(page, 'Mở ba lớp tập huấn').waitFor();
  await story.failPower();
  await page.reload();
  await rowOf(page, 'Mở ba lớp tập huấn').waitFor();

  await acceptDoubts(page);
  await adopt(page);
  const address = page.url();

  await story.failPower();
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: /Phòng ngừa lao động trẻ em/ }).waitFor();
  expect(await page.getByText('Mở ba lớp tập huấn cho cộng tác viên').count()).toBeGreaterThan(0);

  // From a task to its sentence.
  await page.getByText('Kiểm tra các cơ sở sử dụng người dưới 15 tuổi').last().click();
  await page.locator('mark[data-active], [aria-current]', { hasText: 'Kiểm tra các cơ sở' }).first().waitFor();

  // The legal basis that is known here leads to its plan.
  await page
    .getByRole('row', { name: /17\/KH-UBND/ })
    .getByRole('link')
    .click();
  await page.getByRole('heading', { level: 1, name: /Bảo vệ, chăm sóc trẻ em/ }).waitFor();

  // A second look at the list: one plan more, found without accents.
  await page.goto(`${story.address()}/ke-hoach`);
  await page.getByLabel('Tìm kế hoạch').fill('lao dong tre em');
  await page.getByRole('link', { name: /Phòng ngừa lao động trẻ em/ }).waitFor();
  expect(await page.getByRole('link', { name: /Phòng ngừa lao động trẻ em/ }).count()).toBe(1);
});

import { expect, test } from 'vitest';
import { editRow, rowOf, waitUntilSaved } from './review.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('two people put one draft right: each sees the other, and nobody loses a word', async () => {
  const hanh = await story.openMachine();
  const quang = await story.openMachine();
  await comeInAs(hanh, 'Lò Thị Hạnh');
  await comeInAs(quang, 'Vi Đình Quang');
  for (const page of [hanh, quang]) {
    await page
      .getByRole('link', { name: /Xem lại/ })
      .first()
      .click();
    await rowOf(page, 'Lắp đặt bể bơi di động').waitFor();
  }
  await hanh.getByText(/Vi Đình Quang cũng đang mở/).waitFor();

  // What one writes appears at the other.
  const written = await editRow(hanh, 'Lắp đặt bể bơi di động');
  await written.getByLabel('Nội dung nhiệm vụ').fill('Lắp đặt bể bơi di động tại mười cụm trường.');
  await hanh.keyboard.press('Escape');
  await waitUntilSaved(hanh);
  await rowOf(quang, 'tại mười cụm trường').waitFor();

  // Both write in the same box while one has no signal: both texts are shown, and a person decides.
  await quang.context().setOffline(true);
  const mine = await editRow(quang, 'tại mười cụm trường');
  await mine.getByLabel('Nội dung nhiệm vụ').fill('Lắp đặt bể bơi tại tám cụm trường vùng sông.');
  await quang.keyboard.press('Escape');
  const theirs = await editRow(hanh, 'tại mười cụm trường');
  await theirs.getByLabel('Nội dung nhiệm vụ').fill('Lắp đặt bể bơi tại chín cụm trường.');
  await hanh.keyboard.press('Escape');
  await waitUntilSaved(hanh);
  await quang.context().setOffline(false);

  const choice = quang.getByText(/Lò Thị Hạnh cũng vừa sửa chỗ này/);
  await choice.waitFor({ timeout: 60_000 });
  await quang.getByText('Lắp đặt bể bơi tại chín cụm trường.').first().waitFor();
  await quang.getByText('Lắp đặt bể bơi tại tám cụm trường vùng sông.').first().waitFor();
  await quang.getByRole('button', { name: 'Lấy của tôi' }).click();
  await rowOf(hanh, 'tại tám cụm trường vùng sông').waitFor();
  expect(await rowOf(quang, 'tại tám cụm trường vùng sông').count()).toBe(1);
});

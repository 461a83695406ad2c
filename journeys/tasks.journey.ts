import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findNoBarrier, picture } from './people.ts';
import { look } from './look.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
const sentence = /Phát thanh mỗi tuần/;

/** How many periods are done, in time or late, as the overview says. */
async function countDone(page: Page): Promise<number> {
  const counts = await Promise.all(
    ['Xong đúng hạn', 'Xong quá hạn'].map((status) =>
      page.getByRole('listitem').filter({ hasText: status }).locator('span').last().innerText(),
    ),
  );
  return counts.reduce((sum, count) => sum + Number(count), 0);
}

test('a sentence of a plan is given to a commune, done there with a photo, accepted, and counted', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await lead.getByRole('link', { name: 'Giao việc cho đơn vị' }).click();
  const row = lead.getByRole('listitem').filter({ hasText: sentence });
  await row.getByText('Cần chọn đơn vị').waitFor();
  await row.getByRole('button', { name: /Thêm đơn vị/ }).click();
  await row.getByRole('combobox', { name: /Cơ quan/ }).fill('ubnd xa');
  await lead.getByRole('option', { name: /Ủy ban nhân dân huyện/ }).click();
  await row.getByRole('combobox', { name: 'Ở địa bàn' }).fill('khe truc');
  await lead
    .getByRole('option', { name: /Khe Trúc/ })
    .first()
    .click();
  // To an agency that has ended nothing is given, and the sentence says why.
  await row.getByRole('button', { name: 'Thêm đơn vị này' }).click();
  await lead.getByRole('button', { name: 'Giao 1 việc cho đơn vị' }).click();
  await row.getByRole('alert').waitFor();
  await row.getByRole('button', { name: /^Bỏ / }).click();
  await row.getByRole('button', { name: /Thêm đơn vị/ }).click();
  await row.getByRole('combobox', { name: /Cơ quan/ }).fill('ubnd xa');
  await lead
    .getByRole('option', { name: /Ủy ban nhân dân xã, phường/ })
    .first()
    .click();
  await row.getByRole('combobox', { name: 'Ở địa bàn' }).fill('khe truc');
  await lead
    .getByRole('option', { name: /Khe Trúc/ })
    .first()
    .click();
  await row.getByRole('button', { name: 'Thêm đơn vị này' }).click();
  await findNoBarrier(lead, 'giving');
  await lead.getByRole('button', { name: 'Giao 1 việc cho đơn vị' }).click();
  await lead.getByText(/Đã giao 1 nhiệm vụ \(1 kỳ\)/).waitFor();
  await row.getByText('Đã giao:').waitFor();

  await lead.goto(`${story.address()}/nhiem-vu`);
  await lead.getByRole('heading', { name: 'Tình hình chung' }).waitFor();
  await findNoBarrier(lead, 'tasks');
  const before = await countDone(lead);

  const phone = await story.openMachine(360);
  await comeInAs(phone, 'Sầm Thị Mai');
  const begun = performance.now();
  await phone.goto(`${story.address()}/nhiem-vu`);
  await phone.getByLabel('Tìm việc').fill('phat thanh moi tuan');
  await phone.getByText('1 kỳ nhiệm vụ.', { exact: true }).last().waitFor();
  await phone.getByRole('link', { name: sentence }).click();
  await phone.getByRole('button', { name: 'Báo hoàn thành' }).click();
  await phone.getByLabel('Đã làm được gì').fill('Đã phát thanh đủ các tuần, có ảnh kèm theo.');
  const photo = await lead.screenshot({ type: 'jpeg', quality: 60 });
  await phone
    .locator('input[data-proof=camera]')
    .setInputFiles({ name: 'loa-phat-thanh.jpg', mimeType: 'image/jpeg', buffer: photo });
  await phone.getByRole('button', { name: 'Bỏ loa-phat-thanh.jpg' }).waitFor();
  await phone.getByRole('button', { name: 'Báo đã hoàn thành' }).click();
  await phone.getByText('Chờ đơn vị giao việc quyết định').waitFor();
  console.log(`a commune reports a task done with a photo: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  await picture(phone, 'reported');
  await look(phone, 'a task reported done, on a phone');

  await lead.goto(`${story.address()}/nhiem-vu?tim=phat+thanh+moi+tuan`);
  await lead.getByText('(chờ quyết định)').waitFor();
  await lead.getByRole('link', { name: sentence }).click();
  await lead.getByRole('button', { name: 'Chấp nhận hoàn thành' }).click();
  await lead
    .getByText(/Đã chấp nhận/)
    .first()
    .waitFor();
  await lead.goto(`${story.address()}/nhiem-vu`);
  await lead.getByRole('heading', { name: 'Tình hình chung' }).waitFor();
  expect(await countDone(lead)).toBe(before + 1);
});

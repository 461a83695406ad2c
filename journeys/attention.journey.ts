import { afterAll, expect, test } from 'vitest';
import { eventually } from '../server/src/testing/eventually.ts';
import { startMailServer } from '../server/src/testing/test-mail-server.ts';
import { findNoBarrier } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const mails = await startMailServer();
const story = tellStory({ MANGNON_SMTP_URL: mails.url.href, MANGNON_MAIL_FROM: 'mangnon@moc-giang.example' });
afterAll(() => mails.stop());

test('the working calendar: a year at a glance, its days with their basis, and a count that crosses what is open', async () => {
  const page = await story.openMachine(1440);
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.getByRole('link', { name: 'Lịch làm việc' }).click();
  await page.goto(`${story.address()}/lich-lam-viec?nam=2026`);
  await page.getByRole('heading', { level: 1, name: 'Lịch làm việc năm 2026' }).waitFor();
  await page.getByText('Đã có quyết định nghỉ lễ, tết của năm.').waitFor();
  const table = page.getByRole('table', { name: 'Ngày nghỉ, ngày làm bù và căn cứ' });
  await table.getByRole('row', { name: /Thứ Bảy 22\/08\/2026.*Làm bù.*Thông báo 9441\/TB-BNV/ }).waitFor();
  await findNoBarrier(page, 'calendar-2026');
  await page.getByRole('button', { name: 'Năm 2027' }).click();
  await page.getByText('Tạm tính, chưa có thông báo nghỉ lễ, tết của năm.').waitFor();
  await page.getByLabel('Từ ngày').fill('25/01/2027');
  await page.getByLabel('Số ngày làm việc').fill('10');
  await page.getByText('10 ngày làm việc từ 25/01/2027 là ngày 08/02/2027.').waitFor();
  await page.getByText('Kết quả có thể thay đổi, vì đi qua ngày chưa quyết định').waitFor();
  expect(await page.getByRole('button', { name: 'Thêm ngày' }).count()).toBe(0);
  await findNoBarrier(page, 'calendar-2027');
});

test('a person gives an address, confirms it by the code that was mailed, and chooses when to be written to', async () => {
  const page = await story.openMachine(360);
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.getByRole('link', { name: 'Thông báo' }).click();
  await page.getByText('Chưa có thông báo nào').waitFor();
  await findNoBarrier(page, 'notices-none');
  await page.getByRole('link', { name: 'Cách nhận thư điện tử' }).click();
  await page.getByLabel('Địa chỉ thư của bạn').fill('hanh@moc-giang.example');
  await page.getByRole('button', { name: 'Gửi mã xác nhận' }).click();
  const mail = await eventually(async () => mails.received[0]);
  expect(mail).toMatchObject({ to: 'hanh@moc-giang.example', subject: 'Măng Non: mã xác nhận địa chỉ thư' });
  await page.getByLabel('Mã 8 số vừa gửi đến hanh@moc-giang.example').fill('00000000');
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Mã không đúng. Còn 4 lần thử.').waitFor();
  const code = /\d{8}/.exec(mail.text)?.[0] ?? '';
  await page.getByLabel('Mã 8 số vừa gửi đến hanh@moc-giang.example').fill(code);
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Thư gửi đến hanh@moc-giang.example').waitFor();
  await page.getByLabel('Gộp lại, mỗi tuần một thư').check();
  await page.getByLabel('Vào').selectOption('5');
  await page.getByRole('button', { name: 'Lưu cách nhận' }).click();
  await page.getByText('Đã lưu cách nhận thư.').waitFor();
  await findNoBarrier(page, 'own-mail');
  await page.reload();
  expect(await page.getByLabel('Gộp lại, mỗi tuần một thư').isChecked()).toBe(true);
});

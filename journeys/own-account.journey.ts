import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findBarriers } from './look.ts';
import { setUpSecondStep, tellStory } from './story.ts';

const story = tellStory({ MANGNON_DEMO: '0' });
const password = 'cây tre trăm đốt ở Khe Trúc';
const another = 'ba con vịt bơi qua suối Bản Lành';

async function expectNoBarrier(page: Page) {
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

async function showCode(page: Page, code = '') {
  await page.getByLabel('Mã 6 chữ số').fill(code);
  await page.getByRole('button', { name: 'Xác nhận' }).click();
}

async function look(page: Page, name: string) {
  if (process.env['LOOK'] !== undefined)
    await page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true });
}

async function openOwnAccount(page: Page) {
  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).click();
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await page.getByRole('table', { name: 'Các phiên đang mở của tôi' }).waitFor();
}

test('a person sees where they are signed in, ends what they do not know, and changes the password', async () => {
  const page = await story.openMachine();
  await page.getByLabel('Họ và tên').fill('Đàm Văn Tâm');
  await page.getByLabel('Tên đăng nhập').fill('dam.van.tam');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('mật khẩu của Đàm Văn Tâm');
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await page
    .getByText(/có chứa «dam.van.tam»/)
    .first()
    .waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await page.getByRole('img', { name: /ứng dụng xác thực quét/ }).waitFor();
  await expectNoBarrier(page);
  await look(page, 'set-up-1440');
  const codes = await setUpSecondStep(page);
  await page.getByRole('button', { name: 'Để sau, vào xem trước' }).click();
  await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();

  const phone = await story.openMachine(360);
  await phone.getByLabel('Tên đăng nhập').fill('dam.van.tam');
  await phone.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await phone.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await phone.getByRole('heading', { name: 'Xác thực bước hai' }).waitFor();
  await expectNoBarrier(phone);
  await look(phone, 'prove-360');
  await showCode(phone, '000000');
  await phone.getByText('Mã không đúng, đã hết hạn hoặc đã dùng rồi').waitFor();
  await showCode(phone, codes[0]);
  await phone.getByRole('button', { name: 'Để sau, vào xem trước' }).click();
  await openOwnAccount(phone);
  await expectNoBarrier(phone);

  await openOwnAccount(page);
  await expectNoBarrier(page);
  await page.getByRole('button', { name: /^Kết thúc phiên Chrome/ }).click();
  await page.getByText('Hiện còn 1 phiên đang mở').waitFor();
  await phone.reload();
  await phone.getByRole('heading', { name: 'Đăng nhập' }).waitFor();

  await page.getByLabel('Mật khẩu đang dùng').fill('không phải mật khẩu ấy');
  await page.getByLabel('Mật khẩu mới').fill(another);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByText('Mật khẩu đang dùng không đúng').waitFor();
  expect(await page.getByLabel('Mật khẩu mới').inputValue()).toBe(another);
  await page.getByLabel('Mật khẩu đang dùng').fill(password);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByText('Đã đổi mật khẩu').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor();

  await phone.getByLabel('Tên đăng nhập').fill('dam.van.tam');
  await phone.getByLabel('Mật khẩu', { exact: true }).fill(another);
  await phone.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await showCode(phone, codes[1]);
  await phone.getByRole('button', { name: 'Để sau, vào xem trước' }).click();
  await phone.getByRole('button', { name: /Đàm Văn Tâm/ }).waitFor();
});

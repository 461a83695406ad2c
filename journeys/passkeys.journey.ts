import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appCodeOf } from '../server/src/testing/app-code.ts';
import { findBarriers } from './look.ts';
import { giveFingerReader, registerPasskey, setUpSecondStep, tellStory } from './story.ts';

const story = tellStory({ MANGNON_DEMO: '0' });
const password = 'cây tre trăm đốt ở Khe Trúc';

/** No barrier, no sideways scrolling; with LOOK a picture to look at. */
async function look(page: Page, name: string) {
  expect(await findBarriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  if (process.env['LOOK'] !== undefined)
    await page.screenshot({ path: `${process.env['LOOK']}/${name}.png`, fullPage: true });
}

async function lookBothWays(page: Page, name: string) {
  await look(page, `${name}-1440`);
  await page.setViewportSize({ width: 360, height: 740 });
  await look(page, `${name}-360`);
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function openOwnAccount(page: Page) {
  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).click();
  await page.getByRole('link', { name: 'Tài khoản của tôi' }).click();
  await page.getByRole('heading', { name: 'Khóa truy cập', level: 2 }).waitFor();
}

test('an administrator registers keys, signs in with one alone, and moves the app to a new phone', async () => {
  const page = await story.openMachine();
  await giveFingerReader(page);
  await page.getByLabel('Họ và tên').fill('Đàm Văn Tâm');
  await page.getByLabel('Tên đăng nhập').fill('tam.quan.tri');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await setUpSecondStep(page);
  await page.getByRole('heading', { name: 'Đăng ký khóa truy cập', level: 1 }).waitFor();
  await lookBothWays(page, 'register-now');
  await page.getByRole('button', { name: 'Để sau, vào xem trước' }).click();

  await openOwnAccount(page);
  await page.getByText('Nhiệm vụ của bạn cần ít nhất một khóa').waitFor();
  await registerPasskey(page, '');
  await page.getByText('Hãy đặt tên cho khóa').waitFor();
  await registerPasskey(page, 'Máy ở cơ quan');
  await page.getByText('Đã đăng ký khóa').waitFor();
  await page.getByRole('rowheader', { name: 'Máy ở cơ quan' }).waitFor();
  // The same finger reader again.
  await page.getByRole('button', { name: 'Đăng ký thêm khóa' }).click();
  await registerPasskey(page, 'Máy ở cơ quan, lần nữa');
  await page.getByText('Khóa này đã được đăng ký cho bạn rồi').waitFor();
  await lookBothWays(page, 'own-passkeys');
  await page.getByRole('button', { name: 'Xóa khóa Máy ở cơ quan' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa khóa' }).click();
  await page.getByText('Nhiệm vụ của bạn cần có khóa truy cập và đây là khóa cuối cùng').waitFor();
  await look(page, 'remove-passkey-1440');
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();

  await page.getByRole('button', { name: 'Chuyển sang điện thoại mới' }).click();
  const secret = await page.locator('code').innerText();
  await lookBothWays(page, 'new-phone');
  await page.getByLabel('Nhập mã 6 chữ số').fill(await appCodeOf(secret));
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByText('Đã đổi ứng dụng xác thực').waitFor();
  expect(await page.getByRole('list', { name: 'Mười mã dự phòng' }).getByRole('listitem').count()).toBe(10);
  await look(page, 'new-codes-1440');
  await page.getByRole('button', { name: 'Tôi đã giữ', exact: true }).click();

  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  await lookBothWays(page, 'sign-in');
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).waitFor();

  await page.context().clearCookies();
  await page.goto(`${story.address()}/dang-nhap`);
  await page.getByLabel('Tên đăng nhập').fill('tam.quan.tri');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('heading', { name: 'Xác thực bước hai' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
  await lookBothWays(page, 'prove-en');
  await page.getByRole('button', { name: 'Confirm with a passkey' }).click();
  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).waitFor();
});

test('a machine without the key is told so, and the password is still there', async () => {
  const page = await story.openMachine();
  await giveFingerReader(page);
  await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
  await page.getByText('Khóa chưa được xác nhận').waitFor();
  await page.getByLabel('Tên đăng nhập').waitFor();
});

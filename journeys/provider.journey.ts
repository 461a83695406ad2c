import { createServer, type AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { startTestProvider } from '../server/src/testing/test-provider.ts';
import { findBarriers } from './look.ts';
import { invitePerson } from './people.ts';
import { giveFingerReader, registerPasskey, setUpSecondStep, tellStory } from './story.ts';

/** The provider must know beforehand where it sends people back to. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const port = await findFreePort();
const address = `http://localhost:${port}`;
// Another site than ours, as in earnest: cookies that stay at home must suffice.
const provider = await startTestProvider(`${address}/dang-nhap/nha-cung-cap`);
const story = tellStory({
  PORT: String(port),
  MANGNON_DEMO: '0',
  MANGNON_ADDRESS: address,
  MANGNON_OIDC_ISSUER: provider.issuer.origin,
  MANGNON_OIDC_CLIENT_ID: provider.clientId,
  MANGNON_OIDC_CLIENT_SECRET: provider.clientSecret,
  MANGNON_OIDC_NAME: 'Cổng đăng nhập Mộc Giang',
});
afterAll(() => provider.stop());

let tam: Page;

async function look(page: Page, name: string) {
  expect(await findBarriers(page)).toEqual([]);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    if (process.env['LOOK'] !== undefined)
      await page.screenshot({ path: `${process.env['LOOK']}/${name}-${width}.png`, fullPage: true });
  }
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /Đàm Văn Tâm/ }).click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
}

test('a person comes in through the sign-in of their authority, once an administrator has linked them', async () => {
  const page = await story.openMachine();
  tam = page;
  await giveFingerReader(page);
  await page.getByLabel('Họ và tên').fill('Đàm Văn Tâm');
  await page.getByLabel('Tên đăng nhập').fill('tam.quan.tri');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('cây tre trăm đốt ở Khe Trúc');
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await setUpSecondStep(page);
  await registerPasskey(page, 'Máy ở cơ quan');
  await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();

  const stranger = await story.openMachine();
  provider.person = { subject: '001085000123' };
  const enter = (at: Page) => at.getByRole('button', { name: 'Đăng nhập bằng Cổng đăng nhập Mộc Giang' }).click();
  await stranger.getByLabel('Tên đăng nhập').waitFor();
  await look(stranger, 'sign-in-provider');
  await enter(stranger);
  await stranger.getByText('Hãy đưa mã này cho người quản trị: 001085000123').waitFor();
  await look(stranger, 'provider-unlinked');
  await stranger.getByRole('link', { name: 'Về trang đăng nhập' }).click();
  await stranger.getByLabel('Tên đăng nhập').waitFor();

  await page.getByRole('link', { name: 'Đàm Văn Tâm' }).click();
  await page.getByRole('button', { name: 'Nối tài khoản' }).click();
  await page.getByText('Hãy nhập mã.').waitFor();
  await page.getByLabel('Mã của người này').fill('001085000123');
  await look(page, 'provider-link');
  await page.getByRole('button', { name: 'Nối tài khoản' }).click();
  await page.getByText('001085000123').waitFor();
  await look(page, 'provider-linked');

  await signOut(page);
  await enter(page);
  await page.getByRole('heading', { name: 'Xác thực bước hai' }).waitFor();
  expect(page.url()).not.toContain('code=');
  await page.getByRole('button', { name: 'Xác nhận bằng khóa truy cập' }).click();
  await page.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
});

test('an invited person comes in through it without a password, and not as the one who sat there before', async () => {
  await tam.goto(`${address}/tai-khoan`);
  const code = await invitePerson(tam, {
    name: 'Vàng Thị Dí',
    login: 'vang.di',
    post: 'Chủ tịch UBND cấp xã',
    place: { typed: 'ba dinh', name: /^Phường Ba Đình/ },
  });
  const di = await story.openMachine(360);
  await giveFingerReader(di);
  const come = () => di.getByRole('button', { name: 'Vào bằng Cổng đăng nhập Mộc Giang' }).click();
  await di.goto(`${address}/moi#${code}`);
  await di.getByRole('heading', { name: 'Chào Vàng Thị Dí' }).waitFor();
  await look(di, 'provider-come');
  provider.person = { subject: '001085000123' };
  await come();
  await di.getByText('đã có tài khoản khác ở đây').waitFor();
  await look(di, 'provider-come-another');
  await di.getByRole('link', { name: 'Mở lại lời mời' }).click();
  await di.getByLabel('Mã mời').fill(code);
  await di.getByRole('button', { name: 'Tiếp tục' }).click();
  provider.person = { subject: '001190000456' };
  await come();
  await setUpSecondStep(di);
  await registerPasskey(di, 'Điện thoại');
  await di.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
  await di.goto(`${address}/tai-khoan-cua-toi`);
  await di.getByText('không có mật khẩu ở đây').waitFor();
  await look(di, 'own-account-provider');

  await tam.goto(`${address}/tai-khoan`);
  await tam.getByRole('link', { name: 'Vàng Thị Dí' }).click();
  await tam.getByText('001190000456').waitFor();
});

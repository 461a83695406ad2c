import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { comeByLink, findNoBarrier, invitePerson, picture } from './people.ts';
import { giveFingerReader, registerPasskey, setUpSecondStep, tellStory } from './story.ts';

const story = tellStory({ MANGNON_DEMO: '0' });
const password = 'cây tre trăm đốt ở Khe Trúc';
const another = 'ba con vịt bơi qua suối Bản Lành';
const nextYear = new Date().getFullYear() + 1;
const baDinh = { typed: 'ba dinh', name: /^Phường Ba Đình/ };

async function openAccount(page: Page, name: string) {
  await page.goto(`${story.address()}/tai-khoan`, { waitUntil: 'commit' });
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

let tam: Page;
let pao: Page;
let di: Page;
let again: Page;
let paper: string[];

test('people come in by an invitation handed over, and set a password and a second step of their own', async () => {
  tam = await story.openMachine();
  await giveFingerReader(tam);
  await tam.getByRole('heading', { name: 'Tạo người quản trị đầu tiên' }).waitFor();
  await picture(tam, 'first-administrator');
  await tam.getByLabel('Họ và tên').fill('Đàm Văn Tâm');
  await tam.getByLabel('Tên đăng nhập').fill('tam.quan.tri');
  await tam.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await tam.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await setUpSecondStep(tam);
  await registerPasskey(tam, 'Máy ở cơ quan');
  await tam.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();

  // What is missing is said beside its field, and what was typed stays.
  await tam.getByRole('link', { name: 'Mời người dùng' }).click();
  await tam.getByLabel('Họ và tên').fill('Sầm Văn Páo');
  await tam.getByLabel('Tên đăng nhập').fill('tam.quan.tri');
  await tam.getByRole('button', { name: 'Mời và lấy mã' }).click();
  await tam.getByText('Hãy chọn nhiệm vụ.').waitFor();
  await tam.getByRole('combobox', { name: 'Nhiệm vụ' }).click();
  await tam.getByRole('option', { name: 'Chủ tịch UBND cấp xã', exact: true }).click();
  await tam.getByRole('combobox', { name: /^Xã/ }).fill('ba dinh');
  await tam.getByRole('option', { name: baDinh.name }).first().click();
  await tam.getByRole('button', { name: 'Mời và lấy mã' }).click();
  await tam
    .getByText(/đã có người dùng/)
    .first()
    .waitFor();
  await picture(tam, 'invite-refused');
  await tam.getByLabel('Tên đăng nhập').fill('sam.pao');
  await tam.getByRole('button', { name: 'Mời và lấy mã' }).click();
  await tam.getByRole('heading', { name: 'Đã mời Sầm Văn Páo' }).waitFor();
  await findNoBarrier(tam, 'invited');
  const paoCode = await tam.locator('code').innerText();
  await tam.getByRole('button', { name: 'Đã đưa, đóng lại' }).click();
  await tam.getByText(/Đã mời, chưa vào/).waitFor();
  await picture(tam, 'account-invited');

  // On the phone, by the link; a wrong code first.
  pao = await story.openMachine(360);
  await giveFingerReader(pao);
  await pao.getByRole('link', { name: /Vào bằng mã mời/ }).click();
  await pao.getByLabel('Mã mời').fill('ABCD-EFGH');
  await pao.getByRole('button', { name: 'Tiếp tục' }).click();
  await pao.getByText('Không có lời mời nào với mã này').waitFor();
  await picture(pao, 'come-wrong');
  await pao.goto(`${story.address()}/moi#${paoCode}`);
  await pao.reload();
  await pao.getByRole('heading', { name: 'Chào Sầm Văn Páo' }).waitFor();
  expect(pao.url()).not.toContain(paoCode);
  await findNoBarrier(pao, 'come-hello');
  await comeByLink(pao, story.address(), paoCode, password);
  await setUpSecondStep(pao);
  await registerPasskey(pao, 'Điện thoại');
  await pao.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();

  // The chair invites the commune's worker.
  await pao.goto(`${story.address()}/tai-khoan`);
  const diCode = await invitePerson(pao, {
    name: 'Vàng Thị Dí',
    login: 'vang.di',
    post: 'Người làm công tác bảo vệ trẻ em cấp xã',
  });
  di = await story.openMachine(360);
  await comeByLink(di, story.address(), diCode, password);
  await setUpSecondStep(di);
  await di.getByRole('heading', { name: 'Việc của tôi', level: 1 }).waitFor();
});

test('one comes back by two officers, and a post ends while its holder works', async () => {
  // The phone is lost: one officer begins, another confirms.
  await openAccount(pao, 'Vàng Thị Dí');
  await pao.getByRole('button', { name: 'Lấy lại tài khoản' }).click();
  await pao.getByLabel('Mật khẩu và điện thoại').check();
  await picture(pao, 'recovery-start');
  await pao.getByRole('button', { name: 'Bắt đầu và lấy nửa mã thứ nhất' }).click();
  const first = await pao.locator('code').innerText();
  await picture(pao, 'recovery-first');
  await tam.getByRole('link', { name: 'Tài khoản', exact: true }).first().click();
  await tam.getByText('chờ cán bộ thứ hai xác nhận').waitFor();
  await findNoBarrier(tam, 'accounts-recovery');
  await tam.getByRole('button', { name: 'Xác nhận và lấy nửa mã thứ hai' }).click();
  await tam.getByRole('dialog').getByRole('button', { name: 'Xác nhận và lấy nửa mã thứ hai' }).click();
  const second = await tam.locator('code').innerText();
  await tam.getByRole('button', { name: 'Đã đưa, đóng lại' }).click();

  again = await story.openMachine(360);
  await again.getByRole('link', { name: 'Mất mật khẩu hoặc điện thoại' }).click();
  await again.getByRole('heading', { name: 'Lấy lại tài khoản' }).waitFor();
  await again.getByLabel('Tên đăng nhập').fill('vang.di');
  await again.getByLabel('Nửa mã thứ nhất').fill(second);
  await again.getByLabel('Nửa mã thứ hai').fill(first);
  await again.getByLabel('Mật khẩu mới').fill(another);
  await again.getByRole('button', { name: 'Lấy lại tài khoản' }).click();
  await again.getByText('một trong hai nửa mã không đúng').waitFor();
  await findNoBarrier(again, 'recover-wrong');
  await again.getByLabel('Nửa mã thứ nhất').fill(first);
  await again.getByLabel('Nửa mã thứ hai').fill(second);
  await again.getByRole('button', { name: 'Lấy lại tài khoản' }).click();
  paper = await setUpSecondStep(again);
  await again.getByText(/Tài khoản của bạn đã được lấy lại/).waitFor();
  await findNoBarrier(again, 'told');
  await again.getByRole('button', { name: 'Tôi đã biết' }).click();
  await di.reload();
  await di.getByRole('heading', { name: 'Đăng nhập' }).waitFor();

  // A second post, then the end of the first, while the person works.
  await openAccount(tam, 'Vàng Thị Dí');
  await tam.getByRole('button', { name: 'Giao thêm nhiệm vụ' }).click();
  const dialog = tam.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Nhiệm vụ' }).click();
  await tam.getByRole('option', { name: 'Trường học', exact: true }).click();
  await dialog.getByRole('combobox', { name: /^Xã hoặc tỉnh/ }).fill('ba dinh');
  await tam.getByRole('option', { name: baDinh.name }).first().click();
  await dialog.getByRole('combobox', { name: /^Cơ quan/ }).fill('truong hoc');
  await tam
    .getByRole('option', { name: /trường học/i })
    .first()
    .click();
  await dialog.getByLabel('Đến hết ngày').fill(`31/02/${nextYear}`);
  await findNoBarrier(tam, 'give-post');
  await dialog.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
  await dialog.getByText('Ngày chưa đúng').waitFor();
  await dialog.getByLabel('Đến hết ngày').fill(`28/02/${nextYear}`);
  await dialog.getByRole('button', { name: 'Giao nhiệm vụ' }).click();
  await tam.getByText('Đã giao nhiệm vụ cho Vàng Thị Dí').waitFor();
  await tam.getByRole('button', { name: /^Kết thúc nhiệm vụ Người làm công tác/ }).click();
  await picture(tam, 'end-post');
  await tam.getByRole('dialog').getByRole('button', { name: 'Kết thúc nhiệm vụ' }).click();
  await tam.getByText('Đã kết thúc nhiệm vụ').waitFor();
  await findNoBarrier(tam, 'account');
  const refused = await again.evaluate(async () => (await fetch('/api/plans')).status);
  expect(refused).toBe(403);
  await again.goto(`${story.address()}/ke-hoach`);
  await again.getByText('không có quyền làm việc này').waitFor();

  await tam.getByRole('link', { name: 'Tài khoản', exact: true }).first().click();
  await tam.getByLabel('Tìm người').fill('vang di');
  await tam.getByRole('row', { name: /Sầm Văn Páo/ }).waitFor({ state: 'detached' });
  await tam.getByRole('row', { name: /Vàng Thị Dí/ }).waitFor();
  await tam.getByLabel('Tìm người').fill('không có ai');
  await tam.getByText('Không tìm thấy ai').waitFor();
  await picture(tam, 'accounts-none');
});

test('an administrator sees where a person is signed in and puts them out; the person is told by whom', async () => {
  await openAccount(tam, 'Vàng Thị Dí');
  await tam.getByRole('table', { name: 'Các phiên đang mở của Vàng Thị Dí' }).waitFor();
  await findNoBarrier(tam, 'account-sessions');
  await tam.getByRole('button', { name: /^Kết thúc phiên Chrome/ }).click();
  await picture(tam, 'account-sessions-end');
  await tam.getByRole('dialog').getByRole('button', { name: 'Kết thúc phiên này' }).click();
  await tam.getByText('Đã đưa Vàng Thị Dí ra').waitFor();
  await tam.getByText('Vàng Thị Dí hiện không đăng nhập ở đâu').waitFor();

  await again.reload();
  await again.getByLabel('Tên đăng nhập').fill('vang.di');
  await again.getByLabel('Mật khẩu', { exact: true }).fill(another);
  await again.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await again.getByLabel('Mã 6 chữ số').fill(paper[0] ?? '');
  await again.getByRole('button', { name: 'Xác nhận' }).click();
  await again.getByText(/Đàm Văn Tâm đã kết thúc phiên của bạn trên Chrome/).waitFor();
  await findNoBarrier(again, 'ended-told');
  await again.getByRole('button', { name: 'Tôi đã biết' }).click();
  await again.getByText(/đã kết thúc phiên của bạn/).waitFor({ state: 'detached' });
});

test('when no administrator can sign in, the operator makes a code on the server, and all are told', async () => {
  const made = await story.run('admin', 'recover', 'tam.quan.tri');
  const code = /^ {2}([A-Z0-9-]{29})$/m.exec(made)?.[1] ?? '';
  const back = await story.openMachine(360);
  await giveFingerReader(back);
  await back.getByRole('link', { name: 'Mất mật khẩu hoặc điện thoại' }).click();
  await back.getByRole('link', { name: /mã khẩn cấp/ }).click();
  await back.getByLabel('Mã khẩn cấp').fill('ABCD-EFGH');
  await back.getByLabel('Mật khẩu mới').fill(another);
  await back.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await back.getByText('Mã này không đúng').first().waitFor();
  await findNoBarrier(back, 'operator-code');
  await back.getByLabel('Mã khẩn cấp').fill(code);
  await back.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await setUpSecondStep(back);
  await registerPasskey(back, 'Điện thoại mới');
  await back.getByText(/người vận hành máy chủ đã cấp mã vào khẩn cấp cho Đàm Văn Tâm/).waitFor();
  await findNoBarrier(back, 'operator-told');
  await back.getByRole('button', { name: 'Tôi đã biết' }).click();
  await back.getByRole('heading', { name: 'Tài khoản', level: 1 }).waitFor();
  await tam.reload();
  await tam.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
});

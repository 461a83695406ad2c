import { expect, test } from 'vitest';
import { comeByLink, invitePerson } from './people.ts';
import { giveFingerReader, registerPasskey, setUpSecondStep, tellStory } from './story.ts';

const story = tellStory({ MANGNON_DEMO: '0' }, 'anew');
const password = 'cây tre trăm đốt ở Khe Trúc';

test('without the demo: a first administrator, an officer, and a list that says how to begin', async () => {
  const page = await story.openMachine();
  await giveFingerReader(page);
  await page.getByRole('heading', { name: 'Tạo người quản trị đầu tiên' }).waitFor();
  expect(await page.getByText(/dùng thử/).count()).toBe(0);
  await page.getByLabel('Họ và tên').fill('Đàm Văn Tâm');
  await page.getByLabel('Tên đăng nhập').fill('dam.van.tam');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('ngắn quá');
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await page
    .getByText(/cần ít nhất 12 ký tự/)
    .first()
    .waitFor();
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Tạo người quản trị' }).click();
  await setUpSecondStep(page);
  await page.getByRole('heading', { name: 'Đăng ký khóa truy cập', level: 1 }).waitFor();
  await registerPasskey(page, 'Máy ở cơ quan');

  await page.getByRole('link', { name: 'Tài khoản' }).first().click();
  const code = await invitePerson(page, {
    name: 'Lò Thị Hạnh',
    login: 'lo.thi.hanh',
    post: 'Chuyên viên đầu mối cấp tỉnh',
    place: { typed: 'ha noi', name: /^Thành phố Hà Nội/ },
  });

  const officer = await story.openMachine(360);
  await comeByLink(officer, story.address(), code, password);
  await setUpSecondStep(officer);
  await officer.getByRole('button', { name: 'Để sau, vào xem trước' }).click();
  await officer.getByText('Chưa có kế hoạch nào').waitFor();
  await officer.getByRole('link', { name: 'Tải kế hoạch lên' }).first().waitFor();
});

test('nothing of the demo answers here', async () => {
  const answer = await fetch(`${story.address()}/api/demo/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: story.address() },
    body: JSON.stringify({ personId: crypto.randomUUID() }),
  });
  expect(answer.status).toBe(404);
  const door: unknown = await (await fetch(`${story.address()}/api/front-door`)).json();
  expect(door).toMatchObject({ demo: false, needsFirstAdministrator: false, demoPeople: [] });
});

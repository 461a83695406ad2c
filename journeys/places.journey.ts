import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look } from './look.ts';
import { picture } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
const khePage = '/dia-ban/99010@2025-07-01';

async function openEdit(page: Page, path = khePage) {
  await page.goto(`${story.address()}${path}/sua`);
  await page.getByRole('heading', { level: 1, name: /^Sửa / }).waitFor();
}

async function sign(page: Page) {
  await page.getByLabel('Có hiệu lực từ ngày').fill('1/1/2027');
  await page.getByLabel('Căn cứ: số').fill('21/NQ-UBTVQH16');
  await page.getByLabel('Ngày ban hành').fill('15/12/2026');
  await page.getByLabel(/^Cơ quan ban hành/).fill('Hội đồng nhân dân tỉnh Mộc Giang');
  await page.getByLabel(/^Trích yếu/).fill('Về việc chia xã Khe Trúc thành hai đơn vị');
}

test('one way of navigation up to 1024 px: closed, opened, and closed by going somewhere', async () => {
  const page = await story.openMachine(360);
  await comeInAs(page, 'Lò Thị Hạnh');
  const navigation = page.getByRole('navigation', { name: 'Danh mục', exact: true });
  for (const width of [360, 768, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${story.address()}/ke-hoach`);
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch', exact: true }).waitFor();
    expect([width, await navigation.count()]).toEqual([width, 0]);
    await page.getByRole('button', { name: 'Mở danh mục', exact: true }).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Địa bàn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Địa bàn' }).waitFor();
    expect([width, await navigation.count()]).toEqual([width, 0]);
  }
  await look(page, 'search of places');
});

test('a commune is split by a decision: each problem beside its field, a preview, then written', async () => {
  const page = await story.openMachine(360);
  await comeInAs(page, 'Lò Thị Hạnh');
  await openEdit(page);
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  // Nothing is asked of the server while something is missing; the keyboard stands in the first such field.
  await page.getByText('Hãy ghi ngày, như 01/07/2025.').first().waitFor();
  await sign(page);
  await page.getByLabel(/^Hết hiệu lực/).check();
  await page.getByRole('button', { name: 'Thêm đơn vị kế thừa' }).click();
  await page.getByRole('button', { name: 'Thêm đơn vị kế thừa' }).click();
  const [one, two] = [1, 2].map((at) => page.getByRole('group', { name: `Đơn vị kế thừa ${at}`, exact: true }));
  if (!one || !two) throw new Error('two successors were added');
  await one.getByLabel('Tên đơn vị').fill('ban lanh, moc giang');
  await page.getByRole('option', { name: /Bản Lành/ }).click();
  await one.getByLabel('Phần vào đó').selectOption('part');
  await one.getByLabel('Tỷ lệ (%)').fill('30');
  await two.getByText('Đơn vị mới lập').click();
  await two.getByLabel('Mã').fill('99004');
  await two.getByLabel('Tên', { exact: true }).fill('Khe Trúc Thượng');
  await two.getByLabel('Phần vào đó').selectOption('part');
  await two.getByLabel('Tỷ lệ (%)').fill('60');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await page.getByText('2 chỗ chưa đúng, nên chưa ghi được').waitFor();
  await two.getByText(/mã 99004 thuộc hai đơn vị trong cùng một thời gian/).waitFor();
  await page.getByText(/tổng tỷ lệ các phần tách là 0.9, phải bằng 1/).waitFor();
  await look(page, 'problems beside their fields');

  await two.getByLabel('Mã').fill('99010');
  await two.getByLabel('Tỷ lệ (%)').fill('70');
  await page.getByRole('button', { name: 'Xem trước thay đổi' }).click();
  await page.getByText('4 thay đổi, theo 21/NQ-UBTVQH16.').waitFor();
  await page.getByText('Hiệu lực đến: 31/12/2026').waitFor();
  await look(page, 'preview');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText('Đã ghi thay đổi vào danh mục.').waitFor();
  await page.getByText(/Xã Khe Trúc đã vào 2 đơn vị/).waitFor();
  const decided = page.getByRole('table', { name: 'Quyết định và thay đổi đã ghi' });
  await decided.getByRole('row', { name: /21\/NQ-UBTVQH16.*15\/12\/2026.*Hội đồng nhân dân tỉnh/ }).waitFor();
  await page.getByText('Từng thay đổi: ai ghi, lúc nào, trước đó là gì').click();
  await page
    .getByText(/Lò Thị Hạnh/)
    .first()
    .waitFor();
  await picture(page, 'place-changes');
  await look(page, 'what was changed');
});

test('who does not answer for a place may read it, and has nothing to edit with', async () => {
  const page = await story.openMachine(1440);
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.goto(`${story.address()}/dia-ban/00004@2025-07-01`);
  await page.getByRole('heading', { level: 1, name: /Ba Đình/ }).waitFor();
  expect(await page.getByRole('link', { name: 'Sửa địa bàn này' }).count()).toBe(0);
  await openEdit(page, '/dia-ban/00004@2025-07-01');
  await page.getByText('Địa bàn này không do bạn phụ trách, nên bạn chỉ xem được.').waitFor();
  await page.goto(`${story.address()}/dia-ban/99@2025-07-01`);
  await page.getByRole('link', { name: 'Sửa địa bàn này' }).waitFor();
  await look(page, 'a province');
  await openEdit(page, '/dia-ban/99016@2025-07-01');
  await page.setViewportSize({ width: 1920, height: 900 });
  await look(page, 'the form');
});

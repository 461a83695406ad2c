import { expect, test } from 'vitest';
import { findNoBarrier } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
/** Seventy letters, as names of units run. */
const longName = 'Trung tâm tư vấn, tham vấn tâm lý và hỗ trợ trẻ em, gia đình, cộng đồng';

test('an officer writes down an agency that only this commune has, mends what is refused, ends it with a successor', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.getByRole('link', { name: 'Cơ quan', exact: true }).click();
  await page.getByRole('link', { name: 'Thêm cơ quan vào danh mục' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thêm cơ quan vào danh mục' }).waitFor();
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  // Nothing is sent while something is missing; it is said beside each field.
  await page.getByText('Hãy chọn địa bàn bạn phụ trách.').waitFor();
  await findNoBarrier(page, 'register-add-missing');
  await page.getByLabel('Tên cơ quan').fill(longName);
  await page.getByLabel(/^Tên khác/).fill('TTTV trẻ em\nUBND xã');
  await page.getByRole('combobox', { name: 'Địa bàn' }).fill('khe truc, moc giang');
  await page.getByRole('option', { name: /Xã Khe Trúc/ }).click();
  await page.getByLabel('Từ ngày').fill('1/9/2026');
  await page.getByLabel('Số, ký hiệu').fill('45/QĐ-UBND');
  await page.getByLabel('Ngày ban hành').fill('25/8/2026');
  await page.getByLabel(/^Trích yếu/).fill('Về việc lập Trung tâm tư vấn trẻ em xã Khe Trúc');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText(/cùng thời gian «UBND xã» đã là tên của/).waitFor();
  await findNoBarrier(page, 'register-add-refused');
  await page.getByLabel(/^Tên khác/).fill('TTTV trẻ em');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText('Đã ghi vào danh mục cơ quan.').waitFor();
  await page.getByRole('heading', { level: 1, name: longName }).waitFor();
  await page.getByText(/Cấp xã, Xã Khe Trúc\. Đang có/).waitFor();

  await page.getByRole('link', { name: 'Sửa cơ quan này' }).click();
  await page.getByLabel('Chức năng', { exact: true }).first().check();
  await page.getByLabel('Từ ngày').fill('1/9/2026');
  await page.getByLabel('Chưa rõ văn bản').check();
  await findNoBarrier(page, 'register-duty');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText('Đã ghi vào danh mục cơ quan.').waitFor();
  await page
    .getByRole('table', { name: 'Chức năng của cơ quan' })
    .getByRole('row', { name: /Trẻ em/ })
    .waitFor();

  await page.getByRole('link', { name: 'Sửa cơ quan này' }).click();
  await page.getByLabel(/^Kết thúc, có cơ quan kế thừa/).check();
  await page.getByLabel('Ngày cuối cùng').fill('31/12/2040');
  await page.getByRole('button', { name: 'Thêm cơ quan nhận' }).click();
  await page.getByRole('combobox', { name: 'Tên cơ quan nhận' }).fill('van hoa xa hoi');
  await page
    .getByRole('option', { name: /Phòng Văn hóa/ })
    .first()
    .click();
  await page.getByLabel('Nhận bao nhiêu').selectOption('part');
  await page.getByRole('checkbox', { name: 'Trẻ em' }).check();
  await page.getByLabel('Chưa rõ văn bản').check();
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText(/ngày kết thúc 31\/12\/2040 chưa đến/).waitFor();
  await findNoBarrier(page, 'register-end-refused');
  await page.getByLabel('Ngày cuối cùng').fill('31/10/2026');
  await page.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await page.getByText('Đã ghi vào danh mục cơ quan.').waitFor();
  await page.getByText(/kết thúc ngày 31\/10\/2026/).waitFor();
  await page.getByText('Từng thay đổi: ai ghi, lúc nào, trước đó là gì').click();
  await page.getByRole('heading', { name: 'Cơ quan: ghi lần đầu' }).waitFor();
  expect(await page.getByText('Chưa rõ văn bản.').count()).toBeGreaterThan(1);
  await findNoBarrier(page, 'register-agency');

  // What stands everywhere is the administrator's.
  await page.goto(`${story.address()}/co-quan/danh-muc/t.so_yte`);
  await page.getByRole('heading', { level: 1, name: 'Sở Y tế' }).waitFor();
  expect(await page.getByRole('link', { name: 'Sửa cơ quan này' }).count()).toBe(0);
  await page.goto(`${story.address()}/co-quan/danh-muc/t.so_yte/sua`);
  await page.getByText('Phần danh mục này không do bạn phụ trách').waitFor();
});

test('what stood in a record before is read on the page of the place', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.goto(`${story.address()}/co-quan/noi/99010@2025-07-01`);
  await page.getByRole('heading', { level: 1, name: /Cơ quan của Xã Khe Trúc/ }).waitFor();
  await page.getByRole('button', { name: 'Sửa: Lò Văn Dọn' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Sửa chỗ ghi sai').check();
  await dialog.getByLabel(/^Điện thoại/).fill('0990 009 009');
  await dialog.getByRole('button', { name: 'Ghi chỗ sửa' }).click();
  await page.getByText('Đã sửa; bản cũ còn trong lịch sử.').waitFor();
  await page.getByRole('button', { name: 'Bản trước của Lò Văn Dọn' }).click();
  await dialog.getByText('0990009009').waitFor();
  await dialog.getByText(/Sầm Thị Mai/).waitFor();
  await findNoBarrier(page, 'record-past');
});

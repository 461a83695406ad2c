import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { look } from './look.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();
const commune = '/co-quan/noi/99010@2025-07-01';
const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const h1 = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();

test('an officer replaces the head of an office and puts a duty telephone right; elsewhere there is nothing to edit', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.getByRole('link', { name: 'Cơ quan', exact: true }).click();
  await page.getByRole('combobox', { name: 'Địa bàn' }).fill('khe truc, moc giang');
  await page.getByRole('option', { name: /Xã Khe Trúc/ }).click();
  await h1(page, /Cơ quan của Xã Khe Trúc/);
  await page.getByRole('link', { name: 'UBND xã Khe Trúc', exact: true }).first().click();
  await h1(page, 'UBND xã Khe Trúc');

  await page.getByRole('button', { name: 'Sửa: Sầm Văn Páo' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Thay', exact: true }).click();
  // What is missing is said beside its field, and the keyboard stands there.
  await dialog.getByText('Ô này cần được ghi.').waitFor();
  await dialog.getByLabel('Họ và tên').fill('Lường Thị Dung');
  await dialog.getByLabel('Từ ngày').fill('1/10/2026');
  await dialog.getByRole('button', { name: 'Thay', exact: true }).click();
  await page.getByText('Đã thay; dòng cũ còn trong lịch sử.').waitFor();
  const heads = page.getByRole('table', { name: 'Người đứng đầu và cấp phó' });
  await heads.getByRole('row', { name: /Sầm Văn Páo.*đến 30\/09\/2026.*Đã kết thúc/ }).waitFor();
  await page.getByText(/người đứng đầu là Lường Thị Dung, Chủ tịch UBND, từ 01\/10\/2026/).waitFor();

  await page.getByRole('button', { name: 'Sửa: Bộ phận tiếp nhận tin về trẻ em' }).click();
  await dialog.getByLabel('Sửa chỗ ghi sai').check();
  await dialog.getByLabel('Số điện thoại trực').fill('0299 38x');
  await dialog.getByRole('button', { name: 'Ghi chỗ sửa' }).click();
  await dialog.getByText(/Số điện thoại gồm 3 đến 15 chữ số/).waitFor();
  await dialog.getByLabel('Số điện thoại trực').fill('0299 3851 999');
  await dialog.getByLabel('Cả ngày đêm, mọi ngày').check();
  await dialog.getByRole('button', { name: 'Ghi chỗ sửa' }).click();
  await page.getByText('Đã sửa; bản cũ còn trong lịch sử.').waitFor();
  const call = page.getByRole('link', { name: /Gọi Bộ phận tiếp nhận tin về trẻ em: 0299 3851 999/ });
  expect(await call.getAttribute('href')).toBe('tel:02993851999');

  // On the day before the head is still the one before.
  await page.goto(`${story.address()}${commune}?ngay=2026-09-30`);
  await page.getByText(/Chủ tịch UBND: Sầm Văn Páo/).waitFor();

  await page.goto(`${story.address()}/co-quan/noi/99016@2025-07-01`);
  await h1(page, /Xã Bản Lành/);
  await page.getByText(/do người khác phụ trách nên bạn chỉ xem/).waitFor();
  expect(await page.getByRole('button', { name: /^(Sửa|Thêm|Nhập)/ }).count()).toBe(0);
});

test('a workbook goes out, comes back with a bad row that is named, is mended and written', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Sầm Thị Mai');
  await page.goto(`${story.address()}${commune}`);
  await h1(page, /Cơ quan của Xã Khe Trúc/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Xuất Excel' }).click(),
  ]);
  const { sheets } = await readXlsx(await readFile(await download.path()));
  const change = async (phone: string) => {
    const changed = sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, at) => {
        const column = (rows[0] ?? []).indexOf('Điện thoại');
        const is = name === 'Cộng tác viên' && at > 0 && row.includes('Lò Văn Dọn');
        return is ? row.map((cell, index) => (index === column ? phone : cell)) : row;
      }),
    }));
    const buffer = Buffer.from(await writeXlsx({ sheets: changed }));
    return { name: 'co-quan.xlsx', mimeType: xlsxType, buffer };
  };
  await page.getByRole('button', { name: 'Nhập từ Excel' }).click();
  const dialog = page.getByRole('dialog');
  const file = dialog.locator('input[type=file]');
  await file.setInputFiles(await change('hỏi chị Hạnh'));
  await dialog.getByText('1 dòng chưa đúng, nên chưa ghi được gì').waitFor();
  await dialog.getByRole('row', { name: /Trang Cộng tác viên, dòng \d+, cột Điện thoại/ }).waitFor();
  expect(await dialog.getByRole('button', { name: 'Ghi vào danh mục' }).count()).toBe(0);
  await look(page, 'a bad row');

  await file.setInputFiles(await change('0990 009 009'));
  await dialog.getByText(/Sẽ thêm 0 dòng, sửa 1 dòng, kết thúc 0 dòng/).waitFor();
  await look(page, 'the preview');
  await dialog.getByRole('button', { name: 'Ghi vào danh mục' }).click();
  await dialog.getByText(/Đã ghi: thêm 0 dòng, sửa 1 dòng/).waitFor();
  await page.reload();
  await page.getByRole('link', { name: /Gọi Lò Văn Dọn: 0990 009 009/ }).waitFor();
});

test('no barrier and no sideways scrolling on the pages of agencies at 360, 1440 and 1920 px', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Lò Thị Hạnh');
  const lookAt = async (path: string, name: RegExp | string, opened: () => Promise<unknown>) => {
    for (const width of [360, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${story.address()}${path}`);
      await h1(page, name);
      await opened();
      await look(page, `${path} at ${width} px`);
    }
  };
  const duties = () => page.getByText('Chức năng theo quy định chung').waitFor();
  const levels = () => page.getByText('Từng cấp, người đứng đầu và căn cứ').waitFor();
  await lookAt('/co-quan', 'Cơ quan', () => page.getByRole('table', { name: 'Danh mục cơ quan' }).waitFor());
  await lookAt('/co-quan/danh-muc/t.so_ldtbxh', /Lao động/, duties);
  await lookAt('/co-quan/noi/99@2025-07-01', /Tỉnh Mộc Giang/, levels);
  // Nothing is written down here.
  await lookAt('/co-quan/noi/00004@2025-07-01', /Ba Đình/, levels);
  await page.goto(`${story.address()}${commune}`);
  await page.getByRole('link', { name: 'UBND xã Khe Trúc', exact: true }).first().click();
  await h1(page, 'UBND xã Khe Trúc');
  await lookAt(new URL(page.url()).pathname, 'UBND xã Khe Trúc', duties);
  await page.getByRole('button', { name: 'Thêm số trực' }).click();
  await page.getByRole('dialog').getByLabel('Theo giờ').waitFor();
  await look(page, 'a form');
});

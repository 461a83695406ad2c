import { expect, test } from 'vitest';
import { look } from './look.ts';
import { comeInAs, slowDown, tellStory } from './story.ts';

const story = tellStory();

test('a plan is tied to the law above it: a text found without accents, a link by keyboard, the thread, the view from the top', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Lò Thị Hạnh');

  // Two texts bear the number; the year says which is meant.
  await page.getByRole('link', { name: 'Văn bản', exact: true }).click();
  await page.getByLabel('Tìm văn bản').fill('1248 thuong tich');
  await page.getByText('1 văn bản.').waitFor();
  await look(page, 'the list of texts');
  await page.getByRole('link', { name: /Chương trình phòng, chống tai nạn/ }).click();
  await page.getByRole('heading', { level: 1, name: /tai nạn, thương tích trẻ em/ }).waitFor();
  await page.getByRole('row', { name: /17\/KH-UBND/ }).waitFor();
  await look(page, 'a text');

  // On the plan: the law it cites is proposed, and is confirmed by a person.
  await page.getByRole('link', { name: /17\/KH-UBND/ }).click();
  await page.getByText('Kế hoạch của Tỉnh Mộc Giang (đọc từ tiêu đề).').waitFor();
  await page.getByRole('button', { name: 'Có thực hiện' }).click();
  await page.getByRole('button', { name: 'Có thực hiện' }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /Liên kết nhiệm vụ/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Liên kết với văn bản cấp trên' }).waitFor();
  await look(page, 'links to confirm');

  // The letter box of the schools makes the duty of Decree 56 concrete: by the keyboard alone.
  const row = page.getByRole('listitem').filter({ hasText: 'Điều em muốn nói' }).first();
  await row.focus();
  await page.keyboard.press('Enter');
  await row.getByText('✓').waitFor();
  await row.getByRole('link', { name: /hòm thư/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Mạch từ văn bản đến nhiệm vụ' }).waitFor();
  await look(page, 'the thread');
  await page.getByRole('link', { name: /Nhà trường trả lời ý kiến/ }).click();
  await page.getByText('Được cụ thể hóa thành').waitFor();
  expect(await page.getByRole('link', { name: /hòm thư/ }).count()).toBe(1);

  // From the top: one province of all has made a task of it.
  await page
    .getByRole('link', { name: /Nghị định 56\/2017/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Nơi nào đã có nhiệm vụ?' }).click();
  await page.getByRole('button', { name: /Tỉnh Mộc Giang: đã có nhiệm vụ/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /hòm thư/ })
    .waitFor();
  await page.keyboard.press('Escape');
  await look(page, 'the view from the top');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải Excel' }).click();
  expect((await download).suggestedFilename()).toMatch(/^nhin-tu-tren-56-2017.*\.xlsx$/);
});

test('a figure is typed with its document, and the target knows how it stands', async () => {
  const page = await story.openMachine(360);
  await comeInAs(page, 'Lò Thị Hạnh');
  await page
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Số liệu' }).first().click();
  await page.getByRole('heading', { level: 1, name: /92%/ }).waitFor();
  await page.getByText('Thiếu số: 2024').waitFor();
  await look(page, 'a target');
  await page.getByRole('button', { name: 'Ghi số đạt được' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Số đạt được (%)').fill('92,5');
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await dialog.getByText('Hãy điền ô này.').waitFor();
  await dialog.getByLabel('Văn bản, báo cáo cho biết số này').fill('Báo cáo 171/BC-SYT');
  await dialog.getByRole('button', { name: 'Ghi', exact: true }).click();
  await page.getByText('Đã đạt mức cần đạt.').waitFor();
  await story.failPower();
  await page.reload();
  await page.getByText('Đã đạt mức cần đạt.').waitFor();

  // The review shows what is late.
  await page.goto(`${story.address()}/van-ban/ra-soat`);
  await page.getByText(/quá hạn \d+ ngày/).waitFor();
  await look(page, 'the review of texts');
});

test('an indicator is found without accents, and says how it is computed, who names it and how sure that is', async () => {
  const page = await story.openMachine(360);
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.goto(`${story.address()}/chi-so`);
  await page.getByText(/^1\d\d chỉ tiêu$/).waitFor();
  await look(page, 'the list of indicators');
  await page.getByLabel('Tìm chỉ tiêu').fill('hoan canh dac biet tong so');
  await page.getByText('1 chỉ tiêu', { exact: true }).waitFor();
  await page.getByRole('link', { name: /hoàn cảnh đặc biệt trên tổng số/ }).click();
  await page.getByText('Số trẻ em có hoàn cảnh đặc biệt ÷ Dân số trẻ em × 100').first().waitFor();
  await page.getByText('Cách tính là cách hiểu của phần mềm, chưa đối chiếu với văn bản.').waitFor();
  await look(page, 'an indicator');
  await page.getByRole('link', { name: 'Dân số trẻ em' }).click();
  await page.getByRole('heading', { level: 1, name: 'Dân số trẻ em' }).waitFor();
  await page.getByText('Đếm cuối kỳ; kỳ dài hơn lấy số của kỳ cuối').first().waitFor();
});

test('a text is tied to its adopted document, and never to one that bears another number', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Lò Thị Hạnh');
  // On a machine as slow as an old phone: what is found is there before the search stands in the address.
  await slowDown(page, 6);
  await page.goto(`${story.address()}/van-ban`);
  await page.getByLabel('Tìm văn bản').fill('1248 thuong tich');
  await page.getByText('1 văn bản.').waitFor();
  await page.getByRole('link', { name: /Chương trình phòng, chống tai nạn/ }).click();
  await page.getByRole('button', { name: 'Gắn bản đã thông qua' }).click();
  await slowDown(page, 1);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: /17\/KH-UBND/ }).click();
  await look(page, 'tying a text to its document');
  await dialog.getByRole('button', { name: 'Ghi' }).click();
  await dialog.getByText(/Bản này mang số 17\/KH-UBND/).waitFor();
});

import { expect, test } from 'vitest';
import { look } from './look.ts';
import { findNoBarrier, picture } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('a commune is visited, a shortcoming found, concluded upon, put right on a phone and accepted', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead.getByRole('link', { name: 'Kiểm tra, giám sát' }).click();
  await lead.getByText('1 kiến nghị quá hạn.').first().waitFor();
  await findNoBarrier(lead, 'inspections');
  await lead.getByRole('link', { name: /Quyết định số 31/ }).click();
  await lead.getByText('Dời từ').first().waitFor({ state: 'attached' });
  await findNoBarrier(lead, 'inspection-demo');
  await lead.getByRole('link', { name: /^Rà soát, rào chắn/ }).click();
  await lead.getByRole('heading', { name: 'Phát hiện khi kiểm tra' }).waitFor();
  await picture(lead, 'task-findings');

  await lead.goto(`${story.address()}/ke-hoach`);
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await lead.getByRole('heading', { name: 'Kiểm tra, giám sát' }).waitFor();
  await picture(lead, 'plan-inspections');
  await lead.getByRole('link', { name: 'Lập cuộc kiểm tra' }).click();
  await lead.getByRole('heading', { name: 'Lập cuộc kiểm tra', level: 1 }).waitFor();
  await lead.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định số 52/QĐ-SYT ngày 02/11/2026');
  await lead.getByRole('textbox', { name: 'Nội dung' }).fill('Việc phân công người làm công tác trẻ em.');
  await lead.getByLabel('Thành phần đoàn').fill('Lò Thị Hạnh, Sở Y tế\nVi Đình Quang, Sở Y tế');
  await lead.getByRole('combobox', { name: 'Đơn vị' }).fill('khe truc');
  await lead
    .getByRole('option', { name: /Khe Trúc/ })
    .first()
    .click();
  await lead.getByRole('button', { name: 'Thêm buổi này' }).click();
  await findNoBarrier(lead, 'inspection-new');
  // What is typed survives a reload.
  await lead.reload();
  await lead.getByRole('button', { name: /^Bỏ buổi làm việc với/ }).waitFor();
  await lead.getByRole('button', { name: 'Lập cuộc kiểm tra' }).click();
  await lead.getByText('Sắp làm việc').waitFor();
  await lead.getByRole('button', { name: 'Ghi đã làm việc' }).click();
  await lead.getByRole('button', { name: 'Ghi đã làm việc' }).click();
  await lead.getByRole('button', { name: 'Ghi nhầm, mở lại' }).waitFor();
  await lead.getByRole('button', { name: 'Ghi phát hiện' }).click();
  await lead.getByLabel('Phát hiện điều gì').fill('Chưa có người thay khi cán bộ nghỉ.');
  await findNoBarrier(lead, 'inspection-finding');
  await lead.getByRole('button', { name: 'Ghi phát hiện này' }).click();
  await lead.getByText('Chưa có người thay khi cán bộ nghỉ.').waitFor();
  await lead.getByRole('button', { name: 'Thêm ảnh, tài liệu' }).click();
  const record = { name: 'bien-ban.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản làm việc') };
  await lead.locator('input[data-proof=files]').setInputFiles(record);
  await lead.getByRole('button', { name: 'Bỏ bien-ban.txt' }).waitFor();
  await findNoBarrier(lead, 'inspection-files');
  await lead.getByRole('button', { name: 'Xong', exact: true }).click();
  await lead.getByRole('list', { name: 'Ảnh, tài liệu của phát hiện' }).getByText('bien-ban.txt').waitFor();
  await lead.getByRole('button', { name: 'Ra kết luận' }).click();
  await lead.getByLabel('Số kết luận').fill('19/KL-SYT');
  await lead.getByLabel('Nội dung kết luận').fill('Xã đã phân công người, chưa có người thay.');
  await lead.getByRole('button', { name: 'Thêm kiến nghị' }).click();
  await lead.getByLabel('Kiến nghị điều gì').fill('Phân công người thay khi vắng.');
  await findNoBarrier(lead, 'inspection-conclusion');
  await lead.getByRole('button', { name: 'Ra kết luận này' }).click();
  await lead.getByRole('heading', { name: /Kết luận số 19\/KL-SYT/ }).waitFor();

  const phone = await story.openMachine(360);
  await comeInAs(phone, 'Sầm Thị Mai');
  await phone.getByRole('heading', { name: /^Cần làm ngay/ }).waitFor();
  await picture(phone, 'work-recommendations');
  await look(phone, 'my work with recommendations, on a phone');
  await phone.getByRole('link', { name: /Phân công người thay khi vắng/ }).click();
  await phone.getByRole('button', { name: 'Báo cáo đã thực hiện' }).click();
  await phone.getByLabel('Đã làm được gì').fill('Đã có quyết định phân công chị Dí thay.');
  await phone.getByRole('button', { name: 'Báo cáo đã thực hiện' }).click();
  await phone.getByText('Đã báo cáo, chờ quyết định').waitFor();
  await look(phone, 'an inspection on a phone');

  await lead.goto(`${story.address()}/viec-cua-toi`);
  await lead.getByRole('link', { name: /Phân công người thay khi vắng/ }).click();
  await lead.getByRole('button', { name: 'Chấp nhận đã xong' }).click();
  await lead.getByText('Đã xong, đúng hạn').first().waitFor();
  await lead.getByRole('button', { name: 'Ra kết luận đính chính' }).click();
  await lead.getByLabel('Số kết luận').waitFor();
  // What is settled is not asked for a second time.
  expect(await lead.getByLabel('Kiến nghị điều gì').count()).toBe(0);
  await findNoBarrier(lead, 'inspection-settled');
});

test('an inspection that is not carried out any more is called off, and its unit is told', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead.goto(`${story.address()}/ke-hoach`);
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await lead.getByRole('link', { name: 'Lập cuộc kiểm tra' }).click();
  await lead.getByRole('textbox', { name: 'Căn cứ' }).fill('Quyết định số 60/QĐ-SYT ngày 20/11/2026');
  await lead.getByRole('textbox', { name: 'Nội dung' }).fill('Việc dạy bơi cho trẻ em.');
  await lead.getByRole('combobox', { name: 'Đơn vị' }).fill('khe truc');
  await lead
    .getByRole('option', { name: /Khe Trúc/ })
    .first()
    .click();
  await lead.getByRole('button', { name: 'Thêm buổi này' }).click();
  await lead.getByRole('button', { name: 'Lập cuộc kiểm tra' }).click();
  await lead.getByRole('button', { name: 'Hủy cuộc kiểm tra' }).click();
  await lead.getByLabel('Vì sao hủy').fill('Thanh tra tỉnh đã kiểm tra nội dung này.');
  await findNoBarrier(lead, 'inspection-calling-off');
  await lead.getByRole('button', { name: 'Hủy cuộc kiểm tra' }).click();
  await lead.getByText('Không làm nữa, cuộc kiểm tra đã hủy').waitFor();
  await findNoBarrier(lead, 'inspection-called-off');
  const officer = await story.openMachine();
  await comeInAs(officer, 'Sầm Thị Mai');
  await officer.goto(`${story.address()}/thong-bao`);
  await officer.getByText('Cuộc kiểm tra đã hủy').first().waitFor();
  await officer.getByText('Đoàn kiểm tra sẽ làm việc với đơn vị').first().waitFor();
  await officer
    .getByText(/^Ngày \d{2}\/\d{2}\/\d{4} · báo lúc/)
    .first()
    .waitFor();
  await picture(officer, 'inspection-notices');
});

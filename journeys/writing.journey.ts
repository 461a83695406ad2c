import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPlan } from '../reading/src/read-plan.ts';
import { look } from './look.ts';
import { picture } from './people.ts';
import { comeInAs, slowLine, tellStory } from './story.ts';

const story = tellStory();

const saved = (page: Page) =>
  page
    .getByText(/Đã lưu lúc/)
    .first()
    .waitFor();
const add = (page: Page, kind: string) =>
  page.getByRole('region', { name: 'Thêm phần' }).getByRole('button', { name: kind, exact: true }).click();

/** Puts names among the tags of agencies. */
async function name(page: Page, label: string, agency: string): Promise<void> {
  const box = page
    .getByRole('textbox', { name: label, exact: true })
    .or(page.getByRole('combobox', { name: label, exact: true }))
    .first();
  await box.fill(agency);
  await box.press('Enter');
}

async function take(page: Page, label: string): Promise<Download> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: label, exact: true }).click(),
  ]);
  return download;
}

test('a plan of a commune goes from an empty page through questions and approval to its number, and is downloaded', async () => {
  const officer = await story.openMachine();
  await comeInAs(officer, 'Sầm Thị Mai');
  await officer.goto(`${story.address()}/ke-hoach`);
  await officer.getByRole('link', { name: 'Soạn kế hoạch' }).click();
  await officer.getByText('Chưa có kế hoạch nào đang soạn').waitFor();
  await look(officer, 'no plan being written');
  await picture(officer, 'writing-empty');
  await officer.getByRole('link', { name: 'Soạn kế hoạch mới' }).click();
  await officer.getByLabel('Tên kế hoạch (trích yếu)').fill('Phòng, chống đuối nước trẻ em trên địa bàn xã năm 2026');
  await look(officer, 'how a plan begins');
  await picture(officer, 'writing-new');
  await officer.getByLabel('Đặt sẵn các mục thường có').uncheck();
  await officer.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await officer.getByRole('heading', { level: 1, name: /Phòng, chống đuối nước/ }).waitFor();

  // Head and end: who signs.
  await officer.getByRole('button', { name: 'Sửa tên kế hoạch, người ký, nơi nhận' }).click();
  await officer.getByLabel('Họ tên người ký').fill('Sầm Văn Páo');
  await officer.keyboard.press('Escape');
  // A task under its heading, its fields filled from the keyboard.
  await officer.getByRole('button', { name: 'Nhiệm vụ, giải pháp', exact: true }).click();
  await officer.getByRole('button', { name: /I\. NHIỆM VỤ, GIẢI PHÁP/ }).waitFor();
  await add(officer, 'Nhiệm vụ');
  await officer
    .getByRole('textbox', { name: 'Nhiệm vụ', exact: true })
    .fill('Mở hai lớp dạy bơi cho trẻ em trong dịp hè.');
  await name(officer, 'Cơ quan chủ trì', 'Phòng Văn hóa - Xã hội');
  await officer.getByLabel('Từ ngày').fill('01/06/2026');
  await officer.getByLabel('Đến ngày').fill('31/08/2026');
  await officer.keyboard.press('Escape');
  await officer.getByText('Đã đủ để trình').waitFor();
  await saved(officer);
  await officer.getByText('Từ ngày 01/06/2026 đến ngày 31/08/2026').waitFor();
  await look(officer, 'the desk');
  await picture(officer, 'writing-desk');

  // The power fails: nothing that was written is lost.
  await story.failPower();
  await officer.reload();
  await officer.getByRole('button', { name: /Mở hai lớp dạy bơi/ }).click();
  await picture(officer, 'writing-task');
  await look(officer, 'a task open');
  await officer.keyboard.press('Escape');
  await officer.getByRole('button', { name: 'Trình duyệt' }).click();
  await officer.getByText('Đang trình duyệt').waitFor();

  // The chair asks, sends back, approves, issues.
  const chair = await story.openMachine();
  await comeInAs(chair, 'Sầm Văn Páo');
  await chair.goto(`${story.address()}/viec-cua-toi`);
  const waiting = chair.getByRole('link', { name: /^Bản soạn: .*Phòng, chống đuối nước/i });
  await waiting.waitFor();
  await picture(chair, 'writing-my-work');
  await look(chair, 'the plan that waits for approval in My work');
  await waiting.click();
  await chair.getByLabel('Hỏi hoặc góp ý').fill('Lớp mở ở đâu?');
  await chair.getByRole('button', { name: 'Gửi', exact: true }).click();
  await chair.getByText('Lớp mở ở đâu?').waitFor();
  await chair.getByRole('button', { name: 'Trả lại để sửa' }).click();
  await chair.getByLabel('Cần sửa điều gì').fill('Ghi rõ nơi mở lớp.');
  await chair.getByRole('dialog').getByRole('button', { name: 'Trả lại để sửa' }).click();
  await chair.getByText('Bị trả lại để sửa').waitFor();
  const work = await officer.context().newPage();
  await work.goto(`${story.address()}/viec-cua-toi`);
  await work.getByRole('link', { name: /^Bản soạn: .*Phòng, chống đuối nước/i }).waitFor();
  await picture(work, 'writing-my-work-sent-back');
  await work.goto(`${story.address()}/thong-bao`);
  await work.getByText('Bản soạn kế hoạch bị trả lại để sửa').first().waitFor();
  await picture(work, 'writing-notices');
  await work.close();

  await officer.getByText('Ghi rõ nơi mở lớp.').first().waitFor();
  await picture(officer, 'writing-sent-back');
  await officer.getByLabel('Trả lời').first().fill('Tại hồ Khe Trúc.');
  await officer.getByRole('button', { name: 'Gửi', exact: true }).click();
  await officer.getByText('Tại hồ Khe Trúc.').first().waitFor();
  // On a slow line the last words are still on their way when the plan is submitted: they go first.
  await slowLine(officer, 1000);
  await officer.getByRole('button', { name: /Mở hai lớp dạy bơi/ }).click();
  await officer
    .getByRole('textbox', { name: 'Nhiệm vụ', exact: true })
    .fill('Mở hai lớp dạy bơi cho trẻ em tại hồ Khe Trúc.');
  await officer.keyboard.press('Escape');
  await officer.getByRole('button', { name: 'Trình duyệt' }).click();
  await officer.getByText('Đang trình duyệt').waitFor();
  await slowLine(officer, 0);

  await chair.getByText('Tại hồ Khe Trúc.').first().waitFor();
  await chair.getByRole('button', { name: 'Đã xong' }).click();
  await chair.getByRole('button', { name: 'Duyệt kế hoạch' }).click();
  await chair.getByRole('button', { name: 'Ban hành', exact: true }).waitFor();
  await chair.getByRole('link', { name: 'Việc của tôi' }).click();
  const toIssue = chair.getByRole('listitem').filter({ hasText: 'Chờ bạn cấp số, ngày và ban hành' });
  await toIssue.waitFor();
  await picture(chair, 'work-to-issue');
  await toIssue.getByRole('link').click();
  await chair.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await chair.getByRole('dialog').getByLabel('Số', { exact: true }).fill('12');
  await picture(chair, 'writing-issue');
  await chair.getByRole('button', { name: 'Ban hành kế hoạch này' }).click();
  await chair.getByRole('link', { name: 'Xem kế hoạch đã ban hành' }).click();
  await chair.getByRole('heading', { level: 1, name: /Phòng, chống đuối nước/ }).waitFor();
  await chair.getByRole('button', { name: 'Tải bản Word' }).waitFor();
  await picture(chair, 'writing-issued');
  await look(chair, 'the issued plan');

  // The file is the one that was issued, and reads as what was written.
  const download = await take(chair, 'Tải bản Word');
  expect(download.suggestedFilename()).toBe('ke-hoach-12-kh-ubnd.docx');
  const read = await readPlan({ name: 'x.docx', bytes: await readFile(await download.path()) });
  if (!read.ok) throw new Error(read.refusal.code);
  expect(read.value.extraction.document).toMatchObject({ number: '12/KH-UBND', issuer: 'Ủy ban nhân dân xã Khe Trúc' });
  expect(read.value.extraction.tasks.map(({ text, lead }) => [text, lead])).toEqual([
    ['Mở hai lớp dạy bơi cho trẻ em tại hồ Khe Trúc.', ['Phòng Văn hóa - Xã hội']],
  ]);
  expect((await take(chair, 'Tải bản PDF')).suggestedFilename()).toBe('ke-hoach-12-kh-ubnd.pdf');
});

test('a plan above is taken over task by task, and a new version is shown beside the old', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await lead.getByRole('heading', { level: 1, name: /Bảo vệ, chăm sóc trẻ em/ }).waitFor();
  await lead.getByRole('link', { name: 'Soạn kế hoạch từ kế hoạch này' }).click();
  await lead.getByLabel('Sửa đổi một kế hoạch đã ban hành').check();
  await lead.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await lead.getByText('Chưa sửa gì so với kế hoạch cũ').waitFor();
  await lead.locator('[data-kind="task"] button').first().click();
  const words = lead.getByRole('textbox', { name: 'Nhiệm vụ', exact: true });
  await words.fill('Mở thêm lớp tập huấn cho cộng tác viên thôn, bản.');
  await lead.keyboard.press('Escape');
  await saved(lead);
  await lead.getByRole('link', { name: 'So sánh hai bản' }).click();
  await lead.getByRole('row', { name: /Sửa đổi.*Nhiệm vụ.*Mở thêm lớp tập huấn/ }).waitFor();
  await picture(lead, 'writing-difference');
  await look(lead, 'the difference');

  const officer = await story.openMachine(360);
  await comeInAs(officer, 'Sầm Thị Mai');
  await officer.goto(`${story.address()}/ke-hoach/soan-thao/moi`);
  await officer.getByLabel('Kế hoạch cấp trên').check();
  await officer.getByRole('combobox', { name: 'Kế hoạch để bắt đầu' }).fill('bao ve cham soc');
  await officer
    .getByRole('option', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await officer.getByRole('button', { name: 'Bắt đầu soạn' }).click();
  await officer.getByRole('heading', { name: 'Nhiệm vụ của kế hoạch cấp trên' }).waitFor();
  await picture(officer, 'writing-offers');
  await officer
    .getByRole('button', { name: /Xem cả \d+ nhiệm vụ của nơi khác/ })
    .or(officer.getByRole('button', { name: 'Đưa vào kế hoạch' }))
    .first()
    .click();
  await look(officer, 'the tasks offered, on a phone');
});

import { expect, test } from 'vitest';
import { look } from './look.ts';
import { picture } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('the reporting clause of a plan stands as a regime by itself: who sends is told, a commune says it sent, the board counts it', async () => {
  const lead = await story.openMachine();
  await comeInAs(lead, 'Lò Thị Hạnh');
  await lead
    .getByRole('link', { name: /Bảo vệ, chăm sóc trẻ em/ })
    .first()
    .click();
  await lead.getByRole('link', { name: 'Đơn vị nào đã gửi báo cáo?' }).click();
  await lead.getByRole('row', { name: /Báo cáo năm, hạn 5\/12.*17\/KH-UBND/ }).waitFor();
  await look(lead, 'the regimes');
  await lead.getByRole('link', { name: 'Báo cáo năm, hạn 5/12' }).click();
  await lead.getByText('Cần bổ sung', { exact: true }).waitFor();
  await lead.getByRole('button', { name: 'Bổ sung đơn vị gửi' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Bổ sung', exact: true }).click();
  await dialog.getByText('Hãy chọn một cơ quan.').waitFor();
  await dialog.getByRole('combobox').fill('uy ban nhan dan xa');
  await lead.getByRole('option', { name: /^Ủy ban nhân dân xã, phường, đặc khu/ }).click();
  await dialog.getByRole('button', { name: 'Bổ sung', exact: true }).click();
  await lead.getByText(/0 trên 5 đơn vị đã gửi/).waitFor();
  expect(await lead.getByRole('button', { name: 'Ghi đã gửi' }).count()).toBe(0);
  await look(lead, 'a regime');
  await picture(lead, 'regime');

  // The commune, on a phone: for itself alone, and never for a day to come.
  const commune = await story.openMachine(360);
  await comeInAs(commune, 'Sầm Thị Mai');
  await commune.goto(lead.url());
  await commune.getByRole('button', { name: 'Ghi đã gửi' }).click();
  const sending = commune.getByRole('dialog');
  await sending.getByLabel('Ngày gửi').fill('01/01/2036');
  await sending.getByRole('button', { name: 'Ghi đã gửi' }).click();
  await sending.getByText(/Ngày gửi 01\/01\/2036 còn ở phía trước|còn ở phía trước/).waitFor();
  await sending.getByLabel('Ngày gửi').fill('15/06/2026');
  await sending.getByLabel('Số, ký hiệu văn bản').fill('21/BC-UBND');
  await look(commune, 'saying what was sent');
  await sending.getByRole('button', { name: 'Ghi đã gửi' }).click();
  await commune.getByText(/1 trên 5 đơn vị đã gửi/).waitFor();
  await commune.getByText('Ngày 15/06/2026, 21/BC-UBND.').waitFor();
  await look(commune, 'a regime on a phone');
  await picture(commune, 'regime-sent');

  // After the power failed, the lead sees the same.
  await story.failPower();
  await lead.reload();
  await lead.getByRole('row', { name: /UBND xã Khe Trúc.*Gửi đúng hạn.*21\/BC-UBND/ }).waitFor();
});

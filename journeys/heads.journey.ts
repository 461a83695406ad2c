import { expect, test } from 'vitest';
import { findNoBarrier } from './people.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('who answers for what: the number opens its list, the unit its page, and its sisters stand beside it', async () => {
  const page = await story.openMachine();
  await comeInAs(page, 'Lò Thị Hạnh');
  await page.getByRole('link', { name: 'Người đứng đầu', exact: true }).click();
  const table = page.getByRole('table', { name: 'Từng đơn vị và người chịu trách nhiệm' });
  await table.waitFor();
  await findNoBarrier(page, 'heads');

  // The head who left in May answers for no task due in June.
  const row = table.getByRole('row', { name: /Sở Y tế.*Trịnh Quốc Bảo/ });
  const number = row.getByRole('link', { name: /Đúng hạn nhờ nhập sau hạn/ });
  const count = Number(await number.innerText());
  await number.click();
  await page.getByText('Chỉ việc xong đúng hạn nhưng nhập báo cáo sau hạn.').waitFor();
  await page.getByText('Chỉ việc do Trịnh Quốc Bảo', { exact: false }).waitFor();
  const list = page.getByRole('grid', { name: 'Danh sách các kỳ nhiệm vụ' });
  await list.waitFor();
  expect(await list.getByRole('row').count()).toBe(count + 1);
  await findNoBarrier(page, 'heads-list');

  await page.goBack();
  await table.waitFor();
  await row.getByRole('link', { name: /^Sở Y tế/ }).click();
  await page.getByRole('heading', { name: 'Người đứng đầu và cấp phó' }).waitFor();
  await page.getByRole('table', { name: 'Theo tháng đến hạn' }).waitFor();
  await findNoBarrier(page, 'unit');

  await page.goto(`${story.address()}/nguoi-dung-dau`);
  await page.getByRole('link', { name: 'So sánh các xã' }).click();
  const sisters = page.getByRole('table', { name: 'So sánh các đơn vị' });
  await sisters.getByRole('row', { name: /Khe Trúc/ }).waitFor();
  await findNoBarrier(page, 'comparison');
  await page.getByText('Các cơ quan', { exact: true }).click();
  await sisters.getByRole('row', { name: /Sở Y tế/ }).waitFor();
  await findNoBarrier(page, 'comparison-agencies');
});

import { expect, test } from 'vitest';
import { look } from './look.ts';
import { comeInAs, tellStory } from './story.ts';

const story = tellStory();

test('a case is seen by its commune alone, opened in need from the next one, and that is told and reviewed', async () => {
  const worker = await story.openMachine();
  await comeInAs(worker, 'Vàng Thị Dí');
  await worker.getByRole('link', { name: 'Vụ việc', exact: true }).click();
  await worker.getByRole('link', { name: 'Lò Văn Tủa' }).click();
  await worker.getByRole('heading', { name: 'Vụ việc của Lò Văn Tủa' }).waitFor();
  const address = worker.url();

  // Who reported is covered until it is asked for.
  expect(await worker.getByText('Mùa Thị Say').count()).toBe(0);
  await worker.getByRole('button', { name: 'Xem người báo tin' }).click();
  await worker.getByText('Mùa Thị Say').waitFor();
  await look(worker, 'a case');

  // Found by name without accents.
  await worker.getByRole('link', { name: 'Trẻ em', exact: true }).click();
  await worker.getByLabel('Tìm theo họ tên').fill('lo van tua');
  await worker.getByRole('button', { name: 'Tìm', exact: true }).click();
  await worker.getByText('Tìm «lo van tua»: 1 trẻ.').waitFor();
  await look(worker, 'children');

  const neighbour = await story.openMachine(360);
  await comeInAs(neighbour, 'Quàng Văn Nam');
  await neighbour.goto(address);
  await neighbour.getByText('Không có vụ việc này, hoặc vụ việc không thuộc phạm vi của bạn.').waitFor();
  await neighbour.getByRole('button', { name: 'Mở khẩn cấp' }).click();
  const dialog = neighbour.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Mở trong 60 phút' }).click();
  await dialog.getByText('Hãy chọn một lý do.').waitFor();
  await look(neighbour, 'breaking the glass');
  await dialog.getByLabel('Trẻ đang ở địa bàn của tôi').check();
  await dialog.getByLabel('Nói rõ').fill('Em được đưa đến trạm y tế xã Bản Lành lúc nửa đêm.');
  await dialog.getByRole('button', { name: 'Mở trong 60 phút' }).click();
  await neighbour.getByRole('heading', { name: 'Vụ việc của Lò Văn Tủa' }).waitFor();
  await neighbour.getByText(/Đang mở khẩn cấp: còn (60|59) phút/).waitFor();
  await look(neighbour, 'a case opened in need');

  const chair = await story.openMachine();
  await comeInAs(chair, 'Sầm Văn Páo');
  await chair.getByText('Có 1 lần mở khẩn cấp chờ bạn xem lại.').waitFor();
  await chair.getByRole('link', { name: 'Xem lại', exact: true }).click();
  await chair.getByText('Em được đưa đến trạm y tế xã Bản Lành lúc nửa đêm.').waitFor();
  await look(chair, 'a review');
  await chair.getByLabel('Có lý do chính đáng', { exact: true }).check();
  await chair.getByLabel('Nhận xét').fill('Đúng là trẻ ở trạm y tế.');
  await chair.getByRole('button', { name: 'Ghi kết quả xem lại' }).click();
  await chair.getByText('Sầm Văn Páo,').waitFor();
  await chair.getByText(/lần mở khẩn cấp chờ bạn xem lại/).waitFor({ state: 'detached' });
});

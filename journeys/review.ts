import type { Locator, Page } from 'playwright-core';

interface UploadedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** From the list of plans: uploads a file and waits until its review is open. */
export async function uploadAndWait(page: Page, file: UploadedFile): Promise<void> {
  await page.getByRole('link', { name: 'Tải kế hoạch lên' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.waitForURL(/\/ke-hoach\/du-thao\//, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Thông qua kế hoạch' }).waitFor();
}

/** The row of the task that says these words. */
export function rowOf(page: Page, words: string): Locator {
  return page.locator('li[data-row]').filter({ hasText: words });
}

/** Opens a row for editing by its words. */
export async function editRow(page: Page, words: string): Promise<Locator> {
  const row = rowOf(page, words);
  await row.dblclick();
  return page.locator('li[data-row][data-state=edit]');
}

/** Waits until the screen says that everything typed is on the server. */
export async function waitUntilSaved(page: Page): Promise<void> {
  await page
    .getByText(/Đã lưu lúc|Mọi thay đổi đã lưu/)
    .first()
    .waitFor();
}

/** Accepts what the reader still doubts, all at once and by name. */
export async function acceptDoubts(page: Page): Promise<void> {
  if (await page.getByText('đã xem hết').isVisible()) return;
  await page.getByRole('button', { name: 'Chấp nhận nhiều chỗ…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /^Cả \d+ chỗ/ }).check();
  await dialog.getByRole('button', { name: /^Chấp nhận \d+ chỗ/ }).click();
  await page.getByText('đã xem hết').waitFor();
}

/** Adopts the draft on the screen and waits for the plan's page. */
export async function adopt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thông qua kế hoạch' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thông qua kế hoạch' }).click();
  await page.waitForURL(/\/ke-hoach\/(?!du-thao|tai-len)[0-9a-f-]{36}/);
  // The address changes before the screen does.
  await page.getByText(/Đã thông qua\. \d+ nhiệm vụ/).waitFor();
}

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBarriers } from './look.ts';

/** One post on the form: which, in which place, by some letters of its name. */
export async function choosePost(page: Page, post: string, place?: { typed: string; name: RegExp }): Promise<void> {
  await page.getByRole('combobox', { name: 'Nhiệm vụ' }).last().click();
  await page.getByRole('option', { name: post, exact: true }).click();
  if (place === undefined) return;
  await page
    .getByRole('combobox', { name: /^(Xã|Tỉnh)/ })
    .last()
    .fill(place.typed);
  await page.getByRole('option', { name: place.name }).first().click();
}

/** Invites a person to one post; gives the code from the screen. */
export async function invitePerson(
  page: Page,
  person: { name: string; login: string; post: string; place?: { typed: string; name: RegExp } },
): Promise<string> {
  await page.getByRole('link', { name: 'Mời người dùng' }).first().click();
  await page.getByLabel('Họ và tên').fill(person.name);
  await page.getByLabel('Tên đăng nhập').fill(person.login);
  await choosePost(page, person.post, person.place);
  await page.getByRole('button', { name: 'Mời và lấy mã' }).click();
  await page.getByRole('heading', { name: `Đã mời ${person.name}` }).waitFor();
  return page.locator('code').innerText();
}

/** The invited person, at a machine of their own: the link, and a password nobody else knows. */
export async function comeByLink(page: Page, address: string, code: string, password: string): Promise<void> {
  await page.goto(`${address}/moi#${code}`);
  await page.getByLabel('Mật khẩu của bạn').fill(password);
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
}

const sizes = [
  [1440, 900],
  [360, 740],
] as const;

/** With LOOK=folder, pictures of the screen at both widths, to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK'];
  if (folder === undefined) return;
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(before);
}

/** No barrier and no sideways scrolling at both widths. */
export async function findNoBarrier(page: Page, name: string): Promise<void> {
  await picture(page, name);
  const before = page.viewportSize() ?? { width: 1440, height: 900 };
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    const barriers = await findBarriers(page);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({ name, width, barriers, over: Math.max(0, over) }).toEqual({ name, width, barriers: [], over: 0 });
  }
  await page.setViewportSize(before);
}

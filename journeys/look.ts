import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against its rules with these tags, which are all that it has by default and the size of targets. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Nobody reads what axe passes, and no frame of another site is here: without both it looks in a third of the time.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** No barrier, and nothing to push aside. Above 1440 px the pages are those of 1440 px with more room: only the room is looked at. */
export async function look(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect({ what, overflow: Math.max(0, overflow) }).toEqual({ what, overflow: 0 });
  if ((page.viewportSize()?.width ?? 0) > 1440) return;
  expect({ what, barriers: await findBarriers(page) }).toEqual({ what, barriers: [] });
}

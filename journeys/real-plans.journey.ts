import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { giveAll, reachEachStatus, sumUp, tellPlace, walkSentences } from './carried-out.ts';
import { acceptDoubts, adopt, uploadAndWait } from './review.ts';
import { comeInAs, tellStory } from './story.ts';

/** Real plans lie beside the project on some machines; they are never part of it. */
const folder = new URL('../../shared/plans/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (names.length === 0) console.log('No real plans beside the project: their journey is not told.');

const story = tellStory();
const adopted: { address: string; title: string }[] = [];

test.runIf(names.length > 0)(
  'real plans are uploaded, reviewed, adopted, and found again after a restart',
  async () => {
    const page = await story.openMachine();
    await comeInAs(page, 'Lò Thị Hạnh');
    for (const name of names) {
      await page.goto(`${story.address()}/ke-hoach`);
      await uploadAndWait(page, { name, mimeType: 'text/plain', buffer: readFileSync(new URL(name, folder)) });
      await acceptDoubts(page);
      await adopt(page);
      const heading = page.getByRole('heading', { level: 1 });
      await heading.waitFor();
      adopted.push({ address: page.url(), title: await heading.innerText() });
    }
    await story.failPower();
    for (const { address, title } of adopted) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await page.getByText(/Đã thông qua\. \d+ nhiệm vụ/).count()).toBe(1);
    }
    await page.goto(`${story.address()}/ke-hoach`);
    for (const { title } of adopted) await page.getByRole('link', { name: title }).waitFor();
  },
);

test.runIf(names.length > 0)(
  'their tasks are reached from their sentences and back, given to units, and brought to each status',
  async () => {
    const unit = await story.openMachine();
    await comeInAs(unit, 'Lò Thị Hạnh');
    const requester = await story.openMachine();
    await comeInAs(requester, 'Quang');
    expect(adopted).toHaveLength(names.length);
    for (const { address } of adopted) {
      const planId = new URL(address).pathname.split('/').at(-1) ?? '';
      await unit.goto(address);
      await tellPlace(unit);
      const tasks = await walkSentences(unit, planId);
      await giveAll(unit, planId);
      await reachEachStatus(unit, requester, story.address(), planId);
      await sumUp(unit, story.address(), planId);
      console.log(`${tasks.length} tasks of a real plan: walked, given, each status reached`);
    }
  },
  600_000,
);

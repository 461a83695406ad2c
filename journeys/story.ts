import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { runProcess, startProcess, type RunningProcess } from '../server/src/testing/start-process.ts';
import { appCodeOf } from '../server/src/testing/app-code.ts';
import { findRunningBrowser } from './browser.ts';

/** The real program on a data folder of its own, and a real browser before it. */
export interface Story {
  readonly address: () => string;
  /** A person at a machine of their own: nothing is shared with the others' browsers. */
  openMachine(width?: number): Promise<Page>;
  /** As when the power fails: the program is killed and started again on the same data. */
  failPower(): Promise<void>;
  /** A command at the terminal of the server; gives what it printed. */
  run(...args: string[]): Promise<string>;
}

const heightOf = (width: number) => (width < 600 ? 740 : 900);

/**
 * Sets up a story for this test file. `settings` are environment variables such as MANGNON_DEMO. It begins where the
 * first start has ended (journeys.setup.ts), or with `anew` in a folder that is empty.
 */
export function tellStory(
  settings: Readonly<Record<string, string>> = {},
  begin: 'anew' | 'started' = 'started',
): Story {
  const data = join(mkdtempSync(join(tmpdir(), 'mangnon-journey-')), 'data');
  const machines: BrowserContext[] = [];
  const spoilt: string[] = [];
  let browser: Browser;
  let running: RunningProcess;
  let port = settings['PORT'] ?? '0';

  async function start() {
    running = await startProcess({ env: { ...settings, MANGNON_DATA: data, PORT: port } });
    port = new URL(running.address).port;
  }

  beforeAll(async () => {
    // By the system's own command: the owners of the database's files go along.
    const first = inject('firstStarts')[settings['MANGNON_DEMO'] === '0' ? '0' : '1'];
    if (begin === 'started') execFileSync('cp', ['-a', first, data]);
    [browser] = await Promise.all([findRunningBrowser(), start()]);
  });

  // What stood on the screens says more than the line the story stopped at.
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const page of machines.flatMap((machine) => machine.pages())) {
      // oxlint-disable-next-line no-await-in-loop
      console.log(`${page.url()}\n${(await page.locator('body').innerText()).slice(0, 3000)}\n`);
    }
  });

  afterAll(async () => {
    await Promise.all(machines.map((machine) => machine.close()));
    await running?.stop();
    rmSync(dirname(data), { recursive: true, force: true });
    if (spoilt.length > 0) throw new Error(`The screens threw: ${spoilt.join('; ')}`);
  });

  return {
    address: () => running.address,
    openMachine: async (width = 1440) => {
      const machine = await browser.newContext({
        viewport: { width, height: heightOf(width) },
        locale: 'vi-VN',
        timezoneId: 'Asia/Ho_Chi_Minh',
        acceptDownloads: true,
      });
      machines.push(machine);
      // Long, so that a busy machine fails no story.
      machine.setDefaultTimeout(90_000);
      const page = await machine.newPage();
      page.on('pageerror', (error) => spoilt.push(error.message));
      await page.goto(running.address);
      return page;
    },
    failPower: async () => {
      await running.kill();
      await start();
    },
    run: async (...args) => {
      const ended = await runProcess({ env: { ...settings, MANGNON_DATA: data }, args });
      return ended.out + ended.error;
    },
  };
}

/** Sets up the second step as a person with a phone does; gives the recovery codes they kept. */
export async function setUpSecondStep(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Cài xác thực bước hai' }).waitFor();
  const secret = await page.locator('code').innerText();
  await page.getByLabel('Nhập mã 6 chữ số').fill(await appCodeOf(secret));
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  const codes = page.getByRole('list', { name: 'Mười mã dự phòng' }).getByRole('listitem');
  await codes.first().waitFor();
  const kept = await codes.allInnerTexts();
  await page.getByRole('button', { name: 'Tôi đã giữ, vào làm việc' }).click();
  return kept;
}

/** As on a machine so many times slower than this one. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** As on a line where each answer takes so many milliseconds more. */
export async function slowLine(page: Page, latency: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const throughput = { downloadThroughput: -1, uploadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput });
}

/** As if the machine had a finger reader: it confirms whatever it is asked, and says how often. */
export async function giveFingerReader(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Registers a passkey where the screen asks for one. */
export async function registerPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên khóa').fill(name);
  await page.getByRole('button', { name: 'Đăng ký khóa', exact: true }).click();
}

/** Comes in as one of the demo's people, by one click. */
export async function comeInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { name: /^(Kế hoạch|Việc của tôi)$/, level: 1 }).waitFor();
}

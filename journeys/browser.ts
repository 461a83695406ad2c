import { execFileSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { homedir } from 'node:os';
import { chromium, type Browser } from 'playwright-core';
import { installOnDebian } from '../server/src/testing/debian-package.ts';

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env['PROGRAMFILES'] ?? 'C:/Program Files'}/Google/Chrome/Application/chrome.exe`,
];
const playwrightCaches = [
  `${homedir()}/.cache/ms-playwright/chromium-*/chrome-linux*/chrome`,
  `${homedir()}/Library/Caches/ms-playwright/chromium-*/chrome-mac*/Chromium.app/Contents/MacOS/Chromium`,
];

const howToGetOne =
  'The journeys need Chromium or Chrome and none was found. Set CHROMIUM_PATH to one, install the package «chromium» of ' +
  'your system, or run «npx playwright-core install chromium».';

function lookUp(program: string): string | undefined {
  try {
    return execFileSync('which', [program], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
}

function findBrowser(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined) return given;
  for (const program of onPath) {
    const found = lookUp(program);
    if (found !== undefined) return found;
  }
  return places.find((place) => existsSync(place)) ?? globSync(playwrightCaches).at(-1);
}

/**
 * The path of a Chromium: named by `CHROMIUM_PATH`, on the system, in Playwright's cache, or, on Debian as root,
 * installed now from the system's packages (about 400 MB). Throws with one sentence on how to get one: a missing
 * browser fails the tests, it never skips them.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (!installOnDebian('chromium')) throw new Error(howToGetOne);
  const installed = findBrowser();
  if (installed === undefined) throw new Error(howToGetOne);
  return installed;
}

let started: Promise<Browser> | null = null;

/**
 * The browser, without a window and without calls of its own to other hosts. The stories of one worker share it, each
 * machine apart from the others; it ends with the worker.
 */
export async function findRunningBrowser(): Promise<Browser> {
  if (started !== null && !(await started).isConnected()) started = null;
  started ??= startBrowser();
  return started;
}

function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnDebian } from '../../../testing/debian-package.ts';
import type { DeviceSettings } from '../device/key-device.ts';

const findModule = () => globSync('/usr/lib{,64,/*}/softhsm/libsofthsm2.so').find((path) => existsSync(path)) ?? null;

function findOrInstall(): string | null {
  const found = findModule();
  if (found !== null) return found;
  try {
    return installOnDebian('softhsm2') ? findModule() : null;
  } catch {
    return null;
  }
}

/** SoftHSM, the software token of OpenDNSSEC, on Debian the package softhsm2; `null` where it can be had neither way. */
export const softHsm = findOrInstall();
if (softHsm === null) console.log('No SoftHSM on this machine: the key is not tried in a device.');

export interface SoftToken extends DeviceSettings {
  /** For a process of its own. */
  readonly env: Readonly<Record<string, string>>;
}

const pin = '4711-0815';
const tokens = 12;
let home: { readonly folder: string; readonly free: string[] } | null = null;

/** The module reads its settings and finds its tokens once a process: all that the tests will need are made before. */
function openHome(module: string) {
  if (home !== null) return home;
  const folder = mkdtempSync(join(tmpdir(), 'mangnon-hsm-'));
  const settings = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(
    settings,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  process.env['SOFTHSM2_CONF'] = settings;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const free = Array.from({ length: tokens }, () => `thu-${randomBytes(4).toString('hex')}`);
  for (const label of free) {
    const made = ['--init-token', '--free', '--module', module, '--label', label, '--so-pin', '31415926', '--pin', pin];
    execFileSync('softhsm2-util', made, { stdio: 'pipe' });
  }
  home = { folder, free };
  return home;
}

/** A fresh token, as who keeps the device sets it up. */
export function prepareToken(): SoftToken {
  if (softHsm === null) throw new Error('there is no SoftHSM on this machine');
  const { folder, free } = openHome(softHsm);
  const token = free.pop();
  if (token === undefined) throw new Error(`no test file needs more than ${tokens} tokens`);
  return { module: softHsm, token, pin, env: { SOFTHSM2_CONF: join(folder, 'softhsm2.conf') } };
}

/** As when a device is pulled out: the module answers nothing any more. Gives what plugs it in again. */
export async function unplug(module: string): Promise<() => void> {
  const { default: koffi } = await import('koffi');
  const library = koffi.load(module);
  library.func('C_Finalize', 'uint64_t', ['void *'])(null);
  return () => library.func('C_Initialize', 'uint64_t', ['void *'])(null);
}

/** As when a device is reset: every session of this process ends. */
export async function endSessions(module: string): Promise<void> {
  const { default: koffi } = await import('koffi');
  const library = koffi.load(module);
  const slots = Buffer.alloc(8 * 64);
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(64n);
  library.func('C_GetSlotList', 'uint64_t', ['uint64_t', 'void *', 'void *'])(1, slots, count);
  const end = library.func('C_CloseAllSessions', 'uint64_t', ['uint64_t']);
  for (let at = 0; at < Number(count.readBigUInt64LE()); at += 1) end(slots.readBigUInt64LE(at * 8));
}

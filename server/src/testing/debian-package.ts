import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { platform } from 'node:os';

function isDebianRoot(): boolean {
  if (platform() !== 'linux' || process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /\b(debian|ubuntu)\b/.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs a package of the system, on Debian as root alone; `false` where that is not ours to do. Throws where it fails. */
export function installOnDebian(name: string): boolean {
  if (!isDebianRoot()) return false;
  console.log(`Installing the package ${name} for the tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { stdio: 'inherit', env });
  return true;
}

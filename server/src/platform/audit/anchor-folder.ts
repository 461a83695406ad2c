import { open, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readRootLine, type ReadRoot } from './signed-root.ts';

const fileName = /^\d{4}-\d{2}-\d{2}T\d{2}\.jsonl$/;

/** The files of a folder of roots by time, oldest first; none where there is no such folder. */
async function listFiles(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => fileName.test(name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function readRoots(file: string): Promise<ReadRoot[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.map(readRootLine).filter((root) => root !== null);
}

/** Every root of the folder in the order in which they were written; lines that are none are left out. */
export async function readAllRoots(folder: string): Promise<ReadRoot[]> {
  const files = await listFiles(folder);
  return (await Promise.all(files.map((name) => readRoots(join(folder, name))))).flat();
}

/** The newest root, or `null` before the first. */
export async function readLastRoot(folder: string): Promise<ReadRoot | null> {
  for (const name of (await listFiles(folder)).toReversed()) {
    // oxlint-disable-next-line no-await-in-loop -- nearly always the first one has it
    const last = (await readRoots(join(folder, name))).at(-1);
    if (last !== undefined) return last;
  }
  return null;
}

/** Adds a line to the file of its hour and comes back when it is on the disk. Begins a fresh line after a half one. */
export async function appendRoot(folder: string, at: Date, line: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, `${at.toISOString().slice(0, 13)}.jsonl`), 'a');
  try {
    await file.appendFile(`\n${line}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const most = 400;

/** Source files over 400 lines, as `lines path`; data and generated files apart. */
export function findLongFiles(): string[] {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
  return files
    .filter((file) => /\.(ts|tsx|mjs|sql|css)$/.test(file) && !/generated|\.d\.ts$/.test(file) && existsSync(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
    .filter(({ lines }) => lines > most)
    .map(({ file, lines }) => `${lines} ${file}`);
}

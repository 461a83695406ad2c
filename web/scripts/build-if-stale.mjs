// Builds web/dist when it is missing or was made from other sources; says nothing and returns at once when fresh.
// The stamp is a hash of what goes into the build, so that neither a checkout nor a copied folder fools it.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const web = join(import.meta.dirname, '..');
const root = join(web, '..');
const stampFile = join(web, 'dist', '.built-from');

function hashSources() {
  const files = globSync(
    [
      'web/src/**/*.*',
      'web/public/**/*.*',
      'web/index.html',
      'web/*.ts',
      'web/*.cjs',
      'web/package.json',
      'web/scripts/*.mjs',
      'domain/src/**/*.*',
      'package-lock.json',
    ],
    { cwd: root },
  )
    .filter((file) => !file.endsWith('.test.ts'))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Resolves to true when a build was made, false when the one standing was fresh. */
export async function buildIfStale({ force = false, log = console.log } = {}) {
  const sources = hashSources();
  const standing = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (!force && standing === sources && existsSync(join(web, 'dist', 'index.html'))) return false;
  log('Building the screens (first start, or the sources changed) …');
  // Whatever the caller runs as: under a test runner the framework's own checks would be built in, at three times the work.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  await build({ configFile: join(web, 'vite.config.ts'), root: web, logLevel: 'warn' });
  writeFileSync(stampFile, sources);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildIfStale({ force: process.argv.includes('--force') });
}

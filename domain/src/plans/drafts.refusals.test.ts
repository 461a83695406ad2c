import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { draftsRefusals } from './drafts.refusals.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const files = globSync('{domain,server}/src/plans/**/*.ts', { cwd: root }).filter((name) => !name.includes('.test.'));
const refused = new Set(
  files
    .filter((name) => !name.endsWith('drafts.refusals.ts'))
    .flatMap((name) => [...readFileSync(`${root}/${name}`, 'utf8').matchAll(/'((?:drafts|plans)\.[a-z_]+)'/g)])
    .map((found) => found[1] ?? ''),
);

describe('refusals of drafts and plans', () => {
  it('each have their sentences, and no sentence stands for a refusal that never comes', () => {
    expect([...refused].toSorted()).toEqual(Object.keys(draftsRefusals).toSorted());
  });

  it.each(Object.entries(draftsRefusals))('%s says in whole sentences what to do', (_, { vi, en }) => {
    expect(vi).toMatch(/^\p{Lu}.{15,}\.$/u);
    expect(en).toMatch(/^\p{Lu}.{15,}\.$/u);
  });
});

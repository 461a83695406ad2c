import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messages } from '../platform/messages.ts';

const domain = join(import.meta.dirname, '../../../domain/src');

/** The audit names of every endpoint of the contract. */
async function listAuditNames(): Promise<string[]> {
  const files = globSync('**/*.api.ts', { cwd: domain });
  const modules = await Promise.all(files.map(async (file) => (await import(join(domain, file))) as object));
  const audits = modules.flatMap((module) =>
    Object.values(module).map((one: unknown) =>
      typeof one === 'object' && one !== null && 'audit' in one && 'path' in one ? one.audit : null,
    ),
  );
  return [...new Set(audits.filter((audit) => typeof audit === 'string'))].toSorted();
}

const names = await listAuditNames();

describe('the audit trail in plain words', () => {
  it('knows the names of the contract', () => {
    expect(names).toContain('plans.plan.read');
    expect(names.length).toBeGreaterThan(20);
  });

  it.each(names)('has words for %s', (name) => {
    const key = `audit.action.${name}`;
    expect((messages.vi as Record<string, string>)[key]).toMatch(/\p{L}/u);
    expect((messages.en as Record<string, string>)[key]).toMatch(/\p{L}/u);
  });
});

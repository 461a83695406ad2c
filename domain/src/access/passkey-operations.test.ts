import { describe, expect, it } from 'vitest';
import { operations } from './operations.ts';
import { mustHavePasskey, needsPasskey } from './passkey-operations.ts';
import { posts } from './posts.ts';

describe('a passkey or hardware key', () => {
  it('is asked for what decides about accounts and posts, and for no reading', () => {
    const asked = operations.filter(needsPasskey);
    expect(asked).toEqual(
      expect.arrayContaining([
        'access.account.create',
        'access.account.disable',
        'access.post.give',
        'access.post.end',
      ]),
    );
    expect(asked.filter((operation) => operation.endsWith('.list') || operation.endsWith('.read'))).toEqual([]);
    expect(asked.every((operation) => operation.startsWith('access.') || operation.endsWith('.export'))).toBe(true);
  });

  it('is asked for any export, also of modules to come', () => {
    expect([needsPasskey('reports.figure.export'), needsPasskey('reports.figure.read')]).toEqual([true, false]);
  });

  it('must be had by administrators', () => {
    expect(posts.filter((post) => mustHavePasskey([post]))).toContain('system_administrator');
    expect(mustHavePasskey([])).toBe(false);
    expect(mustHavePasskey(['commune_officer', 'system_administrator'])).toBe(true);
    expect(mustHavePasskey(['commune_officer'])).toBe(false);
  });
});

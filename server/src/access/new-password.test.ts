import { verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { hashNewPassword } from './new-password.ts';

const owner = { login: 'lo.thi.hanh', name: 'Lò Thị Hạnh' };
const codeOf = async (password: string) => {
  const result = await hashNewPassword(password, owner);
  return result.ok ? 'accepted' : result.refusal.code;
};

describe('a new password', () => {
  it.each([
    [11, 'access.password_short'],
    [12, 'accepted'],
    [64, 'accepted'],
    [256, 'accepted'],
  ])('of %i letters', async (length, expected) => {
    const letters = 'tqkzxwphvmbr'.repeat(22).slice(0, length);
    const rows = Array.from({ length: 22 }, (_, n) => letters.slice(n, n + 12)).join('');
    expect(await codeOf(length > 12 ? rows.slice(0, length) : letters)).toBe(expected);
  });

  it('is counted in letters, however the keyboard sends them', async () => {
    const eleven = 'ằẵếửợỹấốụịd';
    expect(eleven.normalize('NFD').length).toBeGreaterThan(20);
    expect(await codeOf(eleven.normalize('NFD'))).toBe('access.password_short');
    const hashed = await hashNewPassword(`${eleven}z`.normalize('NFD'), owner);
    expect(hashed.ok && (await verify(hashed.value, `${eleven}z`.normalize('NFC')))).toBe(true);
    expect(hashed.ok && (await verify(hashed.value, `${eleven}Z`))).toBe(false);
  });

  it('needs no capital, no digit and no sign, and keeps its spaces', async () => {
    const hashed = await hashNewPassword('  cây tre già  ', owner);
    expect(hashed.ok && (await verify(hashed.value, '  cây tre già  '))).toBe(true);
    expect(hashed.ok && (await verify(hashed.value, 'cây tre già'))).toBe(false);
  });

  it('is none of those known from breaches, nor one of them with a twist', async () => {
    const known = (dictionary['passwords-common'] ?? []).map(String).filter((word) => word.length >= 12);
    const sample = known.slice(0, 100);
    expect(sample).toHaveLength(100);
    const codes = await Promise.all(sample.map(codeOf));
    expect(codes.filter((code) => code === 'accepted')).toEqual([]);
    for (const twisted of ['P@ssw0rd2024!', 'passwordpassword', 'qwertyuiop[]', '111111111111', 'abcdefghijkl'])
      expect([twisted, await codeOf(twisted)]).toEqual([twisted, 'access.password_breached']);
  });

  it.each(['lo.thi.hanh quê ở bản', 'LoThiHanh-xa-rung', 'lò thị hạnh ở đầu suối', 'vườn Măng Non mùa mưa'])(
    'does not hold the name of its owner or of the system: %s',
    async (password) => expect(await codeOf(password)).toBe('access.password_personal'),
  );

  it('is looked at in a moment, however long it is', async () => {
    const start = performance.now();
    await hashNewPassword('aA1!'.repeat(64), owner);
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { registerChild } from '@mangnon/domain/children/children.api.ts';
import { serverForThisTest } from '../../../testing/test-server.ts';
import { endSessions, prepareToken, softHsm, unplug } from '../testing/soft-hsm.ts';
import { holdInDevice } from './device-key-holder.ts';
import { openKeyDevice } from './key-device.ts';

const about = ['a'] as const;

describe.runIf(softHsm !== null)('the key in a device', () => {
  it('wraps and unwraps in the device by version, and opens nothing that was changed or is about something else', async () => {
    const token = prepareToken();
    const holder = await holdInDevice(token);
    expect(await holder.listVersions()).toEqual([]);
    expect([await holder.addVersion(), await holder.addVersion()]).toEqual([1, 2]);
    expect(await holder.listVersions()).toEqual([1, 2]);
    const key = randomBytes(32);
    const wrapped = await holder.wrap(1, key, about);
    expect(wrapped.includes(key)).toBe(false);
    expect(await holder.wrap(1, key, about)).not.toEqual(wrapped);
    expect(await holder.unwrap(1, wrapped, about)).toEqual(key);
    expect(await holder.unwrap(2, wrapped, about)).toBeNull();
    expect(await holder.unwrap(1, wrapped, ['b'])).toBeNull();
    for (let at = 0; at < wrapped.length; at += 7) {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      // oxlint-disable-next-line no-await-in-loop
      expect(await holder.unwrap(1, changed, about)).toBeNull();
    }
    expect(await holder.unwrap(1, wrapped.subarray(0, 20), about)).toBeNull();
    await expect(holder.wrap(3, key, about)).rejects.toThrow('version 3');
    await expect(holder.unwrap(3, wrapped, about)).rejects.toThrow('version 3');
  });

  it('lets no key out, and says so itself', async () => {
    const token = prepareToken();
    const device = await openKeyDevice(token);
    await device.makeKey(1);
    expect(await device.askSecrecy(1)).toEqual({ sensitive: true, extractable: false });
    expect(await device.askSecrecy(2)).toBeNull();
  });

  it('serves many at once, and another process sees a version as soon as it is made', async () => {
    const token = prepareToken();
    const [one, other] = [await holdInDevice(token), await holdInDevice(token)];
    await one.addVersion();
    const keys = Array.from({ length: 40 }, () => randomBytes(32));
    const wrapped = await Promise.all(keys.map((key, at) => (at % 2 === 0 ? one : other).wrap(1, key, about)));
    expect(await Promise.all(wrapped.map((each) => other.unwrap(1, each, about)))).toEqual(keys);
    expect(await other.addVersion()).toBe(2);
    expect(await one.unwrap(2, await other.wrap(2, keys[0] ?? Buffer.alloc(32), about), about)).toEqual(keys[0]);
  });

  it('destroys a version for good: what it wrapped never opens again', async () => {
    const token = prepareToken();
    const holder = await holdInDevice(token);
    await holder.addVersion();
    await holder.addVersion();
    const wrapped = await holder.wrap(1, randomBytes(32), about);
    expect(await holder.destroyVersion(1)).toBe(true);
    expect(await holder.listVersions()).toEqual([2]);
    await expect(holder.unwrap(1, wrapped, about)).rejects.toThrow('version 1');
    await expect((await holdInDevice(token)).unwrap(1, wrapped, about)).rejects.toThrow('version 1');
    expect(await holder.destroyVersion(1)).toBe(true);
  });

  it('goes on in a new session when its own was ended', async () => {
    const token = prepareToken();
    const holder = await holdInDevice(token);
    await holder.addVersion();
    const key = randomBytes(32);
    const wrapped = await holder.wrap(1, key, about);
    await endSessions(token.module);
    expect(await holder.unwrap(1, wrapped, about)).toEqual(key);
    await endSessions(token.module);
    expect(await holder.addVersion()).toBe(2);
  });

  it('tries a wrong PIN once, and never again in this process', async () => {
    const token = prepareToken();
    const holder = await holdInDevice({ ...token, pin: '0000' });
    for (const _ of [1, 2, 3]) {
      // oxlint-disable-next-line no-await-in-loop
      await expect(holder.listVersions()).rejects.toThrow('does not take the PIN');
    }
    // Now the token is open to this process, and a second try would be let in.
    expect(await (await holdInDevice(token)).listVersions()).toEqual([]);
    await expect(holder.listVersions()).rejects.toThrow('does not take the PIN');
  });

  it('serves: what is sealed under it opens, and while it is away that is said and nothing is lost', async () => {
    const { env: _, pin, ...token } = prepareToken();
    const keyDevice = { ...token, pin, pinFile: null };
    const server = await serverForThisTest({ keys: { key: null, keyFile: null, keyDevice, ownFile: null } });
    const commune = server.database.selectFrom('place').select('id').where('level', '=', 'commune');
    const { id: placeId } = await commune.where('valid_to', 'is', null).limit(1).executeTakeFirstOrThrow();
    const worker = await server.signIn({ post: 'commune_protection_worker', placeId });
    const identity = { name: 'Lường Thị Phấn', born: '2016-04-09', sex: 'female', personalNumber: null } as const;
    const child = () => ({ id: randomUUID(), placeId, intakeUnit: null, contact: null, health: null, identity });
    const register = () => server.call(worker, registerChild, { body: child() });
    expect((await register()).answer.identity).toMatchObject({ state: 'shown', content: identity });
    const plugIn = await unplug(token.module);
    expect(await register()).toMatchObject({ status: 503, refusal: { code: 'keys.unavailable' } });
    plugIn();
    expect((await register()).answer.identity).toMatchObject({ state: 'shown', content: identity });
  });

  it('says which module or device is not there', async () => {
    const token = prepareToken();
    await expect(holdInDevice({ ...token, module: '/no/such/module.so' })).rejects.toThrow('/no/such/module.so');
    const elsewhere = await holdInDevice({ ...token, token: 'khong-co' });
    await expect(elsewhere.listVersions()).rejects.toThrow('“khong-co”');
  });
});

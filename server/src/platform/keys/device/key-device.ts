import { aes, attribute, code, loadCryptoki, mechanism, numberIn, secretKey, type Cryptoki } from './cryptoki.ts';
import { KeyDeviceAway, noGcm, noSuchToken, tokenTwice, versionTwice, wrongPin } from './device-failures.ts';

export interface DeviceSettings {
  /** The path of the PKCS#11 module that comes with the device. */
  readonly module: string;
  /** The label of the token. */
  readonly token: string;
  readonly pin: string;
}

interface Session {
  readonly handle: bigint;
  /** The keys in the device by their version. */
  keys: ReadonlyMap<number, bigint>;
}

const label = Buffer.from('mangnon key-encryption key');
const tagBytes = 16;
const yes = Buffer.from([1]);
const no = Buffer.from([0]);
const sessionIsGone: ReadonlySet<bigint> = new Set([
  code.slotIdInvalid,
  code.deviceError,
  code.deviceRemoved,
  code.keyHandleInvalid,
  code.objectHandleInvalid,
  code.sessionClosed,
  code.sessionHandleInvalid,
  code.tokenNotPresent,
  code.userNotLoggedIn,
  code.notInitialized,
]);

/** Answered where nonce, bytes, tag or what they are about do not belong together; some devices have but a general word for it. */
const doesNotFit: ReadonlySet<bigint> = new Set([
  code.encryptedDataInvalid,
  code.encryptedDataLengthRange,
  code.authenticationFailed,
  code.generalError,
  code.functionFailed,
]);

class Answered extends Error {
  readonly answer: bigint;

  constructor(what: string, answer: bigint) {
    super(`${what}: 0x${answer.toString(16)}`);
    this.answer = answer;
  }
}

export type KeyDevice = Awaited<ReturnType<typeof openKeyDevice>>;

/**
 * A hardware security module, or SoftHSM, by PKCS#11: AES keys of 256 bits that are made in it and never leave it
 * (CKA_SENSITIVE, not CKA_EXTRACTABLE), told apart by their version in CKA_ID. One session, one thing after the other; a
 * session that was lost is opened again once. Throws a StartFailure that says what the operator must do; the PIN is never
 * tried again after it was refused, as devices lock themselves.
 */
export async function openKeyDevice(settings: DeviceSettings) {
  const cryptoki = await loadCryptoki(settings.module);
  let session: Session | null = null;
  let pinRefused: Error | null = null;
  let last: Promise<unknown> = Promise.resolve();

  async function ask(...[name, ...args]: Parameters<Cryptoki['call']>): Promise<void> {
    const answer = await cryptoki.call(name, ...args);
    if (answer !== code.ok) throw new Answered(name, answer);
  }

  async function open(): Promise<Session> {
    if (pinRefused !== null) throw pinRefused;
    const slot = await findSlot(cryptoki, settings.token);
    const handle = Buffer.alloc(8);
    // CKF_SERIAL_SESSION, and CKF_RW_SESSION to make and destroy keys.
    await ask('C_OpenSession', slot, 6, null, null, handle);
    const pin = Buffer.from(settings.pin);
    const answer = await cryptoki.call('C_Login', handle.readBigUInt64LE(), 1, pin, pin.length);
    pin.fill(0);
    if (([code.pinIncorrect, code.pinInvalid, code.pinLengthRange, code.pinLocked] as bigint[]).includes(answer)) {
      pinRefused = wrongPin(settings.token, answer === code.pinLocked);
      throw pinRefused;
    }
    if (answer !== code.ok && answer !== code.userAlreadyLoggedIn) throw new Answered('C_Login', answer);
    session = { handle: handle.readBigUInt64LE(), keys: new Map() };
    return session;
  }

  /** One after the other; where the session was lost, once more in a new one. */
  function inSession<T>(work: (open: Session) => Promise<T>): Promise<T> {
    const attempt = async (): Promise<T> => work(session ?? (await open()));
    const run = async (): Promise<T> => {
      try {
        return await attempt().catch(async (error: unknown) => {
          if (!(error instanceof Answered) || !sessionIsGone.has(error.answer)) throw error;
          if (session !== null) await cryptoki.call('C_CloseSession', session.handle);
          session = null;
          return attempt();
        });
      } catch (error) {
        if (!(error instanceof Answered)) throw error;
        if (error.answer === code.mechanismInvalid || error.answer === code.mechanismParamInvalid)
          throw noGcm(settings.token);
        throw new KeyDeviceAway(error.message, error.answer);
      }
    };
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  }

  const template = (entries: readonly (readonly [bigint, Buffer])[]): Buffer => {
    const buffer = Buffer.alloc(entries.length * 24);
    for (const [at, [type, value]] of entries.entries()) {
      buffer.writeBigUInt64LE(type, at * 24);
      buffer.writeBigUInt64LE(cryptoki.addressOf(value), at * 24 + 8);
      buffer.writeBigUInt64LE(BigInt(value.length), at * 24 + 16);
    }
    return buffer;
  };
  const ours = [
    [attribute.class, numberIn(secretKey)],
    [attribute.keyType, numberIn(aes)],
    [attribute.label, label],
  ] as const;

  async function lookUp(open: Session): Promise<ReadonlyMap<number, bigint>> {
    const wanted = template(ours);
    await ask('C_FindObjectsInit', open.handle, wanted, ours.length);
    const handles: bigint[] = [];
    try {
      for (;;) {
        const [found, count] = [Buffer.alloc(8 * 16), Buffer.alloc(8)];
        // oxlint-disable-next-line no-await-in-loop -- the device gives them out some at a time
        await ask('C_FindObjects', open.handle, found, 16, count);
        const more = Number(count.readBigUInt64LE());
        if (more === 0) break;
        for (let at = 0; at < more; at += 1) handles.push(found.readBigUInt64LE(at * 8));
      }
    } finally {
      await cryptoki.call('C_FindObjectsFinal', open.handle);
    }
    const keys = new Map<number, bigint>();
    for (const handle of handles) {
      const id = Buffer.alloc(4);
      // oxlint-disable-next-line no-await-in-loop -- a handful of versions
      await ask('C_GetAttributeValue', open.handle, handle, template([[attribute.id, id]]), 1);
      const version = id.readUInt32BE();
      if (keys.has(version)) throw versionTwice(settings.token, version);
      keys.set(version, handle);
    }
    open.keys = keys;
    return keys;
  }

  const keyOf = async (open: Session, version: number) =>
    open.keys.get(version) ?? (await lookUp(open)).get(version) ?? null;

  /** CK_MECHANISM of AES-GCM with its parameters; all of it must outlive the calls. */
  const gcm = (nonce: Buffer, about: Buffer) => {
    const parameters = Buffer.alloc(48);
    const values = [cryptoki.addressOf(nonce), BigInt(nonce.length), BigInt(nonce.length * 8)];
    values.push(cryptoki.addressOf(about), BigInt(about.length), BigInt(tagBytes * 8));
    for (const [at, value] of values.entries()) parameters.writeBigUInt64LE(value, at * 8);
    return { parameters, mechanism: mechanismOf(mechanism.aesGcm, parameters) };
  };
  const mechanismOf = (kind: bigint, parameters: Buffer | null) => {
    const buffer = Buffer.alloc(24);
    buffer.writeBigUInt64LE(kind);
    if (parameters === null) return buffer;
    buffer.writeBigUInt64LE(cryptoki.addressOf(parameters), 8);
    buffer.writeBigUInt64LE(BigInt(parameters.length), 16);
    return buffer;
  };

  return {
    listVersions: () => inSession(async (open) => [...(await lookUp(open)).keys()].toSorted((a, b) => a - b)),
    /** Makes the key of a version in the device. */
    makeKey: (version: number) =>
      inSession(async (open) => {
        const id = Buffer.alloc(4);
        id.writeUInt32BE(version);
        const entries = [
          ...ours,
          [attribute.id, id],
          [attribute.token, yes],
          [attribute.private, yes],
          [attribute.sensitive, yes],
          [attribute.extractable, no],
          [attribute.encrypt, yes],
          [attribute.decrypt, yes],
          [attribute.wrap, no],
          [attribute.unwrap, no],
          [attribute.valueLength, numberIn(32)],
        ] as const;
        const made = Buffer.alloc(8);
        const wanted = template(entries);
        await ask('C_GenerateKey', open.handle, mechanismOf(mechanism.aesKeyGen, null), wanted, entries.length, made);
        await lookUp(open);
      }),
    destroyKey: (version: number) =>
      inSession(async (open) => {
        const key = await keyOf(open, version);
        if (key !== null) await ask('C_DestroyObject', open.handle, key);
        await lookUp(open);
      }),
    /** Ciphertext and tag; `null` where the version is not in the device. */
    encrypt: (version: number, nonce: Buffer, about: Buffer, content: Buffer) =>
      inSession(async (open) => {
        const key = await keyOf(open, version);
        if (key === null) return null;
        const box = gcm(nonce, about);
        await ask('C_EncryptInit', open.handle, box.mechanism, key);
        const [out, length] = [Buffer.alloc(content.length + tagBytes), numberIn(content.length + tagBytes)];
        await ask('C_Encrypt', open.handle, content, content.length, out, length);
        return out.subarray(0, Number(length.readBigUInt64LE()));
      }),
    /** The content; `false` where it does not open, `null` where the version is not in the device. */
    decrypt: (version: number, nonce: Buffer, about: Buffer, sealed: Buffer) =>
      inSession(async (open) => {
        const key = await keyOf(open, version);
        if (key === null) return null;
        const box = gcm(nonce, about);
        await ask('C_DecryptInit', open.handle, box.mechanism, key);
        const [out, length] = [Buffer.alloc(sealed.length), numberIn(sealed.length)];
        const answer = await cryptoki.call('C_Decrypt', open.handle, sealed, sealed.length, out, length);
        if (doesNotFit.has(answer)) return false;
        if (answer !== code.ok) throw new Answered('C_Decrypt', answer);
        return out.subarray(0, Number(length.readBigUInt64LE()));
      }),
    /** What the device says of a key about letting it out. */
    askSecrecy: (version: number) =>
      inSession(async (open) => {
        const key = await keyOf(open, version);
        if (key === null) return null;
        const [sensitive, extractable] = [Buffer.alloc(1), Buffer.alloc(1)];
        const wanted = template([
          [attribute.sensitive, sensitive],
          [attribute.extractable, extractable],
        ]);
        await ask('C_GetAttributeValue', open.handle, key, wanted, 2);
        return { sensitive: sensitive[0] === 1, extractable: extractable[0] === 1 };
      }),
  };
}

async function findSlot(cryptoki: Cryptoki, token: string): Promise<bigint> {
  const count = numberIn(0);
  const list = async (into: Buffer | null) => {
    const answer = await cryptoki.call('C_GetSlotList', 1, into, count);
    if (answer !== code.ok) throw new Answered('C_GetSlotList', answer);
  };
  await list(null);
  const slots = Buffer.alloc(8 * Number(count.readBigUInt64LE()) + 8);
  await list(slots);
  const seen: { slot: bigint; name: string }[] = [];
  for (let at = 0; at < Number(count.readBigUInt64LE()); at += 1) {
    const [slot, info] = [slots.readBigUInt64LE(at * 8), Buffer.alloc(512)];
    // oxlint-disable-next-line no-await-in-loop -- a handful of slots
    const answer = await cryptoki.call('C_GetTokenInfo', slot, info);
    const name = info.toString('utf8', 0, 32).trimEnd();
    if (answer === code.ok && name !== '') seen.push({ slot, name });
  }
  const [found, ...more] = seen.filter(({ name }) => name === token);
  if (found === undefined) {
    throw noSuchToken(
      token,
      seen.map(({ name }) => name),
    );
  }
  if (more.length > 0) throw tokenTwice(token);
  return found.slot;
}

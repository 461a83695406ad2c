import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { PasskeyAnswer } from '@mangnon/domain/access/passkeys.api.ts';

type Options = Readonly<Record<string, unknown>>;

/** How the key behaves when it is asked; a good one on the right page unless said otherwise. */
interface Manner {
  /** The page the browser shows, instead of the right one. */
  readonly origin?: string;
  /** Whether it asked for finger or PIN. */
  readonly verified?: boolean;
  /** The count it tells, instead of one more than before. */
  readonly count?: number;
  /** What it signs, instead of what it was asked to. */
  readonly challenge?: string;
}

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();

/** The few kinds of CBOR (RFC 8949) a key speaks. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, size: number) => {
    if (size < 24) return Buffer.from([(major << 5) | size]);
    return size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as Parameters<typeof cbor>[0])]);
  return Buffer.concat([head(5, value.size), ...pairs]);
}

/**
 * A hardware key in software: makes a pair of keys (ES256) for a site and signs for it, as WebAuthn 3 says (6.1
 * authenticator data, 6.5.1 attestation object, format `none`). It signs whatever the test asks of it.
 */
export class SoftwareKey {
  readonly id = randomBytes(32);
  count = 0;
  readonly #page: string;
  readonly #private: KeyObject;
  readonly #public: Buffer;

  /** `page`: where it is used. */
  constructor(page = 'http://localhost') {
    this.#page = page;
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#private = privateKey;
    this.#public = cbor(
      new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  /** The answer to `navigator.credentials.create`. */
  register(options: Options, manner: Manner = {}): PasskeyAnswer {
    const rp = options['rp'] as { id: string };
    const length = Buffer.from([0, this.id.length]);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, this.#public]);
    const authData = Buffer.concat([this.#authData(rp.id, 0x40, manner), attested]);
    const object = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData('webauthn.create', options, manner).toString('base64url'),
      attestationObject: cbor(object).toString('base64url'),
      transports: ['usb'],
    });
  }

  /** The answer to `navigator.credentials.get`. */
  sign(options: Options, manner: Manner = {}): PasskeyAnswer {
    const authData = this.#authData(String(options['rpId']), 0, manner);
    const clientData = this.#clientData('webauthn.get', options, manner);
    const signature = sign('sha256', Buffer.concat([authData, sha256(clientData)]), this.#private);
    return this.#answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  #answer(response: PasskeyAnswer['response']): PasskeyAnswer {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #clientData(type: string, options: Options, { origin = this.#page, challenge }: Manner): Buffer {
    const asked = challenge ?? options['challenge'];
    return Buffer.from(JSON.stringify({ type, challenge: asked, origin, crossOrigin: false }));
  }

  #authData(rpId: string, flags: number, { verified = true, count }: Manner): Buffer {
    this.count = count ?? this.count + 1;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(this.count);
    // User present, user verified.
    return Buffer.concat([sha256(rpId), Buffer.from([flags | 1 | (verified ? 4 : 0)]), counted]);
  }
}

import { StartFailure } from '../../start-failure.ts';
import { cannotLoad } from './device-failures.ts';

// PKCS#11 2.40 (OASIS): the few functions and codes that a key-encryption key needs. All structures are laid out by hand in
// buffers of ours, as they are on a 64-bit Unix: then nothing moves while the device works on another thread.

export const code = {
  ok: 0x0n,
  slotIdInvalid: 0x3n,
  generalError: 0x5n,
  functionFailed: 0x6n,
  attributeTypeInvalid: 0x12n,
  deviceError: 0x30n,
  deviceRemoved: 0x32n,
  encryptedDataInvalid: 0x40n,
  encryptedDataLengthRange: 0x41n,
  authenticationFailed: 0x42n,
  keyHandleInvalid: 0x60n,
  mechanismInvalid: 0x70n,
  mechanismParamInvalid: 0x71n,
  objectHandleInvalid: 0x82n,
  pinIncorrect: 0xa0n,
  pinInvalid: 0xa1n,
  pinLengthRange: 0xa2n,
  pinLocked: 0xa4n,
  sessionClosed: 0xb0n,
  sessionHandleInvalid: 0xb3n,
  tokenNotPresent: 0xe0n,
  userAlreadyLoggedIn: 0x100n,
  userNotLoggedIn: 0x101n,
  notInitialized: 0x190n,
  alreadyInitialized: 0x191n,
} as const;

export const mechanism = { aesKeyGen: 0x1080n, aesGcm: 0x1087n } as const;
export const attribute = {
  class: 0x0n,
  token: 0x1n,
  private: 0x2n,
  label: 0x3n,
  keyType: 0x100n,
  id: 0x102n,
  sensitive: 0x103n,
  encrypt: 0x104n,
  decrypt: 0x105n,
  wrap: 0x106n,
  unwrap: 0x107n,
  valueLength: 0x161n,
  extractable: 0x162n,
} as const;
export const secretKey = 4n;
export const aes = 0x1fn;

/** What each function takes: `n` a number, `p` a buffer or nothing. */
const functions = {
  C_Initialize: 'p',
  C_GetSlotList: 'npp',
  C_GetTokenInfo: 'np',
  C_OpenSession: 'nnppp',
  C_CloseSession: 'n',
  C_Login: 'nnpn',
  C_FindObjectsInit: 'npn',
  C_FindObjects: 'npnp',
  C_FindObjectsFinal: 'n',
  C_GetAttributeValue: 'nnpn',
  C_GenerateKey: 'nppnp',
  C_DestroyObject: 'nn',
  C_EncryptInit: 'npn',
  C_Encrypt: 'npnpp',
  C_DecryptInit: 'npn',
  C_Decrypt: 'npnpp',
} as const;
export type FunctionName = keyof typeof functions;
export type Argument = bigint | number | Buffer | null;

export interface Cryptoki {
  /** Calls a function of the module on another thread; gives its code (CKR_…), 0 where it went well. */
  call(name: FunctionName, ...args: readonly Argument[]): Promise<bigint>;
  /** Where a buffer lies, for structures that point to others. The buffer must outlive the call. */
  addressOf(buffer: Buffer): bigint;
}

/**
 * Loads a PKCS#11 module, such as /usr/lib/softhsm/libsofthsm2.so, and initialises it once for the process. Throws a
 * StartFailure where there is none, it lacks a function, or this is no 64-bit Unix.
 */
export async function loadCryptoki(path: string): Promise<Cryptoki> {
  if (process.platform === 'win32' || !['x64', 'arm64'].includes(process.arch)) throw notHere();
  const { default: koffi } = await import('koffi');
  const type = { n: 'uint64_t', p: 'void *' } as const;
  const load = () => {
    const library = koffi.load(path);
    return Object.entries(functions).map(([name, takes]) => {
      const args = [...takes].map((one) => type[one === 'n' ? 'n' : 'p']);
      return [name, library.func(name, 'uint64_t', args)] as const;
    });
  };
  let loaded: ReturnType<typeof load>;
  try {
    loaded = load();
  } catch (error) {
    throw cannotLoad(path, error);
  }
  const found = new Map<string, (typeof loaded)[number][1]>(loaded);
  const cryptoki: Cryptoki = {
    addressOf: (buffer) => koffi.address(buffer),
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        found.get(name)?.async(...args, (error: unknown, answer: number | bigint) => {
          if (error instanceof Error) reject(error);
          else resolve(BigInt(answer));
        });
      }),
  };
  // The module may be called from several threads (CKF_OS_LOCKING_OK).
  const initialise = Buffer.alloc(48);
  initialise.writeBigUInt64LE(2n, 32);
  const answer = await cryptoki.call('C_Initialize', initialise);
  if (answer !== code.ok && answer !== code.alreadyInitialized) throw cannotLoad(path, `0x${answer.toString(16)}`);
  return cryptoki;
}

export function numberIn(value: bigint | number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return buffer;
}

function notHere(): StartFailure {
  return new StartFailure({
    vi: 'Thiết bị giữ khóa (MANGNON_KEY_MODULE) chỉ dùng được trên Linux hoặc macOS 64 bit. Hãy dùng tệp khóa MANGNON_KEY_FILE.',
    en: 'A key device (MANGNON_KEY_MODULE) works on 64-bit Linux and macOS only. Use a key file, MANGNON_KEY_FILE.',
  });
}

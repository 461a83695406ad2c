import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { readLastRoot } from './anchor-folder.ts';

/** What signs the roots (Ed25519), and the short name under which a root says so. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly name: string;
}

/** The first 16 hex digits of the SHA-256 of the public key. */
export function nameKey(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

/**
 * The key in this file (PKCS#8, PEM); made at the first start, readable by its owner alone, with the public half beside
 * it as `….pub` for whoever verifies elsewhere. Throws a StartFailure for a file that holds something else.
 */
export function openSigningKey(file: string): SigningKey {
  if (!existsSync(file)) makeKey(file);
  try {
    const privateKey = createPrivateKey(readFileSync(file));
    if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error(`it is ${privateKey.asymmetricKeyType}`);
    const publicKey = createPublicKey(privateKey);
    return { privateKey, publicKey, name: nameKey(publicKey) };
  } catch (error) {
    throw notAKey(file, error);
  }
}

/**
 * The key in this file; made where neither a key nor a root stands yet. A key that is lost is never replaced in silence:
 * the roots it has signed could no longer be told from forged ones.
 */
export async function findSigningKey(file: string, folder: string): Promise<SigningKey> {
  if (!existsSync(file) && (await readLastRoot(folder)) !== null) throw lostKey(file, folder);
  return openSigningKey(file);
}

/** The public key in this file: a public key itself, or the signing key. */
export function readPublicKey(file: string): KeyObject {
  try {
    const publicKey = createPublicKey(readFileSync(file));
    if (publicKey.asymmetricKeyType !== 'ed25519') throw new Error(`it is ${publicKey.asymmetricKeyType}`);
    return publicKey;
  } catch (error) {
    throw notAKey(file, error);
  }
}

function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
  try {
    // Fails where another copy of the program was quicker: then its key counts.
    linkSync(fresh, file);
    writeFileSync(`${file}.pub`, publicKey.export({ type: 'spki', format: 'pem' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
}

function notAKey(file: string, cause: unknown): StartFailure {
  return new StartFailure(
    {
      vi: `Tệp ${file} không phải là khóa Ed25519 (PEM) dùng cho nhật ký. Hãy lấy lại đúng tệp từ bản sao lưu.`,
      en: `The file ${file} is not an Ed25519 key (PEM) for the audit trail. Restore the right file from its backup.`,
    },
    cause,
  );
}

function lostKey(file: string, folder: string): StartFailure {
  return new StartFailure({
    vi: `Thiếu khóa ký nhật ký ${file}, trong khi ${folder} đã có dấu ký. Hãy lấy lại khóa từ bản sao lưu; nếu đã mất hẳn, cất thư mục dấu ký đi nơi khác cùng tệp .pub của khóa cũ rồi khởi động lại.`,
    en: `The key ${file} that signs the audit trail is missing, while ${folder} already holds roots. Restore it from its backup; if it is lost for good, move the roots elsewhere, together with the .pub file of the old key, and start again.`,
  });
}

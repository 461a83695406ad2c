import { StartFailure } from '../start-failure.ts';
import type { KeySource } from './local-key-holder.ts';
import { parseKey } from './parse-key.ts';

/**
 * The key in its versions from the setting MANGNON_KEY: `1:BASE64`, several parted by commas. Adding and destroying
 * are the operator's; a StartFailure never repeats the value.
 */
export function keyFromEnvironment(value: string): KeySource {
  const ring = new Map<number, Buffer>();
  for (const part of value.split(',')) {
    const parsed = parseKey(part.trim(), /:/);
    if (parsed === null || ring.has(parsed.version)) throw malformed();
    ring.set(parsed.version, parsed.key);
  }
  return {
    place: 'MANGNON_KEY',
    read: async () => ring,
    addVersion: async () => {
      const next = Math.max(...ring.keys()) + 1;
      throw new StartFailure({
        vi: `Khóa nằm trong MANGNON_KEY: hãy tự thêm ",${next}:KHÓA" (32 byte ngẫu nhiên, base64) rồi khởi động lại; phiên bản cũ vẫn phải để đó.`,
        en: `The key is in MANGNON_KEY: add ",${next}:KEY" (32 random bytes, base64) yourself and start again; leave the older versions in place.`,
      });
    },
    destroyVersion: async (version) => !ring.has(version),
  };
}

function malformed(): StartFailure {
  return new StartFailure({
    vi: 'Thiết lập MANGNON_KEY không đúng: cần dạng 1:KHÓA, nhiều phiên bản cách nhau bằng dấu phẩy; khóa là 32 byte viết theo base64 (openssl rand -base64 32).',
    en: 'The setting MANGNON_KEY is not right: it takes the form 1:KEY, several versions parted by commas; a key is 32 bytes as base64 (openssl rand -base64 32).',
  });
}

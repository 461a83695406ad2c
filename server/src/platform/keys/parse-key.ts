/** A version and its key of 32 bytes as base64, parted by `between`; `null` where the text is anything else. */
export function parseKey(text: string, between: RegExp): { version: number; key: Buffer } | null {
  const [version = '', encoded = '', ...more] = text.split(between);
  if (more.length > 0 || !/^[1-9]\d{0,8}$/.test(version) || !/^[A-Za-z0-9+/]{43}=$/.test(encoded)) return null;
  return { version: Number(version), key: Buffer.from(encoded, 'base64') };
}

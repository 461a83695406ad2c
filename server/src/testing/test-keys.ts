/** The key every test server is under: any 32 bytes. */
export const testKeys = {
  key: `1:${Buffer.alloc(32, 7).toString('base64')}`,
  keyFile: null,
  keyDevice: null,
  ownFile: null,
};

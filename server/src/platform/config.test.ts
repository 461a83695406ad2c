import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const provider = {
  MANGNON_ADDRESS: 'https://mangnon.example',
  MANGNON_OIDC_ISSUER: 'https://dang-nhap.example/realms/tinh',
  MANGNON_OIDC_CLIENT_ID: 'mangnon',
  MANGNON_OIDC_CLIENT_SECRET_FILE: 'secret.txt',
};
const read = (set: Record<string, string>) => readConfig(set, '/srv');

describe('the settings of address and identity provider', () => {
  it('are nothing where nothing is set, an empty value included', () => {
    expect(read({ MANGNON_ADDRESS: '', MANGNON_OIDC_ISSUER: '' })).toMatchObject({ address: null, provider: null });
  });

  it('are read as a whole', () => {
    const { address, provider: found } = read({ ...provider, MANGNON_OIDC_SECOND_FACTOR: ' mfa  hwk ' });
    expect(address?.origin).toBe('https://mangnon.example');
    expect(found).toEqual({
      issuer: new URL('https://dang-nhap.example/realms/tinh'),
      clientId: 'mangnon',
      clientSecret: null,
      clientSecretFile: '/srv/secret.txt',
      name: null,
      secondFactor: ['mfa', 'hwk'],
    });
  });

  it.each([
    ['MANGNON_ADDRESS', { MANGNON_ADDRESS: 'mangnon.example' }],
    ['MANGNON_ADDRESS', { MANGNON_ADDRESS: 'http://mangnon.example' }],
    ['MANGNON_ADDRESS', { MANGNON_ADDRESS: 'https://mangnon.example/noi-bo' }],
    ['MANGNON_ADDRESS', { MANGNON_ADDRESS: '' }],
    ['MANGNON_OIDC_ISSUER', { MANGNON_OIDC_ISSUER: 'http://dang-nhap.example' }],
    ['MANGNON_OIDC_ISSUER', { MANGNON_OIDC_ISSUER: 'https://dang-nhap.example?x=1' }],
    ['MANGNON_OIDC_CLIENT_ID', { MANGNON_OIDC_CLIENT_ID: '' }],
    ['MANGNON_OIDC_CLIENT_SECRET_FILE', { MANGNON_OIDC_CLIENT_SECRET_FILE: '' }],
  ])('are refused by name: %s of %j', (name, change) => {
    expect(() => read({ ...provider, ...change })).toThrow(`The setting ${name} is not right`);
  });

  it('may be of this machine without TLS, to try them out', () => {
    expect(read({ MANGNON_ADDRESS: 'http://localhost:8080' }).address?.port).toBe('8080');
  });
});

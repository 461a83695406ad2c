import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Configuration } from 'oidc-provider';

const clients = { ours: 'khoa-bi-mat-cua-ung-dung-nay', other: 'khoa-bi-mat-cua-ung-dung-khac' } as const;

export interface TestProvider {
  readonly issuer: URL;
  readonly clientId: 'ours';
  readonly clientSecret: string;
  /** Who is signing in, how they were recognised, and since when where that is not now (seconds). */
  person: { subject: string; amr?: string[]; acr?: string; ts?: number };
  /** Redeems codes in the name of the other application: the ID token is right, and for somebody else. */
  redeemsForOther: boolean;
  /** Shows keys that it does not sign with. */
  showsOtherKeys: boolean;
  /** Answers each call with a page of a proxy. */
  broken: boolean;
  /** Goes there as a browser does, and signs in; gives the address it is sent back to. */
  visit(address: string): Promise<URL>;
  stop(): Promise<void>;
}

/** A real provider (oidc-provider) at a port of its own, whose people sign in without being asked anything. */
export async function startTestProvider(returnsTo: string): Promise<TestProvider> {
  const listener = createServer();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const issuer = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
  const keys = [makeKey(), makeKey()] as const;
  const provider = new Provider(issuer, configure(returnsTo, keys[0]));
  const state: TestProvider = {
    issuer: new URL(issuer),
    clientId: 'ours',
    clientSecret: clients.ours,
    person: { subject: '' },
    redeemsForOther: false,
    showsOtherKeys: false,
    broken: false,
    visit,
    stop: () => close(listener),
  };
  provider.use(async (context, next) => {
    if (state.broken) {
      context.status = 502;
      context.body = '<h1>Bad Gateway</h1>';
      return;
    }
    if (context.path === '/token') {
      const sent = Object.fromEntries(new URLSearchParams(await read(context.req)));
      const other = { client_id: 'other', client_secret: clients.other };
      Object.assign(context.req, { body: { ...sent, ...(state.redeemsForOther ? other : {}) } });
    }
    await next();
    if (context.path === '/jwks' && state.showsOtherKeys) context.body = { keys: [publicPart(keys[1])] };
  });
  const handle = provider.callback();
  listener.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void handle(request, response);
    return void (async () => {
      const { params } = await provider.interactionDetails(request, response);
      const { subject: accountId, ...how } = state.person;
      const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) });
      grant.addOIDCScope('openid');
      const consent = { grantId: await grant.save() };
      await provider.interactionFinished(request, response, { login: { accountId, ...how }, consent });
    })();
  });
  return state;
}

function configure(returnsTo: string, key: ReturnType<typeof makeKey>): Configuration {
  return {
    clients: Object.entries(clients).map(([client_id, client_secret]) => ({
      client_id,
      client_secret,
      redirect_uris: [returnsTo],
      token_endpoint_auth_method: 'client_secret_post',
    })),
    jwks: { keys: [key] },
    cookies: { keys: ['chi-dung-trong-thu-nghiem'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    acrValues: ['muc-cao'],
    claims: { openid: ['sub', 'amr', 'acr'] },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    renderError: (context, out) => void (context.body = out),
  };
}

function makeKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' };
}

function publicPart({ kty, n, e, kid, use, alg }: ReturnType<typeof makeKey>) {
  return { kty, n, e, kid, use, alg };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** Follows the redirects of the provider, with its cookies, until one leads elsewhere. */
async function visit(address: string): Promise<URL> {
  const { origin } = new URL(address);
  const cookies = new Map<string, string>();
  let at = new URL(address);
  while (at.origin === origin) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${at.pathname}: ${response.status} ${await response.text()}`);
    at = new URL(next, at);
  }
  return at;
}

async function close(listener: Server): Promise<void> {
  listener.closeAllConnections();
  if (listener.listening) await new Promise((resolve) => listener.close(resolve));
}

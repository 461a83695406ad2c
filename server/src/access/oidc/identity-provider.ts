import { readFile } from 'node:fs/promises';
import * as client from 'openid-client';
import type { ProviderAnswer } from '@mangnon/domain/access/oidc.api.ts';
import { accept, refuse, type Result } from '@mangnon/domain/kernel/result.ts';
import type { ProviderConfig } from '../../platform/config.ts';
import { StartFailure } from '../../platform/start-failure.ts';
import { explainFailure } from './provider-failure.ts';

/** Where the provider sends the browser back to: a page of the staff screens (web/src/access/oidc). */
export const returnPath = '/dang-nhap/nha-cung-cap';

/** What is kept here while the browser is at the provider. */
export interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The person must have signed in there since; `null`: a session they have there already is as good. */
  readonly anewSince: Date | null;
}

/** Who came back. */
export interface Proven {
  readonly issuer: string;
  /** The claim `sub`. */
  readonly subject: string;
  /** Whether the provider says it has asked for a second factor of the kinds that count here. */
  readonly secondFactor: boolean;
}

export interface IdentityProvider {
  /** As officers call it. */
  readonly name: string;
  readonly issuer: string;
  /**
   * The address at the provider. With `anewSince` the person is asked there who they are, whoever the machine remembers,
   * and `mark` begins the state. Refuses where the provider cannot be reached.
   */
  begin(anew?: { readonly since: Date; readonly mark: string }): Promise<Result<Begun & { readonly address: string }>>;
  /** Redeems the code, and looks at signature, issuer, audience, nonce and times of the ID token. */
  redeem(answer: ProviderAnswer, begun: Begun): Promise<Result<Proven>>;
}

/** What the provider says about itself changes rarely; its keys are asked for anew by the library when one is unknown. */
const keptFor = 60 * 60_000;
const patienceSeconds = 10;
/** As long as a sign-in may be on its way; asking for it makes the provider tell `auth_time`. */
const longestAnewSeconds = 600;
/** How far the provider's clock may lag behind ours. */
const clockToleranceSeconds = 60;

/** The provider of the settings, asked for nothing yet. Throws a StartFailure where the file of the secret cannot be read. */
export async function openIdentityProvider(config: ProviderConfig, address: URL): Promise<IdentityProvider> {
  const secret = config.clientSecret ?? (await readSecret(config.clientSecretFile ?? ''));
  const redirectUri = new URL(returnPath, address).href;
  let known: { readonly at: number; readonly provider: Promise<client.Configuration> } | null = null;

  function discover(): Promise<client.Configuration> {
    const isFresh = known !== null && Date.now() - known.at < keptFor;
    if (known !== null && isFresh) return known.provider;
    const provider = client.discovery(config.issuer, config.clientId, secret, undefined, {
      timeout: patienceSeconds,
      // The signature of the ID token is checked although it came over TLS; and plain HTTP is for this machine alone.
      execute: [
        client.enableNonRepudiationChecks,
        ...(config.issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    });
    known = { at: Date.now(), provider };
    provider.catch(() => (known = null));
    return provider;
  }

  return {
    name: config.name ?? config.issuer.hostname,
    issuer: config.issuer.href,
    begin: (anew) =>
      explainFailure(async () => {
        const [state, nonce, codeVerifier] = [
          `${anew?.mark ?? ''}${client.randomState()}`,
          client.randomNonce(),
          client.randomPKCECodeVerifier(),
        ];
        const url = client.buildAuthorizationUrl(await discover(), {
          redirect_uri: redirectUri,
          scope: 'openid',
          state,
          nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          // Offices share machines: the one who sat here before may still be signed in there.
          ...(anew && { prompt: 'login', max_age: String(longestAnewSeconds) }),
        });
        return accept({ state, nonce, codeVerifier, anewSince: anew?.since ?? null, address: url.href });
      }),
    redeem: (answer, { state, nonce, codeVerifier, anewSince }) =>
      explainFailure(async () => {
        const back = new URL(redirectUri);
        for (const [name, value] of Object.entries(answer)) if (value !== undefined) back.searchParams.set(name, value);
        const tokens = await client.authorizationCodeGrant(await discover(), back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) return refuse('access.provider_answer_wrong');
        if (claims.sub.length > 255) return refuse('access.provider_answer_wrong');
        if (anewSince !== null && !hasSignedInSince(claims, anewSince)) return refuse('access.provider_not_anew');
        // Their claim iss was held against what was discovered here, and that against the setting.
        const secondFactor = hasSecondFactor(claims, config.secondFactor);
        return accept({ issuer: config.issuer.href, subject: claims.sub, secondFactor });
      }),
  };
}

/** `auth_time` is when the provider last asked who it is (OpenID Connect Core 2); a provider may take no notice of `prompt`. */
function hasSignedInSince({ auth_time: at }: client.IDToken, since: Date): boolean {
  return typeof at === 'number' && at >= since.getTime() / 1000 - clockToleranceSeconds;
}

/** `amr` lists how somebody was recognised (RFC 8176); `acr` names the level that was reached. */
function hasSecondFactor({ amr, acr }: client.IDToken, counts: readonly string[]): boolean {
  const said = [...(Array.isArray(amr) ? amr : []), acr];
  return counts.some((one) => said.includes(one));
}

async function readSecret(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    throw new StartFailure(
      {
        vi: `Không đọc được tệp khóa bí mật của máy chủ đăng nhập (MANGNON_OIDC_CLIENT_SECRET_FILE): ${file}`,
        en: `The file with the client secret of the identity provider cannot be read (MANGNON_OIDC_CLIENT_SECRET_FILE): ${file}`,
      },
      cause,
    );
  }
}

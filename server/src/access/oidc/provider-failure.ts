import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';
import { refuse, type Result } from '@mangnon/domain/kernel/result.ts';

/** Nobody there, or something in between that is not the provider. */
const away = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** Does it, and puts what the provider or the way to it did wrong into a sentence. What is our own fault is thrown on. */
export async function explainFailure<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
      if (error.error === 'access_denied') return refuse('access.provider_cancelled');
      return refuse('access.provider_refused', { details: { reason: error.error.slice(0, 80) } });
    }
    if (error instanceof ClientError) {
      return refuse(away.has(error.code ?? '') ? 'access.provider_away' : 'access.provider_answer_wrong');
    }
    // fetch throws a TypeError with the cause where the connection failed; a TypeError of ours has none.
    if (error instanceof TypeError && error.cause !== undefined) return refuse('access.provider_away');
    throw error;
  }
}

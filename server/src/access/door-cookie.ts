import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashToken, makeToken } from './session-token.ts';

/** As long as the longest way in takes; afterwards one begins anew. */
const seconds = 10 * 60;

const nameFor = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-mangnon_door' : 'mangnon_door');

/**
 * Who has no session yet is known by this cookie between two steps of signing in, so that one browser cannot finish
 * what another began. It opens nothing by itself.
 */
export function knowBrowser(request: FastifyRequest): { readonly token: string; readonly hash: Buffer } {
  const token = request.cookies[nameFor(request)] ?? '';
  return /^[\w-]{43}$/.test(token) ? { token, hash: hashToken(token) } : makeToken();
}

export function setDoorCookie(reply: FastifyReply, token: string): void {
  const secure = reply.request.protocol === 'https';
  const rest = { path: '/', httpOnly: true, sameSite: 'strict', secure, maxAge: seconds } as const;
  reply.setCookie(nameFor(reply.request), token, rest);
}

import type { FastifyReply, FastifyRequest } from 'fastify';

/** With the prefix `__Host-` a browser takes the cookie over HTTPS alone and from no other host of the domain. */
function nameFor(secure: boolean): string {
  return secure ? '__Host-mangnon_session' : 'mangnon_session';
}

/** HTTPS as the visitor sees it: of the connection itself, or of the trusted proxy in front. */
function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https';
}

export function readSessionCookie(request: FastifyRequest): string | null {
  const token = request.cookies[nameFor(isSecure(request))];
  return token === undefined || token === '' ? null : token;
}

/** Out of reach of scripts, never sent along from another site, and gone with the browser. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const secure = isSecure(reply.request);
  reply.setCookie(nameFor(secure), token, { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

export function clearSessionCookie(reply: FastifyReply): void {
  const secure = isSecure(reply.request);
  reply.clearCookie(nameFor(secure), { path: '/', httpOnly: true, sameSite: 'strict', secure });
}

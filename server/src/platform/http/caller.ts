import type { FastifyRequest } from 'fastify';
import type { Caller } from '../action/context.ts';
import { describeDevice } from './device.ts';

const loopbackAddress = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;
const loopbackName = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/**
 * Where a call comes from. `loopback` holds only when the connection itself does, nothing says it came through a
 * proxy, and the browser was asked for a loopback name: a page elsewhere can point its own name at 127.0.0.1.
 */
export function describeCaller(request: FastifyRequest): Caller {
  const direct = proxyHeaders.every((name) => request.headers[name] === undefined);
  const remote = request.socket.remoteAddress ?? '';
  return {
    address: request.ip,
    loopback: direct && loopbackAddress.test(remote) && loopbackName.test(request.headers.host ?? ''),
    device: describeDevice(request.headers['user-agent']),
  };
}

/**
 * Whether a call that changes something comes from a page of another site. Browsers say so themselves
 * (Sec-Fetch-Site); older ones send Origin. A program that sends neither holds no cookie of anybody's browser.
 */
export function isFromOtherSite(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

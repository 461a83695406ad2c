import { readFile } from 'node:fs/promises';
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';

/** A mail as it is handed to the mail server. */
export interface OutgoingMail {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * accepted: the server has taken it; refused: it will not have this one, by what it answered; unreachable: nobody could
 * be spoken to, which says nothing about the mail.
 */
export type Handed =
  { readonly outcome: 'accepted' } | { readonly outcome: 'refused' | 'unreachable'; readonly answer: string };

export interface MailService {
  send(mail: OutgoingMail): Promise<Handed>;
}

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The mail server as it is handed to the process that sends. Never print it: the address may hold a password. */
export interface MailSettings {
  readonly server: string;
  readonly from: string;
  /** The certificates themselves that the mail server's own is signed with. */
  readonly ca: string | null;
}

/** Reads what the settings point to, once at a start: a missing file stops it there and not at the first mail. */
export async function loadMailSettings({ server, from, caFile }: MailConfig): Promise<MailSettings> {
  return { server: server.href, from, ca: caFile === null ? null : await readFile(caFile, 'utf8') };
}

/**
 * The way to the mail server of the settings. Anywhere but on this machine it is spoken to under TLS or not at all:
 * addresses of people and links do not go over the network in the clear.
 */
export function openMail({ server: address, from, ca }: MailSettings): MailService {
  const server = new URL(address);
  const secure = server.protocol === 'smtps:';
  const { username, password } = server;
  const host = server.hostname.replace(/^\[|\]$/g, '');
  const transport = createTransport({
    host,
    port: server.port === '' ? (secure ? 465 : 587) : Number(server.port),
    secure,
    requireTLS: !secure && !loopback.has(server.hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    ...(ca === null ? {} : { tls: { ca } }),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.split('@').at(-1) ?? 'mangnon.invalid';
  return {
    async send({ id, address, subject, body }) {
      try {
        await transport.sendMail({
          from: { name: 'Măng Non', address: from },
          to: address,
          subject,
          text: body,
          // The same for every try: a server or reader that has it already can tell.
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { outcome: 'accepted' };
      } catch (error) {
        return judge(error);
      }
    },
  };
}

/** What goes wrong before the mail itself is spoken of (nodemailer/lib/errors). */
const aboutServer = new Set([
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'EHLO',
  'EAUTH',
  'ENOAUTH',
  'ETLS',
  'EREQUIRETLS',
  'EPROTOCOL',
]);

/** A lost connection or a refused password says nothing about the mail; anything else counts against it. */
function judge(error: unknown): Handed {
  const { code = '', responseCode } = error as { code?: string; responseCode?: number };
  const aboutMail = !aboutServer.has(code) && responseCode !== 421;
  // Never what the server says in words: it repeats the address.
  const answer = [code || 'EUNKNOWN', responseCode].filter((part) => part !== undefined).join(' ');
  return { outcome: aboutMail ? 'refused' : 'unreachable', answer };
}

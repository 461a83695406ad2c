import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { SMTPServer } from 'smtp-server';

/** A mail as the mail server received it. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly secure: boolean;
}

export interface TestMailServer {
  /** For MANGNON_SMTP_URL. */
  readonly url: URL;
  /** For MANGNON_SMTP_CA_FILE; `null` without TLS. */
  readonly caFile: string | null;
  readonly received: ReceivedMail[];
  stop(): Promise<void>;
}

interface MailServerOptions {
  readonly tls?: 'none' | 'implicit' | 'starttls';
  readonly login?: { readonly name: string; readonly password: string };
  /** Answers this mail server gives instead of taking a mail for the address. */
  readonly refuse?: (address: string) => { readonly code: number } | null;
  readonly port?: number;
  /** Milliseconds each mail takes. */
  readonly slowness?: number;
}

/** A real mail server on this machine, which keeps what it is sent. */
export async function startMailServer(options: MailServerOptions = {}): Promise<TestMailServer> {
  const { tls = 'none', login, refuse, slowness = 0 } = options;
  const folder = mkdtempSync(join(tmpdir(), 'mangnon-mail-'));
  const certificate = tls === 'none' ? null : await makeCertificate();
  const caFile = certificate === null ? null : join(folder, 'ca.pem');
  if (certificate !== null && caFile !== null) writeFileSync(caFile, certificate.cert);
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    secure: tls === 'implicit',
    ...certificate,
    ...(tls === 'none' ? { hideSTARTTLS: true } : {}),
    authOptional: login === undefined,
    allowInsecureAuth: false,
    disableReverseLookup: true,
    onAuth: (given, _session, done) => {
      const right = given.username === login?.name && given.password === login?.password;
      done(right ? null : new Error('no'), right ? { user: given.username } : undefined);
    },
    onRcptTo: (recipient, _session, done) => {
      const answer = refuse?.(recipient.address) ?? null;
      done(answer === null ? null : Object.assign(new Error('refused'), { responseCode: answer.code }));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
        setTimeout(() => {
          received.push({ ...readMail(Buffer.concat(parts).toString('utf8')), to, secure: session.secure });
          done();
        }, slowness);
      });
    },
  });
  // A client that is killed in the middle of a mail is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const url = new URL(`${tls === 'implicit' ? 'smtps' : 'smtp'}://localhost:${port}`);
  if (login !== undefined) {
    url.username = encodeURIComponent(login.name);
    url.password = encodeURIComponent(login.password);
  }
  return {
    url,
    caFile,
    received,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=localhost',
    notBefore: new Date(Date.now() - 86_400_000),
    notAfter: new Date(Date.now() + 86_400_000),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
    ],
  });
  const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY');
  return { key, cert: certificate.toString('pem') };
}

function readMail(raw: string): Pick<ReceivedMail, 'messageId' | 'from' | 'subject' | 'text'> {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  const body = rest.join('\r\n\r\n');
  const coding = header('content-transfer-encoding').toLowerCase();
  const text =
    coding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : coding === 'quoted-printable'
        ? unquote(body)
        : body;
  return {
    messageId: header('message-id'),
    from: header('from'),
    subject: readWords(header('subject')),
    text: text.replaceAll('\r\n', '\n').trimEnd(),
  };
}

function unquote(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words (RFC 2047), which is how a heading in Vietnamese travels. */
function readWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, coded: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(coded, 'base64').toString('utf8') : unquote(coded.replaceAll('_', ' ')),
    );
}

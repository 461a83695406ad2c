import { join, resolve } from 'node:path';
import { z } from 'zod';
import { logLevels, type LogLevel } from './http/logging.ts';
import { StartFailure } from './start-failure.ts';

export interface Config {
  /** 0 takes any free port (tests). */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder that holds everything this installation must keep. */
  readonly dataFolder: string;
  /** Absolute path of the folder of signed roots of the audit trail; best on another machine or a disk that only grows. */
  readonly auditAnchors: string;
  /** Absolute path of the key that signs them. */
  readonly auditKey: string;
  /** An existing PostgreSQL; `null` starts the one that comes with the program. */
  readonly databaseUrl: string | null;
  /** The login the server works under there; `null`: one is made by the login of `databaseUrl`. */
  readonly appDatabaseUrl: string | null;
  /** The login that works on the queue of background tasks there; `null`: one is made too. */
  readonly jobsDatabaseUrl: string | null;
  /** `null`: a demo when the database is the embedded one and still empty. */
  readonly demo: boolean | null;
  /** File with the key-encryption key; `null`: the one in the data folder, with the embedded database. */
  readonly keyFile: string | null;
  /** The key-encryption key itself, `1:BASE64`. Never print it. */
  readonly key: string | null;
  /** A device with a PKCS#11 module that holds the key-encryption key; `null`: none. */
  readonly keyDevice: KeyDeviceConfig | null;
  /** Where officers reach the program, such as https://mangnon.example.vn; `null`: only this machine, at localhost. */
  readonly address: URL | null;
  /** The authority's own identity provider; `null` where none is set. */
  readonly provider: ProviderConfig | null;
  /** The mail server; `null`: people are told in the app only. */
  readonly mail: MailConfig | null;
  /** ClamAV's daemon, `host:port` or the path of its socket; `null`: files that come in are kept apart unscanned. */
  readonly clamav: string | null;
  /** Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean;
  /** Named statements are faster; a pooler older than PgBouncer 1.21 in transaction mode cannot have them. */
  readonly namedStatements: boolean;
  readonly logLevel: LogLevel;
}

/** As the environment has it; the secret may still lie in a file. */
export interface ProviderConfig {
  readonly issuer: URL;
  readonly clientId: string;
  /** Never print it. */
  readonly clientSecret: string | null;
  readonly clientSecretFile: string | null;
  /** As officers call it. */
  readonly name: string | null;
  /** Values of the claims `amr` or `acr` that mean: the provider has asked for a second factor. */
  readonly secondFactor: readonly string[];
}

/** As the environment has it; the PIN may still lie in a file. */
export interface KeyDeviceConfig {
  /** Path of the PKCS#11 module. */
  readonly module: string;
  /** Label of the token. */
  readonly token: string;
  /** Never print it. */
  readonly pin: string | null;
  readonly pinFile: string | null;
}

/** As the environment has it. */
export interface MailConfig {
  /** smtp:// or smtps://, with login and password where the server asks for them. Never print it. */
  readonly server: URL;
  readonly from: string;
  /** Certificates the mail server's own is signed with, where that is no public authority. */
  readonly caFile: string | null;
}

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const isHttps = ({ protocol, hostname }: URL) =>
  protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
const address = z
  .url({ protocol: /^https?$/ })
  .transform((given) => new URL(given))
  .refine((url) => isHttps(url) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '');
const issuer = z
  .url({ protocol: /^https?$/ })
  .transform((given) => new URL(given))
  .refine((url) => isHttps(url) && url.search === '' && url.hash === '' && url.username === '');
const schema = z.object({
  PORT: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65535)).default(8080),
  MANGNON_HOST: z.string().min(1).default('127.0.0.1'),
  MANGNON_DATA: z.string().min(1).default('./data'),
  MANGNON_AUDIT_ANCHORS: z.string().min(1).nullable().default(null),
  MANGNON_AUDIT_KEY: z.string().min(1).nullable().default(null),
  MANGNON_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  MANGNON_APP_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  MANGNON_JOBS_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .nullable()
    .default(null),
  MANGNON_DEMO: flag.nullable().default(null),
  MANGNON_KEY_FILE: z.string().min(1).nullable().default(null),
  MANGNON_KEY: z.string().min(1).nullable().default(null),
  MANGNON_KEY_MODULE: z.string().min(1).nullable().default(null),
  MANGNON_KEY_TOKEN: z.string().min(1).max(32).nullable().default(null),
  MANGNON_KEY_PIN: z.string().min(1).nullable().default(null),
  MANGNON_KEY_PIN_FILE: z.string().min(1).nullable().default(null),
  MANGNON_ADDRESS: address.nullable().default(null),
  MANGNON_OIDC_ISSUER: issuer.nullable().default(null),
  MANGNON_OIDC_CLIENT_ID: z.string().max(500).nullable().default(null),
  MANGNON_OIDC_CLIENT_SECRET: z.string().max(2000).nullable().default(null),
  MANGNON_OIDC_CLIENT_SECRET_FILE: z.string().min(1).nullable().default(null),
  MANGNON_OIDC_NAME: z.string().trim().min(1).max(80).nullable().default(null),
  MANGNON_OIDC_SECOND_FACTOR: z.string().max(500).default(''),
  MANGNON_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .nullable()
    .default(null),
  MANGNON_MAIL_FROM: z.email().max(254).nullable().default(null),
  MANGNON_SMTP_CA_FILE: z.string().min(1).nullable().default(null),
  MANGNON_CLAMAV: z
    .string()
    .regex(/^(?:[\w.-]+:\d{1,5}|\/.+)$/)
    .nullable()
    .default(null),
  MANGNON_TRUST_PROXY: flag.default(false),
  MANGNON_NAMED_STATEMENTS: flag.default(true),
  MANGNON_LOG: z.enum(logLevels).default('warn'),
});

const wanted: Readonly<Record<keyof z.input<typeof schema>, { vi: string; en: string }>> = {
  PORT: { vi: 'một số cổng từ 0 đến 65535', en: 'a port number from 0 to 65535' },
  MANGNON_HOST: { vi: 'một địa chỉ để lắng nghe, ví dụ 127.0.0.1', en: 'an address to listen on, such as 127.0.0.1' },
  MANGNON_DATA: { vi: 'đường dẫn của thư mục dữ liệu', en: 'the path of the data folder' },
  MANGNON_AUDIT_ANCHORS: {
    vi: 'đường dẫn của thư mục giữ dấu ký nhật ký',
    en: 'the path of the folder for the signed roots of the audit trail',
  },
  MANGNON_AUDIT_KEY: {
    vi: 'đường dẫn của tệp khóa ký nhật ký',
    en: 'the path of the file with the key that signs the audit trail',
  },
  MANGNON_DATABASE_URL: {
    vi: 'địa chỉ dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
    en: 'an address like postgres://name:password@host:5432/database',
  },
  MANGNON_APP_DATABASE_URL: {
    vi: 'địa chỉ dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
    en: 'an address like postgres://name:password@host:5432/database',
  },
  MANGNON_JOBS_DATABASE_URL: {
    vi: 'địa chỉ dạng postgres://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu',
    en: 'an address like postgres://name:password@host:5432/database',
  },
  MANGNON_DEMO: { vi: '0 hoặc 1', en: '0 or 1' },
  MANGNON_KEY_FILE: { vi: 'đường dẫn của tệp khóa', en: 'the path of the key file' },
  MANGNON_KEY: { vi: 'dạng 1:KHÓA', en: 'of the form 1:KEY' },
  MANGNON_KEY_MODULE: {
    vi: 'đường dẫn của thư viện PKCS#11 đi kèm thiết bị giữ khóa',
    en: 'the path of the PKCS#11 module that comes with the key device',
  },
  MANGNON_KEY_TOKEN: {
    vi: 'nhãn của thiết bị giữ khóa, tối đa 32 ký tự, đặt cùng MANGNON_KEY_MODULE',
    en: 'the label of the key device, at most 32 characters, set with MANGNON_KEY_MODULE',
  },
  MANGNON_KEY_PIN: { vi: 'mã PIN của thiết bị giữ khóa', en: 'the PIN of the key device' },
  MANGNON_KEY_PIN_FILE: {
    vi: 'đường dẫn của tệp chứa mã PIN của thiết bị giữ khóa, đặt cùng MANGNON_KEY_MODULE',
    en: 'the path of the file with the PIN of the key device, set with MANGNON_KEY_MODULE',
  },
  MANGNON_ADDRESS: {
    vi: 'địa chỉ cán bộ dùng để mở hệ thống, dạng https://mangnon.example.vn, không có đường dẫn',
    en: 'the address officers open, like https://mangnon.example.vn, without a path',
  },
  MANGNON_OIDC_ISSUER: {
    vi: 'địa chỉ https:// của máy chủ đăng nhập, đúng như nó tự xưng (issuer)',
    en: 'the https:// address of the identity provider, exactly as it names itself (issuer)',
  },
  MANGNON_OIDC_CLIENT_ID: { vi: 'mã ứng dụng do máy chủ đăng nhập cấp', en: 'the client id given by the provider' },
  MANGNON_OIDC_CLIENT_SECRET: {
    vi: 'khóa bí mật do máy chủ đăng nhập cấp',
    en: 'the client secret given by the provider',
  },
  MANGNON_OIDC_CLIENT_SECRET_FILE: {
    vi: 'đường dẫn của tệp chứa khóa bí mật',
    en: 'the path of the file with the client secret',
  },
  MANGNON_OIDC_NAME: { vi: 'tên từ 1 đến 80 ký tự', en: 'a name of 1 to 80 characters' },
  MANGNON_OIDC_SECOND_FACTOR: {
    vi: 'các giá trị amr hoặc acr, cách nhau bằng dấu cách, ví dụ: mfa hwk',
    en: 'values of amr or acr with spaces between, such as: mfa hwk',
  },
  MANGNON_SMTP_URL: {
    vi: 'địa chỉ máy chủ thư dạng smtps://tên:mật-khẩu@máy:465 hoặc smtp://máy:587',
    en: 'the mail server, like smtps://name:password@host:465 or smtp://host:587',
  },
  MANGNON_MAIL_FROM: {
    vi: 'địa chỉ thư gửi đi, ví dụ mangnon@tinh.example.vn; cần khi đặt MANGNON_SMTP_URL',
    en: 'the address mail is sent from, such as mangnon@province.example.vn; needed with MANGNON_SMTP_URL',
  },
  MANGNON_SMTP_CA_FILE: {
    vi: 'đường dẫn của tệp chứng thư ký cho máy chủ thư',
    en: 'the path of the certificates that sign for the mail server',
  },
  MANGNON_CLAMAV: {
    vi: 'máy:cổng hoặc đường dẫn socket của clamd, ví dụ 127.0.0.1:3310',
    en: 'host:port or the path of the socket of clamd, such as 127.0.0.1:3310',
  },
  MANGNON_TRUST_PROXY: { vi: '0 hoặc 1', en: '0 or 1' },
  MANGNON_NAMED_STATEMENTS: { vi: '0 hoặc 1', en: '0 or 1' },
  MANGNON_LOG: { vi: `một trong ${logLevels.join(', ')}`, en: `one of ${logLevels.join(', ')}` },
};

/**
 * Reads the settings from the environment. An empty value counts as not set.
 * Throws a StartFailure that names the setting, never its value: an address may hold a password.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    throw notRight(String(parsed.error.issues[0]?.path[0]) as keyof typeof wanted);
  }
  const value = parsed.data;
  const dataFolder = resolve(folder, value.MANGNON_DATA);
  return {
    port: value.PORT,
    host: value.MANGNON_HOST,
    dataFolder,
    auditAnchors: resolve(folder, value.MANGNON_AUDIT_ANCHORS ?? join(dataFolder, 'audit-anchors')),
    auditKey: resolve(folder, value.MANGNON_AUDIT_KEY ?? join(dataFolder, 'keys', 'audit.pem')),
    databaseUrl: value.MANGNON_DATABASE_URL,
    appDatabaseUrl: value.MANGNON_APP_DATABASE_URL,
    jobsDatabaseUrl: value.MANGNON_JOBS_DATABASE_URL,
    demo: value.MANGNON_DEMO,
    keyFile: value.MANGNON_KEY_FILE === null ? null : resolve(folder, value.MANGNON_KEY_FILE),
    key: value.MANGNON_KEY,
    keyDevice: readKeyDevice(value, folder),
    address: value.MANGNON_ADDRESS,
    provider: readProvider(value, folder),
    mail: readMail(value, folder),
    clamav: value.MANGNON_CLAMAV,
    trustProxy: value.MANGNON_TRUST_PROXY,
    namedStatements: value.MANGNON_NAMED_STATEMENTS,
    logLevel: value.MANGNON_LOG,
  };
}

function notRight(name: keyof typeof wanted): StartFailure {
  return new StartFailure({
    vi: `Thiết lập ${name} không đúng: cần ${wanted[name].vi}.`,
    en: `The setting ${name} is not right: it must be ${wanted[name].en}.`,
  });
}

/** Where mail goes and whom it is from, or nothing of it. */
function readMail(value: z.output<typeof schema>, folder: string): MailConfig | null {
  const { MANGNON_SMTP_URL: server, MANGNON_MAIL_FROM: from, MANGNON_SMTP_CA_FILE: caFile } = value;
  if (server === null) return null;
  if (from === null) throw notRight('MANGNON_MAIL_FROM');
  return { server: new URL(server), from, caFile: caFile === null ? null : resolve(folder, caFile) };
}

/** All that a provider needs, or nothing of it: half of it would leave officers before a door that opens to nobody. */
function readKeyDevice(value: z.output<typeof schema>, folder: string): KeyDeviceConfig | null {
  const { MANGNON_KEY_MODULE: module, MANGNON_KEY_TOKEN: token, MANGNON_KEY_PIN: pin } = value;
  if (module === null) return null;
  if (token === null) throw notRight('MANGNON_KEY_TOKEN');
  if (pin === null && value.MANGNON_KEY_PIN_FILE === null) throw notRight('MANGNON_KEY_PIN_FILE');
  const pinFile = value.MANGNON_KEY_PIN_FILE === null ? null : resolve(folder, value.MANGNON_KEY_PIN_FILE);
  return { module: resolve(folder, module), token, pin, pinFile };
}

function readProvider(value: z.output<typeof schema>, folder: string): ProviderConfig | null {
  if (value.MANGNON_OIDC_ISSUER === null) return null;
  if (value.MANGNON_ADDRESS === null) throw notRight('MANGNON_ADDRESS');
  if (value.MANGNON_OIDC_CLIENT_ID === null) throw notRight('MANGNON_OIDC_CLIENT_ID');
  const { MANGNON_OIDC_CLIENT_SECRET: clientSecret, MANGNON_OIDC_CLIENT_SECRET_FILE: file } = value;
  if (clientSecret === null && file === null) throw notRight('MANGNON_OIDC_CLIENT_SECRET_FILE');
  return {
    issuer: value.MANGNON_OIDC_ISSUER,
    clientId: value.MANGNON_OIDC_CLIENT_ID,
    clientSecret,
    clientSecretFile: file === null ? null : resolve(folder, file),
    name: value.MANGNON_OIDC_NAME,
    secondFactor: value.MANGNON_OIDC_SECOND_FACTOR.split(/\s+/).filter((one) => one !== ''),
  };
}

import { fileURLToPath } from 'node:url';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import packageFile from '../package.json' with { type: 'json' };
import { accessModule, type Door } from './access/access.module.ts';
import { findActorIn } from './access/find-actor.ts';
import { auditModule } from './audit/audit.module.ts';
import { agenciesModule } from './agencies/agencies.module.ts';
import { updateAgencyRegister } from './agencies/agency-register.ts';
import { openInstallation } from './installation.ts';
import { casesModule } from './cases/cases.module.ts';
import { sealOldWords } from './cases/seal-old-words.ts';
import { childrenModule } from './children/children.module.ts';
import { updateCalendar } from './law/calendar-register.ts';
import { indicatorsModule } from './indicators/indicators.module.ts';
import { updateIndicators } from './indicators/indicator-register.ts';
import { inspectionsModule } from './inspections/inspections.module.ts';
import { lawModule } from './law/law.module.ts';
import { attentionModule } from './attention/attention.module.ts';
import { anchorAudit } from './platform/audit/anchor-audit.ts';
import { findSigningKey } from './platform/audit/signing-key.ts';
import type { Config } from './platform/config.ts';
import { findApplicationLogin, findJobsLogin } from './platform/database/application-login.ts';
import { openDatabase } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { buildApp, type AppOptions } from './platform/http/app.ts';
import { prepareQueue } from './platform/jobs/prepare-queue.ts';
import { runJobs } from './platform/jobs/run-jobs.ts';
import type { MailSettings } from './platform/mail/mail-service.ts';
import { mailModule } from './platform/mail/mail.module.ts';
import { beginTasks } from './platform/jobs/begin-tasks.ts';
import { findKeyHolder, type KeySettings } from './platform/keys/find-key-holder.ts';
import { openKeyService, type KeyService } from './platform/keys/key-service.ts';
import { keysModule } from './platform/keys/keys.module.ts';
import type { Module, Task } from './platform/module.ts';
import { cascadeModule } from './law/cascade.module.ts';
import { updateTextRegister } from './law/text-register.ts';
import { updatePlaceRegister } from './places/place-register.ts';
import { placesModule } from './places/places.module.ts';
import { plansModule } from './plans/plans.module.ts';
import { writingModule } from './plans/writing/writing.module.ts';
import { reportsModule } from './reports/reports.module.ts';
import { searchModule } from './search/search.module.ts';
import { scanWith, type ScanFile } from './tasks/scan-file.ts';
import { tasksModule } from './tasks/tasks.module.ts';

/** What modules are given besides the database. */
interface Parts {
  readonly keys: KeyService;
  readonly door: Door;
  readonly mail: MailSettings | null;
  readonly jobsUrl: string;
  readonly scan: ScanFile;
  readonly now: () => Date;
}

/** Every module of the server, in the order in which they may build on one another. */
function listModules(demo: boolean, { keys, door, mail, jobsUrl, scan, now }: Parts): Module[] {
  return [
    keysModule,
    accessModule(demo, keys, door),
    auditModule,
    placesModule,
    agenciesModule,
    lawModule,
    plansModule,
    writingModule,
    tasksModule(scan),
    inspectionsModule(scan),
    reportsModule,
    indicatorsModule,
    cascadeModule,
    childrenModule(keys),
    casesModule(keys),
    searchModule,
    mailModule(mail, jobsUrl, now),
    attentionModule({ from: mail?.from ?? null, address: door.address, now }),
  ];
}

export interface ServerOptions extends Pick<Config, 'namedStatements' | 'trustProxy'> {
  /** Of the owner of the schema. */
  readonly databaseUrl: string;
  /** Of the login the server works under; left out: one is made. */
  readonly appDatabaseUrl?: string | null;
  /** Of the login that works on the queue of tasks; left out: one is made. */
  readonly jobsDatabaseUrl?: string | null;
  readonly embedded: boolean;
  /** `null`: a demo where the database is the embedded one and still empty. */
  readonly demo: boolean | null;
  /** Left out: no key is set, and nothing can be sealed. */
  readonly keys?: KeySettings;
  /** Left out: people are told in the app only. */
  readonly mail?: MailSettings | null;
  /** Left out: at localhost alone, and without an identity provider. */
  readonly door?: Door;
  /** ClamAV's daemon; left out: files that come in wait unscanned. */
  readonly clamav?: string | null;
  readonly log: FastifyBaseLogger;
  readonly now: () => Date;
  /** Where the audit trail is anchored; without it no roots are signed (tests, one-off commands). */
  readonly anchors?: { readonly folder: string; readonly keyFile: string };
  readonly onStatements?: NonNullable<AppOptions['onStatements']>;
}

export interface Server {
  readonly app: FastifyInstance;
  readonly demo: boolean;
  /** Ends the last requests, leaves running tasks to the next start, closes the connections. */
  stop(): Promise<void>;
}

/**
 * The one place that knows every module: brings the schema up to date, decides about the demo, and puts the whole
 * server together, background tasks included. It does not listen yet. When it throws, nothing is left running.
 */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { databaseUrl: url, log, now, embedded } = options;
  const opened: (() => Promise<void>)[] = [];
  const stop = async () => {
    // The last opened is closed first: requests, then tasks, then the connections both of them use.
    for (const close of opened.toReversed()) await close();
  };
  try {
    await migrate(url);
    await prepareQueue(url);
    const jobsUrl = await findJobsLogin(url, options.jobsDatabaseUrl);
    const database = openDatabase({
      url: await findApplicationLogin(url, options.appDatabaseUrl),
      namedStatements: options.namedStatements,
      onLost: (error) => log.warn(error),
    });
    opened.push(() => database.destroy());
    const holder = options.keys ? await findKeyHolder(database, options.keys) : null;
    const keys = await openKeyService({ database, holder, log, now });
    opened.push(() => keys.stop());
    const sealed = await sealOldWords(url, keys, now());
    if (sealed > 0) log.warn({ sealed }, 'words of broken glass from before were sealed');
    if (options.anchors !== undefined) {
      const { folder, keyFile } = options.anchors;
      const anchoring = anchorAudit({ database, folder, key: await findSigningKey(keyFile, folder), log, now });
      // Stopped after requests and tasks, so that the last root has seen everything.
      opened.push(() => anchoring.stop());
    }
    await updateAgencyRegister(database);
    await updatePlaceRegister(database);
    await updateCalendar(database);
    await updateTextRegister(database);
    await updateIndicators(database);
    const door = options.door ?? { address: null, provider: null };
    const parts = { keys, door, mail: options.mail ?? null, jobsUrl, scan: scanWith(options.clamav ?? null), now };
    const begin = {
      database,
      wanted: options.demo,
      embedded,
      modules: listModules(true, parts),
      log,
      now: now(),
    };
    const { demo } = await openInstallation(begin);
    const modules = listModules(demo, parts);
    await beginTasks(database, modules);
    const jobs = await runJobs({ url: jobsUrl, tasks: gatherTasks(modules), database, log, concurrency: 2 });
    opened.push(() => jobs.stop());
    const app = await buildApp({
      modules,
      database,
      findActor: findActorIn(database, demo),
      now,
      version: packageFile.version,
      webFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)),
      trustProxy: options.trustProxy,
      log,
      ...(options.onStatements && { onStatements: options.onStatements }),
    });
    opened.push(async () => app.close());
    return { app, demo, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function gatherTasks(modules: readonly Module[]): Record<string, Task> {
  return Object.fromEntries(modules.flatMap(({ tasks }) => Object.entries(tasks ?? {})));
}

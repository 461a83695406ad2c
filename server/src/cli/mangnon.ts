import { Command, InvalidArgumentError } from 'commander';
import packageFile from '../../package.json' with { type: 'json' };
import type { AuditVerifyOptions } from './audit-verify.command.ts';
import { StartFailure } from '../platform/start-failure.ts';

const program = new Command('mangnon')
  .description('Măng Non: protecting children, from the plan to the child')
  .version(packageFile.version);

// Each command loads what it needs when it is called: reading a plan needs no database, and help needs nothing.
program
  .command('serve', { isDefault: true })
  .description('starts the server, with its database when MANGNON_DATABASE_URL is not set')
  .action(async () => (await import('./serve.command.ts')).serve());

program
  .command('migrate')
  .description('brings the schema of the database up to date and ends')
  .action(async () => (await import('./migrate.command.ts')).migrateDatabase());

program
  .command('demo')
  .description('writes the made-up province of the demo into an empty database and ends')
  .action(async () => (await import('./demo.command.ts')).writeDemo());

const audit = program.command('audit').description('the audit trail');
audit
  .command('verify')
  .option('--anchors <folder>', 'where the signed roots are kept; MANGNON_AUDIT_ANCHORS unless given')
  .option('--public-key <file>', 'the key they are signed with, to verify on another machine')
  .description('computes it anew and holds it against the signed roots; ends with status 3 where it was touched')
  .action(async (options: AuditVerifyOptions) => (await import('./audit-verify.command.ts')).verifyAuditTrail(options));

const admin = program.command('admin').description('administrators (docs/guides/operator.md)');
admin
  .command('recover')
  .argument('<sign-in name>', 'of an administrator')
  .description(
    'when no administrator can sign in any more: a code for one of them, good once, for an hour; told to all',
  )
  .action(async (login: string) => (await import('./admin-recover.command.ts')).recoverAdministrator(login));

const plan = program.command('plan').description('plan documents');
plan
  .command('extract')
  .argument('<file>', 'a plan as .docx, .pdf, .txt or .md')
  .requiredOption('--json', 'as JSON on the standard output, in the form of the contract')
  .description('reads a plan document; progress goes to the standard error, a refusal ends with status 2')
  .action(async (file: string) => (await import('./plan-extract.command.ts')).extractPlan(file));

const keys = program.command('keys').description('the key of what is encrypted (docs/guides/keys.md)');
keys
  .command('create')
  .argument('<file>', 'where to write it; never over a file that is there')
  .description('makes a key file for MANGNON_KEY_FILE')
  .action(async (file: string) => (await import('./keys.command.ts')).createKey(file));
keys
  .command('rotate')
  .description('adds a version to the key file; a running server takes it up within a minute')
  .action(async () => (await import('./keys.command.ts')).rotateKey());
keys
  .command('status')
  .description('says which versions there are and what stands under each')
  .action(async () => (await import('./keys.command.ts')).tellKeys());
keys
  .command('retire')
  .option('--days <number>', 'how long the oldest backup you may need is kept', readDays, 35)
  .description('destroys the versions nothing has needed for so long; backups under them cannot be opened again')
  .action(async ({ days }: { days: number }) => (await import('./keys.command.ts')).retireKeys(days));

const schema = program.command('schema').description('the TypeScript types of the database schema, for developers');
schema
  .command('generate')
  .description('writes them from the migrations')
  .action(async () => (await import('./schema.command.ts')).writeSchemaTypes());
schema
  .command('check')
  .description('fails where they differ from the migrations')
  .action(async () => (await import('./schema.command.ts')).checkSchemaTypes());

function readDays(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It must be a whole number of days, 0 to 9999.');
  return Number(text);
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(`\n  ${error.sentence.vi}\n  ${error.sentence.en}\n`);
  process.exitCode = 1;
}

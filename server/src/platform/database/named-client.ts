import { createHash } from 'node:crypto';
import { Client, type CustomTypesConfig, type QueryResult, types } from 'pg';
import { applicationRole } from './application-role.ts';
import { QuietClient } from './quiet-client.ts';
import { countStatement } from './statement-count.ts';

const oids = { int8: 20, numeric: 1700, date: 1082 };

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new Error(`${text} is too large for a number`);
  return value;
}

/** bigint and numeric as numbers (throwing where a number cannot hold them), date as its ISO text: it has no hour. */
export const resultTypes: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary' && (oid === oids.int8 || oid === oids.numeric)) return toSafeNumber;
    if (format !== 'binary' && oid === oids.date) return (text: string) => text;
    return types.getTypeParser(oid, format);
  }) as typeof types.getTypeParser,
};

type Query<T extends Client = Client> = (this: T, statement: unknown, values?: unknown, callback?: unknown) => unknown;
// oxlint-disable-next-line typescript/unbound-method -- it is called with its client below
const send = Client.prototype.query as unknown as Query;

/** Counts its statements for the request they belong to. */
export class CountingClient extends QuietClient {}
/**
 * Also gives each statement with values a name made of its text and of the role the transaction has stepped into, so that
 * PostgreSQL plans it once a connection: two to three times as many short reads a second. A plan holds for the role it
 * was made under; without the role in the name, people of a commune and of a province taking turns on a connection would
 * have everything planned anew each time. A role not noticed here costs that, and nothing else.
 */
export class NamedClient extends QuietClient {
  role: string = applicationRole;
}

// `query` has a dozen overloads; a subclass method could not state them all, a prototype can carry them on.
const counting: Query = function query(statement, values, callback) {
  countStatement(typeof statement === 'string' ? statement : '');
  return send.call(this, statement, values, callback);
};
const naming: Query<NamedClient> = function query(statement, values, callback) {
  countStatement(typeof statement === 'string' ? statement : '');
  if (typeof statement !== 'string' || !Array.isArray(values) || values.length === 0) {
    // Begun, committed or rolled back: the connection is its own again.
    if (typeof statement === 'string' && endsTransaction.test(statement)) this.role = applicationRole;
    return send.call(this, statement, values, callback);
  }
  const { name, steps } = nameOf(statement);
  const sent = send.call(this, { name: `${name}${this.role}`, text: statement, values }, callback);
  return steps && sent instanceof Promise ? noteRole(this, sent) : sent;
};

const endsTransaction = /^(begin|start|commit|rollback(?! to))\b/i;

/** Where the statement steps into a role, it gives it as `role` (begin-as.ts). */
async function noteRole(client: NamedClient, sent: Promise<QueryResult<{ role?: string }>>): Promise<unknown> {
  const result = await sent;
  client.role = result.rows[0]?.role ?? applicationRole;
  return result;
}
Object.assign(CountingClient.prototype, { query: counting });
Object.assign(NamedClient.prototype, { query: naming });

interface Named {
  readonly name: string;
  readonly steps: boolean;
}
const names = new Map<string, Named>();

function nameOf(text: string): Named {
  let named = names.get(text);
  if (named === undefined) {
    const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
    named = { name, steps: text.includes(`set_config('role'`) };
    names.set(text, named);
  }
  return named;
}

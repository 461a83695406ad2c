import { createHash } from 'node:crypto';
import { Client, type CustomTypesConfig, types } from 'pg';
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

type Query = (this: Client, statement: unknown, values?: unknown, callback?: unknown) => unknown;
// oxlint-disable-next-line typescript/unbound-method -- it is called with its client below
const send = Client.prototype.query as unknown as Query;

/** Counts its statements for the request they belong to. */
export class CountingClient extends Client {}
/**
 * Also gives each statement with values a name made of its text, so that PostgreSQL plans it once a connection: two
 * to three times as many short reads a second.
 */
export class NamedClient extends Client {}

// `query` has a dozen overloads; a subclass method could not state them all, a prototype can carry them on.
const counting: Query = function query(statement, values, callback) {
  countStatement(typeof statement === 'string' ? statement : '');
  return send.call(this, statement, values, callback);
};
const naming: Query = function query(statement, values, callback) {
  countStatement(typeof statement === 'string' ? statement : '');
  if (typeof statement !== 'string' || !Array.isArray(values) || values.length === 0) {
    return send.call(this, statement, values, callback);
  }
  return send.call(this, { name: nameOf(statement), text: statement, values }, callback);
};
Object.assign(CountingClient.prototype, { query: counting });
Object.assign(NamedClient.prototype, { query: naming });

const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `s${createHash('sha1').update(text).digest('hex').slice(0, 20)}`;
    names.set(text, name);
  }
  return name;
}

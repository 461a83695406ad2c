import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';

type Part = 'params' | 'query' | 'body';
const parts: Readonly<Record<string, Part>> = { params: 'params', querystring: 'query', body: 'body' };
const say = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** A request that does not have the form its endpoint states. */
export class InvalidInput extends Error {
  /** A path such as `body.fields.0.name`. */
  readonly where: string;
  readonly problem: { readonly vi: string; readonly en: string };

  constructor(part: Part, error: z.core.$ZodError) {
    super(`the ${part} does not have the form of the endpoint`);
    const issue = error.issues[0];
    this.where = [part, ...(issue?.path ?? [])].join('.');
    const problem = (language: 'vi' | 'en') => {
      // zod asks for the raw issue; what it has reported carries the same fields.
      const told = issue === undefined ? undefined : say[language](issue as z.core.$ZodRawIssue);
      return (typeof told === 'string' ? told : (told?.message ?? '')).replace(/\.$/, '');
    };
    this.problem = { vi: problem('vi'), en: problem('en') };
  }
}

/** Lets Fastify check each part of a request by the endpoint's zod schemas. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = parts[httpPart ?? ''] ?? 'body';
  return (data) => {
    const parsed = schema.safeParse(data);
    return parsed.success ? { value: parsed.data } : { error: new InvalidInput(part, parsed.error) };
  };
};

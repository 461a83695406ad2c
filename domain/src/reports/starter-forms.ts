import { z } from 'zod';
import { formTables } from './report-form.ts';
import rows from './starter-forms.json' with { type: 'json' };

const both = z.strictObject({ vi: z.string(), en: z.string() });

/** Forms to begin from: counts of the catalogue put together by us, no official form (none was seen as a file). */
export const starterForms = z.array(z.strictObject({ code: z.string(), name: both, tables: formTables })).parse(rows);

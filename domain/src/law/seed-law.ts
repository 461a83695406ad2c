import type targetRows from './targets.json';
import type textRows from './texts.json';
import { z } from 'zod';
import { trusts } from '../places/place.ts';
import { againsts, legalText, relationKinds, targetComparators, type LegalText } from './legal-text.ts';

const trust = z.enum(trusts);

export interface SeedRelation {
  readonly id: string;
  readonly textId: string;
  readonly otherId: string;
  readonly kind: (typeof relationKinds)[number];
  readonly on: string | null;
  readonly article: string | null;
  readonly trust: z.infer<typeof trust>;
}

export interface SeedDuty {
  readonly id: string;
  readonly textId: string;
  readonly position: number;
  readonly article: string | null;
  readonly words: string;
  readonly owner: string | null;
  readonly due: string | null;
  readonly sourceUrl: string | null;
  readonly trust: z.infer<typeof trust>;
}

export interface SeedTarget {
  readonly id: string;
  readonly textId: string;
  readonly position: number;
  readonly article: string | null;
  readonly words: string;
  readonly comparator: (typeof targetComparators)[number];
  readonly value: number | null;
  readonly valueTo: number | null;
  readonly unit: string;
  readonly year: number | null;
  readonly against: (typeof againsts)[number];
  readonly sourceUrl: string | null;
  readonly trust: z.infer<typeof trust>;
  readonly note: string | null;
}

export interface LawSeed {
  readonly texts: readonly (LegalText & { readonly id: string })[];
  readonly relations: readonly SeedRelation[];
  readonly duties: readonly SeedDuty[];
  readonly targets: readonly SeedTarget[];
}

/** The id a text of the files has everywhere: made from its number and date. `idOf` gives the same id to the same text. */
export function textSeedId(idOf: (text: string) => string, number: string, issuedOn: string): string {
  return idOf(`text ${number} ${issuedOn}`);
}

/**
 * The known texts as texts.json and targets.json begin them. Of the 87 entries of targets.json 83 are figures, and the
 * four that name a deadline are duties. Throws where the files contradict themselves: they are ours.
 */
export function readSeedLaw(
  texts: typeof textRows,
  targets: typeof targetRows,
  idOf: (text: string) => string,
): LawSeed {
  const idOfText = (number: string, issuedOn: string) => textSeedId(idOf, number, issuedOn);
  const known = texts.map(({ relations: _r, duties: _d, ...row }) => ({
    id: idOfText(row.number, row.issued_on),
    ...legalText.parse({
      kind: row.kind,
      number: row.number,
      issuedOn: row.issued_on,
      issuer: row.issuer,
      title: row.title,
      inForceFrom: row.in_force_from,
      inForceTo: row.in_force_to,
      sourceUrl: row.source_url,
      trust: row.trust,
      note: row.note,
    }),
  }));
  const relations = texts.flatMap((row) =>
    row.relations.map((relation): SeedRelation => {
      const textId = idOfText(row.number, row.issued_on);
      const otherId = idOfText(relation.number, relation.issued_on);
      const kind = z.enum(relationKinds).parse(relation.kind);
      const { on, article } = relation;
      return {
        id: idOf(`relation ${textId} ${otherId} ${kind}`),
        textId,
        otherId,
        kind,
        on,
        article,
        trust: trust.parse(relation.trust),
      };
    }),
  );
  const own = texts.flatMap((row) =>
    row.duties.map((duty) => ({ ...duty, textId: idOfText(row.number, row.issued_on), source_url: row.source_url })),
  );
  const ofTargets = targets.filter(({ kind }) => kind === 'duty');
  const dutyRows = [...own, ...ofTargets.map((row) => ({ ...row, textId: idOfText(row.number, row.issued_on) }))];
  const duties = numbered(dutyRows).map(({ row, position }): SeedDuty => ({
    id: idOf(`duty ${row.textId} ${row.words}`),
    textId: row.textId,
    position,
    article: row.article,
    words: row.words,
    owner: row.owner,
    due: row.due,
    sourceUrl: row.source_url,
    trust: trust.parse(row.trust),
  }));
  const figures = targets
    .filter(({ kind }) => kind === 'target')
    .map((row) => ({ ...row, textId: idOfText(row.number, row.issued_on) }));
  return {
    texts: known,
    relations,
    duties,
    targets: numbered(figures).map(({ row, position }): SeedTarget => ({
      id: idOf(`target ${row.textId} ${position} ${row.words} ${row.year}`),
      textId: row.textId,
      position,
      article: row.article,
      words: row.words,
      comparator: z.enum(targetComparators).parse(row.comparator),
      value: row.value,
      valueTo: row.value_to,
      unit: row.unit,
      year: row.year,
      against: z.enum(againsts).parse(row.against),
      sourceUrl: row.source_url,
      trust: trust.parse(row.trust),
      note: row.note,
    })),
  };
}

/** Rows of each text counted from one, in their order. */
function numbered<Row extends { readonly textId: string }>(rows: readonly Row[]): { row: Row; position: number }[] {
  const counted = new Map<string, number>();
  return rows.map((row) => {
    const position = (counted.get(row.textId) ?? 0) + 1;
    counted.set(row.textId, position);
    return { row, position };
  });
}

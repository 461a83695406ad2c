import { describe, expect, it } from 'vitest';
import breakdowns from '../indicators/breakdowns.json' with { type: 'json' };
import { findIndicator, makeCatalogue } from '../indicators/catalogue.ts';
import indicators from '../indicators/indicators.json' with { type: 'json' };
import { isCount } from '../indicators/indicator.ts';
import { readSeedIndicators } from '../indicators/seed-indicators.ts';
import { listCells, placeCells } from './report-form.ts';
import { starterForms } from './starter-forms.ts';

const seed = readSeedIndicators(indicators, breakdowns);
const catalogue = makeCatalogue(seed.indicators, seed.breakdowns);
const day = '2026-06-14';

describe('a form', () => {
  it.each(starterForms)('to begin from asks for counts that stand, each split as it may be: $code', ({ tables }) => {
    for (const { by, codes } of tables) {
      if (by !== null) expect(catalogue.breakdowns.get(by)?.parts.length).toBeGreaterThan(1);
      for (const code of codes) {
        const one = findIndicator(catalogue, code, day);
        expect(one !== undefined && isCount(one), code).toBe(true);
      }
      if (by !== null)
        expect(codes.some((code) => findIndicator(catalogue, code, day)?.breakdowns.includes(by))).toBe(true);
    }
  });

  const title = { vi: 'Bảng', en: 'Table' };
  const table = (changed: object = {}) => ({
    title,
    by: 'sex',
    codes: ['n.special', 'n.communes'],
    agencies: null,
    ...changed,
  });

  it('puts the whole first, and no cell where a count is not split so', () => {
    const [placed] = placeCells([table()], catalogue, day, 'x.ubnd');
    expect(placed?.columns.map(({ part }) => part)).toEqual([null, 'female', 'male', 'unknown']);
    expect(placed?.rows.map(({ cells }) => cells.map((cell) => cell?.key ?? null))).toEqual([
      ['n.special', 'n.special[sex=female]', 'n.special[sex=male]', 'n.special[sex=unknown]'],
      ['n.communes', null, null, null],
    ]);
  });

  it('gives an agency its own tables, a cell of two tables once, and nothing for a code that does not stand', () => {
    const tables = [table(), table({ by: null }), table({ agencies: ['t.congan'] }), table({ codes: ['n.nothing'] })];
    expect(placeCells(tables, catalogue, day, 'x.ubnd')).toHaveLength(2);
    expect(placeCells(tables, catalogue, day, 't.congan')).toHaveLength(3);
    expect(listCells(placeCells(tables, catalogue, day, null))).toHaveLength(5);
    expect(placeCells([table({ codes: ['n.special'] })], catalogue, '2016-01-01', null)).toEqual([]);
  });
});

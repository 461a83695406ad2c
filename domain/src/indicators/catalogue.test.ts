import { describe, expect, test } from 'vitest';
import { tellRefusal } from '../kernel/tell-refusal.ts';
import { addVersion } from './add-version.ts';
import breakdownRows from './breakdowns.json' with { type: 'json' };
import { findIndicator, listIndicators, makeCatalogue } from './catalogue.ts';
import { checkCatalogue } from './check-catalogue.ts';
import type { Formula } from './indicator.ts';
import indicatorRows from './indicators.json' with { type: 'json' };
import { indicatorsRefusals } from './indicators.refusals.ts';
import { readSeedIndicators } from './seed-indicators.ts';
import {
  children,
  flow,
  helped,
  made,
  madeUpIndicators,
  sex,
  share,
  splits,
  stock,
} from './testing/made-up-catalogue.ts';
import { tellTrust } from './trust-words.ts';
import { writeFormula } from './write-formula.ts';

const seed = readSeedIndicators(indicatorRows, breakdownRows);
const shipped = makeCatalogue(seed.indicators, seed.breakdowns);
const day = '2026-03-01';

describe('the catalogue that ships', () => {
  test('has nothing wrong with it', () => {
    expect(checkCatalogue(seed.indicators, seed.breakdowns)).toEqual([]);
  });

  test('holds each of the 24 indicators of the programme, and what the texts ask of police, procuracy and courts', () => {
    const numbers = new Set(
      seed.indicators.flatMap(({ code }) => (code.startsWith('qd23.') ? [Number.parseInt(code.slice(5), 10)] : [])),
    );
    expect([...numbers].toSorted((one, other) => one - other)).toEqual(Array.from({ length: 24 }, (_, at) => at + 1));
    const agencies = listIndicators(shipped, day).filter(({ code }) => code.startsWith('justice.'));
    expect(
      Object.fromEntries(
        Map.groupBy(agencies, ({ agency }) => agency ?? '')
          .entries()
          .map(([agency, of]) => [agency, of.length]),
      ),
    ).toEqual({ 'Công an': 6, 'Viện kiểm sát nhân dân': 2, 'Tòa án nhân dân': 1 });
  });

  test('the 14 groups of special circumstances may overlap; cases, children and abusers are counted apart', () => {
    expect(shipped.breakdowns.get('circumstance')).toMatchObject({ parting: 'overlap', trust: 'verified' });
    expect(shipped.breakdowns.get('circumstance')?.parts).toHaveLength(14);
    const units = ['n.abuse_cases', 'n.abused', 'n.abusers'].map((code) => findIndicator(shipped, code, day)?.unit.vi);
    expect(units).toEqual(['vụ', 'trẻ em', 'đối tượng']);
  });

  test('says where a definition or a formula was not seen, and then computes nothing', () => {
    const hiv = findIndicator(shipped, 'qd23.6', day);
    expect(hiv).toMatchObject({ formula: { kind: 'unknown' }, definition: null });
    expect(hiv && tellTrust(hiv).map(({ vi }) => vi)).toEqual([
      'Văn bản nêu chỉ tiêu này; đã đọc trong một bản của văn bản.',
      'Chưa biết cách tính, nên phần mềm không tính.',
    ]);
    const told = seed.indicators.filter(
      ({ formulaTrust, definition }) => formulaTrust === 'verified' && definition === null,
    );
    expect(told).toEqual([]);
  });

  test('what no text names says so, and what a text names says which', () => {
    const odd = seed.indicators.filter(({ basis, trust }) => (basis.length === 0) !== (trust === 'unverified'));
    expect(odd.map(({ code }) => code)).toEqual([]);
  });

  test('writes its formulas as people do', () => {
    const write = (code: string) => {
      const one = findIndicator(shipped, code, day);
      return one && writeFormula(one, shipped, 'vi');
    };
    expect(write('qd23.11a')).toBe('Số trẻ em bị tai nạn, thương tích ÷ Dân số trẻ em × 100.000');
    expect(write('qd23.13')).toBe(
      '(Số cuộc tảo hôn kỳ này − Số cuộc tảo hôn cùng kỳ năm trước) ÷ Số cuộc tảo hôn cùng kỳ năm trước × 100',
    );
    expect(write('n.children')).toBe('Đếm cuối kỳ; kỳ dài hơn lấy số của kỳ cuối');
    expect(seed.indicators.filter((one) => writeFormula(one, shipped, 'vi').includes('n.'))).toEqual([]);
  });
});

describe('what a catalogue is refused for', () => {
  const ratio = (numerator: string, denominator: string): Formula => ({
    kind: 'ratio',
    numerator,
    denominator,
    factor: 100,
    within: true,
  });
  const first = { ...helped, validTo: '2025-06-30' };
  const second = { ...helped, version: 2, validFrom: '2025-07-01' };

  test.each([
    ['two versions with one number', [first, { ...second, version: 1 }], 'indicators.version_twice'],
    ['two versions at one time', [first, { ...second, validFrom: '2025-06-30' }], 'indicators.versions_overlap'],
    ['days without a version', [first, { ...second, validFrom: '2025-07-02' }], 'indicators.versions_gap'],
    [
      'versions in the wrong order',
      [
        { ...second, version: 1 },
        { ...first, version: 2, validFrom: '2025-01-01' },
      ],
      'indicators.version_order',
    ],
    [
      'an end before its beginning',
      [{ ...helped, validFrom: '2026-01-02', validTo: '2026-01-01' }],
      'indicators.ends_before_begin',
    ],
    ['a formula as a name', [{ ...helped, name: { vi: '=1+1', en: 'x' } }], 'indicators.formula_sign'],
    ['a stock added over months', [made('n.x', { ...stock, overPeriods: 'sum' })], 'indicators.stock_summed'],
    ['a rate of what is not there', [helped, made('r.x', ratio('n.helped', 'n.gone'))], 'indicators.unknown_count'],
    ['a rate of rates', [...madeUpIndicators, made('r.x', ratio('n.helped', 'r.helped'))], 'indicators.not_a_count'],
    ['a rate over itself', [helped, made('r.x', ratio('n.helped', 'n.helped'))], 'indicators.over_itself'],
    [
      'a rate that outlives its count',
      [helped, { ...children, validTo: '2030-12-31' }, share],
      'indicators.count_not_valid',
    ],
    ['a change of what is not there', [made('c.x', { kind: 'change', of: 'n.gone' })], 'indicators.unknown_count'],
    ['a breakdown nobody knows', [made('n.x', flow, { breakdowns: ['colour'] })], 'indicators.unknown_breakdown'],
    [
      'a rate split as its numerator is not',
      [made('n.x', flow), children, made('r.x', ratio('n.x', 'n.children'), { breakdowns: ['sex'] })],
      'indicators.breakdown_not_counted',
    ],
    [
      'a formula that is sure and not known',
      [made('u.x', { kind: 'unknown' }, { formulaTrust: 'verified' })],
      'indicators.formula_trust',
    ],
  ])('%s', (_what, indicators, code) => {
    const found = checkCatalogue(indicators, splits);
    expect(found.map((refusal) => refusal.code)).toEqual([code]);
    for (const refusal of found)
      expect(JSON.stringify(tellRefusal(indicatorsRefusals, refusal))).not.toMatch(/[{]\w+[}]/);
  });

  test('a breakdown or a part of it given twice', () => {
    const twice = { ...sex, parts: [...sex.parts, ...sex.parts] };
    expect(checkCatalogue([], [sex, sex]).map(({ code }) => code)).toEqual(Array(2).fill('indicators.breakdown_twice'));
    expect(checkCatalogue([], [twice]).map(({ code }) => code)).toEqual(['indicators.part_twice']);
  });

  test('versions that follow day by day are well, and each day has the one of its time', () => {
    expect(checkCatalogue([second, first], splits)).toEqual([]);
    const catalogue = makeCatalogue([second, first], splits);
    const on = (when: string) => findIndicator(catalogue, 'n.helped', when)?.version;
    expect([on('2025-06-30'), on('2025-07-01'), on('2099-01-01')]).toEqual([1, 2, 2]);
  });
});

describe('a change', () => {
  const next = { ...helped, validFrom: '2026-01-01', definition: { vi: 'Nghĩa mới', en: 'A new meaning' } };

  test('makes a new version and ends the one before, which keeps all it said', () => {
    const changed = addVersion([helped], next);
    expect(changed).toEqual({
      ok: true,
      value: [
        { ...helped, validTo: '2025-12-31' },
        { ...next, version: 2 },
      ],
    });
    expect(changed.ok && checkCatalogue(changed.value, splits)).toEqual([]);
  });

  test.each([
    ['without a first day', { ...next, validFrom: null }, 'indicators.begin_missing'],
    ['of another code', { ...next, code: 'n.other' }, 'indicators.other_code'],
    ['that begins no later', { ...next, validFrom: '2020-01-01' }, 'indicators.version_order'],
  ])('is refused %s', (_what, wrong, code) => {
    expect(addVersion([{ ...helped, validFrom: '2020-01-01' }], wrong)).toMatchObject({ ok: false, refusal: { code } });
  });

  test('is refused where days would be left without a version', () => {
    const ended = { ...helped, validTo: '2024-12-31' };
    expect(addVersion([ended], next)).toMatchObject({ ok: false, refusal: { code: 'indicators.versions_gap' } });
  });
});

import { canDo } from '@mangnon/domain/access/posts.access.ts';
import { findIndicator, listIndicators } from '@mangnon/domain/indicators/catalogue.ts';
import { countTexts, findIndicators } from '@mangnon/domain/indicators/find-lines.ts';
import { getIndicator, listCatalogue, type IndicatorLine } from '@mangnon/domain/indicators/indicators.api.ts';
import type { Indicator } from '@mangnon/domain/indicators/indicator.ts';
import { tellTrust } from '@mangnon/domain/indicators/trust-words.ts';
import { writeFormula } from '@mangnon/domain/indicators/write-formula.ts';
import { accept, refuse } from '@mangnon/domain/kernel/result.ts';
import { vietnamDay } from '@mangnon/domain/kernel/vietnam-day.ts';
import { implementRead } from '../platform/action/action.ts';
import { loadCatalogue } from './indicators.queries.ts';

function presentLine(one: Indicator): IndicatorLine {
  const { code, officialCode, version, subject, name, unit, trust, formulaTrust } = one;
  const texts = [...new Set(one.basis.map(({ number }) => number))];
  return { code, officialCode, version, subject, name, unit, trust, formulaTrust, kind: one.formula.kind, texts };
}

export const list = implementRead(listCatalogue, {
  answer: async ({ query }, { database, now, actor }) => {
    const on = query.on ?? vietnamDay(now);
    const catalogue = await loadCatalogue(database);
    const asked = { words: query.q ?? null, text: query.text ?? null, subject: query.subject ?? null };
    return accept({
      on,
      indicators: findIndicators(catalogue, on, asked).map(presentLine),
      texts: countTexts(catalogue, on),
      can: { edit: canDo(actor.posts, 'indicators.indicator.edit') },
    });
  },
});

/** The counts a formula is made of. */
function countsIn({ formula }: Indicator): string[] {
  if (formula.kind === 'ratio') return [formula.numerator, formula.denominator];
  return formula.kind === 'change' ? [formula.of] : [];
}

export const get = implementRead(getIndicator, {
  answer: async ({ params: { code } }, { database, now }) => {
    const on = vietnamDay(now);
    const catalogue = await loadCatalogue(database);
    const versions = catalogue.versions.get(code);
    if (versions === undefined) return refuse('indicators.not_found');
    const current = findIndicator(catalogue, code, on);
    const shown = current ?? versions.at(-1);
    const nameOf = ({ code: of, name }: Indicator) => ({ code: of, name });
    return accept({
      on,
      versions: versions.map((one) => ({
        ...one,
        formulaWords: { vi: writeFormula(one, catalogue, 'vi'), en: writeFormula(one, catalogue, 'en') },
        trustWords: tellTrust(one),
      })),
      current: current?.version ?? null,
      breakdowns: (shown?.breakdowns ?? []).flatMap((by) => catalogue.breakdowns.get(by) ?? []),
      counts: (shown === undefined ? [] : countsIn(shown)).flatMap((of) => {
        const count = findIndicator(catalogue, of, on);
        return count === undefined ? [] : [nameOf(count)];
      }),
      usedBy: listIndicators(catalogue, on)
        .filter((one) => countsIn(one).includes(code))
        .map(nameOf),
    });
  },
});

import highs from 'highs';
import type { MoveProblem, SolveMove } from '@mangnon/domain/disclosure/find-move.ts';

/** Its types are written for CommonJS, where the loader is named `default`; what Node imports is the loader itself. */
const loadHighs = highs as unknown as typeof highs.default;

/**
 * The solver of the gate, HiGHS in WebAssembly. Loaded once, then it answers at once. It tries fractions first, which mostly
 * come out whole, and looks for whole numbers only where they do not. The bound on branches is a count and no time, so that
 * the same tables are thinned alike on every machine.
 */
export async function loadSolver(): Promise<SolveMove> {
  const solver = await loadHighs();
  const solve = (problem: MoveProblem, whole: boolean): number[] | null => {
    const { Status, Columns } = solver.solve(write(problem, whole), { output_flag: false, mip_max_nodes: 20_000 });
    if (Status !== 'Optimal' && !whole) return null;
    const valueOf = (name: string) => {
      const column = Columns[name];
      return column !== undefined && 'Primal' in column ? column.Primal : Number.NaN;
    };
    const steps = problem.cells.map(({ cost }, at) =>
      cost === 0 ? valueOf(`m${at}`) : valueOf(`u${at}`) - valueOf(`d${at}`),
    );
    return steps.some(Number.isNaN) ? null : steps;
  };
  return (problem) => {
    const steps = solve(problem, false);
    if (steps === null || steps.every((step) => Math.abs(step - Math.round(step)) < 1e-6)) return steps;
    return solve(problem, true);
  };
}

/** The problem in the LP format: a cell that costs nothing is one unknown, another one a way up and a way down. */
function write({ cells, links, target }: MoveProblem, whole: boolean): string {
  const names = cells.map(({ cost }, at) => (cost === 0 ? [`m${at}`] : [`u${at}`, `d${at}`]));
  const termOf = (at: number, sign: number) => {
    const plus = sign > 0 ? '+' : '-';
    const minus = sign > 0 ? '-' : '+';
    return cells[at]?.cost === 0 ? ` ${plus} m${at}` : ` ${plus} u${at} ${minus} d${at}`;
  };
  const costs = cells.map(({ cost }, at) => (cost === 0 ? '' : ` + ${cost} u${at} + ${cost} d${at}`));
  return [
    'Minimize',
    ` cost:${costs.join('\n')} + 0 m`,
    'Subject To',
    ...links.map((link, number) => ` l${number}:${link.map(({ at, sign }) => termOf(at, sign)).join('\n')} = 0`),
    ` target:${termOf(target.at, 1)} = ${target.by}`,
    'Bounds',
    ...cells.map(({ least, cost }, at) => (cost === 0 ? ` m${at} >= ${least}` : ` 0 <= d${at} <= ${-least}`)),
    ...(whole ? ['General', ...names.map((own) => ` ${own.join(' ')}`)] : []),
    'End',
  ].join('\n');
}

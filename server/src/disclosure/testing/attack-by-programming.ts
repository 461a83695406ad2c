import highs from 'highs';
import type { PublicKnowledge } from './attacker.ts';

const solver = await (highs as unknown as typeof highs.default)();

/**
 * The attacker's second way, for the few cells its search gives up on: the least and the greatest whole number by integer
 * programming over what is published. It is the gate's library, but not the gate's question, and shares no code with it.
 * @returns `null` where this gives up as well.
 */
export function rangeByProgramming(knowledge: PublicKnowledge, key: string): { least: number; most: number } | null {
  const names = new Map<string, string>();
  const nameOf = (one: string) => addName(names, one);
  const rows = knowledge.sums.flatMap(({ total, parts }, number) => {
    let sum = 0;
    const terms = [total, ...parts].flatMap((one, place) => {
      const count = knowledge.known.get(one);
      if (count === undefined) return [`${place === 0 ? '-' : '+'} ${nameOf(one)}`];
      sum += place === 0 ? count : -count;
      return [];
    });
    return terms.length === 0 ? [] : [` r${number}: ${terms.join('\n ')} = ${sum}`];
  });
  const ask = (goal: string) =>
    solver.solve(
      `${goal}\n o: ${nameOf(key)}\nSubject To\n${rows.join('\n')}\nGeneral\n ${[...names.values()].join('\n ')}\nEnd`,
      {
        output_flag: false,
      },
    );
  const low = ask('Minimize');
  const high = ask('Maximize');
  if (low.Status !== 'Optimal') return null;
  if (high.Status === 'Optimal')
    return { least: Math.round(low.ObjectiveValue), most: Math.round(high.ObjectiveValue) };
  return high.Status !== 'Unbounded' ? null : { least: Math.round(low.ObjectiveValue), most: Infinity };
}

function addName(names: Map<string, string>, one: string): string {
  const name = names.get(one) ?? `x${names.size}`;
  names.set(one, name);
  return name;
}

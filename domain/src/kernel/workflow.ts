/**
 * A life-cycle as a table. Each transition names where it may start, where it ends, and the guards that must say
 * yes; a guard that does not say `true` blocks, and says so with its refusal code.
 */
export interface Transition<State extends string, Facts> {
  readonly from: readonly State[];
  readonly to: State;
  readonly guards: Readonly<Record<string, (facts: Facts) => boolean>>;
}

export type Workflow<State extends string, Name extends string, Facts> = Readonly<
  Record<Name, Transition<State, Facts>>
>;

/** Why a transition is not possible now: `state` when it does not start here, else the names of the guards that said no. */
export function findBlocks<State extends string, Name extends string, Facts>(
  workflow: Workflow<State, Name, Facts>,
  name: Name,
  state: State,
  facts: Facts,
): string[] {
  const transition = workflow[name];
  if (!transition.from.includes(state)) return ['state'];
  return Object.keys(transition.guards).filter((guard) => transition.guards[guard]?.(facts) !== true);
}

/** The transitions that are possible now. */
export function listPossible<State extends string, Name extends string, Facts>(
  workflow: Workflow<State, Name, Facts>,
  state: State,
  facts: Facts,
): Name[] {
  return (Object.keys(workflow) as Name[]).filter((name) => findBlocks(workflow, name, state, facts).length === 0);
}

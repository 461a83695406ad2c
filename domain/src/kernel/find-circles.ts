/** Where a set of steps goes round in a circle: one id of each circle met. `after` gives the next ids of an id. */
export function findCircles(after: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  for (const start of after.keys()) {
    const path = new Set<string>();
    const stack: { id: string; leaving: boolean }[] = [{ id: start, leaving: false }];
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (step.leaving) {
        path.delete(step.id);
        done.add(step.id);
      } else if (path.has(step.id)) circles.push(step.id);
      else if (!done.has(step.id)) {
        path.add(step.id);
        stack.push({ id: step.id, leaving: true });
        for (const id of after.get(step.id) ?? []) stack.push({ id, leaving: false });
      }
    }
  }
  return circles;
}

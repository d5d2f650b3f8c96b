/** A step from one node to another, with what stands for it in the text. */
export interface Edge<N, T> {
  readonly to: N;
  readonly by: T;
}

/** In a graph where everything hangs together there are more cycles than anyone reads. */
const MAX_CYCLES = 100;

/**
 * Cycles of a directed graph, each as its edges in order, found by one depth-first walk (without recursion): every cycle
 * that the walk closes comes once, so a graph without results has no cycle. At most 100.
 */
export function findCycles<N, T>(nodes: Iterable<N>, edgesOf: (node: N) => readonly Edge<N, T>[]): Edge<N, T>[][] {
  const done = new Set<N>();
  const cycles: Edge<N, T>[][] = [];
  for (const root of nodes) {
    if (done.has(root)) continue;
    const depthOf = new Map<N, number>([[root, 0]]);
    const path = [{ node: root, edges: edgesOf(root), next: 0 }];
    for (let top = path.at(-1); top && cycles.length < MAX_CYCLES; top = path.at(-1)) {
      const edge = top.edges[top.next++];
      if (!edge) {
        done.add(top.node);
        depthOf.delete(top.node);
        path.pop();
        continue;
      }
      const depth = depthOf.get(edge.to);
      if (depth !== undefined) cycles.push(path.slice(depth).flatMap(({ edges, next }) => edges[next - 1] ?? []));
      else if (!done.has(edge.to)) {
        depthOf.set(edge.to, path.length);
        path.push({ node: edge.to, edges: edgesOf(edge.to), next: 0 });
      }
    }
  }
  return cycles;
}

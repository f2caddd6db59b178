/**
 * What others found on the generated instances, measured once on the machine where this engine was made: best value after a minute (100 s for
 * `big-*`) of one core, and the best bound any of them proved. Where a name is missing, nothing was measured.
 */
export const rivals: Readonly<Record<string, { readonly best: number; readonly by: string; readonly bound: number }>> = {
  'mission-200-1': { best: 11, by: 'tt-open-wbo-inc, annealer', bound: 5 },
  'mission-400-1': { best: 23, by: 'annealer', bound: 1 },
  'craf-forum13-1': { best: 11, by: 'tt-open-wbo-inc', bound: 8 },
  'craf-forum14-1': { best: 15, by: 'tt-open-wbo-inc', bound: 12 },
  'big-200-tight': { best: 54, by: 'annealer', bound: 2 },
  'big-500-tight': { best: 132, by: 'annealer', bound: 7 },
  'big-1000-loose': { best: 229, by: 'annealer', bound: 2 },
  'big-1000-tight': { best: 285, by: 'annealer', bound: 13 },
  'zero-200': { best: 0, by: 'annealer in 2.9 s', bound: 0 },
  'zero-500': { best: 0, by: 'annealer in 6.6 s', bound: 0 },
  'zero-1000': { best: 0, by: 'annealer in 12 s', bound: 0 },
}

/** Geometric mean of the seconds to proof on the 106 published variants, of the best native solver measured (UWrMaxSat 1.7). */
export const bestNativeSecondsToProof = 0.19

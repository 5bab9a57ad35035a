/** What a skill group means to achieve: this percentage of its visits answered within so many seconds. */
export interface ServiceTarget {
  readonly serviceTargetPercent: number;
  readonly serviceLevelSeconds: number;
}

/** What several groups together mean to achieve. */
export interface CombinedTarget {
  /** From 0 to 1. */
  readonly share: number;
  readonly shortestSeconds: number;
  readonly longestSeconds: number;
}

/**
 * The service level that visits have together when each group just meets its own target: the targets'
 * mean, weighted by the visits offered. Null where nothing was offered.
 */
export function combineTargets(
  groups: readonly { readonly offered: number; readonly target: ServiceTarget }[],
): CombinedTarget | null {
  const busy = groups.filter(({ offered }) => offered > 0);
  const offered = busy.reduce((sum, group) => sum + group.offered, 0);
  if (offered === 0) return null;
  const seconds = busy.map(({ target }) => target.serviceLevelSeconds);
  const percents = busy.reduce((sum, group) => sum + group.offered * group.target.serviceTargetPercent, 0);
  return {
    share: percents / offered / 100,
    shortestSeconds: Math.min(...seconds),
    longestSeconds: Math.max(...seconds),
  };
}

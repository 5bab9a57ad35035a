/** The settings that are numbers, in the order in which they are read; those that may be empty have no limit then. */
export const settingFields = [
  "serviceLevelSeconds",
  "serviceTargetPercent",
  "shortAbandonSeconds",
  "ringTimeoutSeconds",
  "wrapUpSeconds",
  "longestWaitSeconds",
  "queueMax",
] as const;

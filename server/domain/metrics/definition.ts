/** What decides the interval that a record is counted in. */
export type Anchor = "callStarted" | "queueEntered" | "offerMade" | "agentAnswered";

/** What is left out of a figure, and why is said by the sentence of the same name. */
export type Exclusion =
  | "phantomCalls"
  | "shortAbandons"
  | "youngWaits"
  | "notAnswered"
  | "notAbandoned"
  | "unfinished"
  | "neverHeld"
  | "withoutWrapUp"
  | "stillRinging"
  | "unknownPresence"
  | "neverInIvr"
  | "outboundCalls"
  | "withoutNumber";

export type MeasureUnit = "count" | "share" | "duration";

/** What others have published about a figure of the name, by their own titles. */
export const SOURCES = {
  amazonConnect: {
    title: "Amazon Connect, Metric definitions",
    url: "https://docs.aws.amazon.com/connect/latest/adminguide/metrics-definitions.html",
  },
  genesys: {
    title: "Genesys Cloud, Configure the service level calculation",
    url: "https://help.mypurecloud.com/articles/configure-the-service-level-calculation/",
  },
  cisco: { title: "Cisco Unified Intelligence Center User Guide 9.0(1), Service levels", url: null },
  asterisk: {
    title: "Asterisk, apps/app_queue.c",
    url: "https://github.com/asterisk/asterisk/blob/master/apps/app_queue.c",
  },
  kaplanMeier: {
    title: "Kaplan and Meier, Nonparametric estimation from incomplete observations (1958)",
    url: "https://doi.org/10.1080/01621459.1958.10501452",
  },
  brown: {
    title: "Brown et al., Statistical analysis of a telephone call center (2005)",
    url: "https://doi.org/10.1198/016214504000001808",
  },
} as const satisfies Record<string, { title: string; url: string | null }>;
export type Source = keyof typeof SOURCES;

/**
 * The card of a metric: what it counts, said once and printed wherever it is shown. Its name, sentence,
 * formula and population stand in the messages under the metric's id.
 */
export interface Definition {
  /** Several where a figure is made of several kinds of records. */
  readonly anchors: readonly [Anchor, ...Anchor[]];
  readonly exclusions: readonly Exclusion[];
  readonly measure: MeasureUnit;
  readonly sources: readonly Source[];
}

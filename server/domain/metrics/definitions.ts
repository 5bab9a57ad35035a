import { abandonmentDefinition } from "@/server/domain/metrics/abandonment";
import type { Definition } from "@/server/domain/metrics/definition";
import {
  answeredLegsDefinition,
  handleTimeDefinition,
  holdTimeDefinition,
  wrapUpTimeDefinition,
} from "@/server/domain/metrics/handle-time";
import {
  answeredAfterIvrDefinition,
  inIvrDefinition,
  ivrTimeDefinition,
  leftInIvrDefinition,
} from "@/server/domain/metrics/ivr";
import { occupancyDefinition } from "@/server/domain/metrics/occupancy";
import { overflowDefinition } from "@/server/domain/metrics/overflow-paths";
import { patienceDefinition } from "@/server/domain/metrics/patience";
import { repeatCallsDefinition } from "@/server/domain/metrics/repeat-calls";
import { ringTimeDefinition } from "@/server/domain/metrics/ring-time";
import { ronaRateDefinition } from "@/server/domain/metrics/rona-rate";
import { serviceLevelDefinition } from "@/server/domain/metrics/service-level";
import { shortCallsDefinition } from "@/server/domain/metrics/short-calls";
import { speedOfAnswerDefinition } from "@/server/domain/metrics/speed-of-answer";
import { transferRateDefinition } from "@/server/domain/metrics/transfer-rate";
import {
  abandonedVisitsDefinition,
  answeredVisitsDefinition,
  offeredVisitsDefinition,
  waitingVisitsDefinition,
} from "@/server/domain/metrics/visit-counts";
import { volumeDefinition } from "@/server/domain/metrics/volume";
import { waitOfAbandonedDefinition } from "@/server/domain/metrics/wait-of-abandoned";

/** Every metric with its card. */
export const DEFINITIONS = {
  volume: volumeDefinition,
  offeredVisits: offeredVisitsDefinition,
  answeredVisits: answeredVisitsDefinition,
  abandonedVisits: abandonedVisitsDefinition,
  waitingVisits: waitingVisitsDefinition,
  serviceLevel: serviceLevelDefinition,
  abandonment: abandonmentDefinition,
  speedOfAnswer: speedOfAnswerDefinition,
  waitOfAbandoned: waitOfAbandonedDefinition,
  patience: patienceDefinition,
  overflow: overflowDefinition,
  answeredLegs: answeredLegsDefinition,
  handleTime: handleTimeDefinition,
  talkTime: handleTimeDefinition,
  holdTime: holdTimeDefinition,
  wrapUpTime: wrapUpTimeDefinition,
  ringTime: ringTimeDefinition,
  occupancy: occupancyDefinition,
  ronaRate: ronaRateDefinition,
  shortCalls: shortCallsDefinition,
  transferRate: transferRateDefinition,
  inIvr: inIvrDefinition,
  answeredAfterIvr: answeredAfterIvrDefinition,
  leftInIvr: leftInIvrDefinition,
  ivrTime: ivrTimeDefinition,
  repeatCalls: repeatCallsDefinition,
} as const satisfies Record<string, Definition>;
export type MetricId = keyof typeof DEFINITIONS;

import { z } from "zod";

/** The periods that agents look at their own figures in. */
export const OwnPeriod = z.enum(["today", "7days", "30days"]).catch("7days");
export type OwnPeriod = z.infer<typeof OwnPeriod>;

export const ownPeriods = OwnPeriod.unwrap().options;

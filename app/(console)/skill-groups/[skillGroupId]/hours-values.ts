import { z } from "zod";
import { OpeningHours, SpecialDay } from "@/server/domain/routing/opening-hours";
import { printOpenings, readOpenings } from "@/server/domain/routing/opening-words";
import { TimeZone } from "@/server/domain/time-zone";

/** Openings as they are typed: `08:00–12:00, 13:00–20:00`. */
const TypedOpenings = z.string().transform((text, ctx) => {
  const openings = readOpenings(text);
  if (openings) return openings;
  ctx.addIssue({ code: "custom", message: "not_openings" });
  return z.NEVER;
});

const TypedSpecialDay = z.object({
  on: SpecialDay.shape.on,
  name: z.string().trim().pipe(SpecialDay.shape.name),
  openings: TypedOpenings,
});

/** What the form holds, read into opening hours. */
export const HoursForm = z
  .object({
    limited: z.boolean(),
    timeZone: TimeZone,
    week: z.array(z.object({ openings: TypedOpenings })).length(7),
    specialDays: z.array(TypedSpecialDay).max(1000),
  })
  .transform(({ limited, timeZone, week, specialDays }): OpeningHours | null => {
    const days = specialDays.toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const hours = { timeZone, week: week.map(({ openings }) => openings), specialDays: days };
    return limited ? OpeningHours.parse(hours) : null;
  });

export type HoursValues = z.input<typeof HoursForm>;

const eightToEight = "08:00–20:00";

/** Hours as the form shows them; whoever limits hours for the first time begins from an ordinary week. */
export function hoursValues(hours: OpeningHours | null, timeZone: string): HoursValues {
  const week = hours?.week.map(printOpenings) ?? [...Array.from({ length: 5 }, () => eightToEight), "", ""];
  return {
    limited: hours !== null,
    timeZone: hours?.timeZone ?? timeZone,
    week: week.map((openings) => ({ openings })),
    specialDays: (hours?.specialDays ?? []).map((day) => ({ ...day, openings: printOpenings(day.openings) })),
  };
}

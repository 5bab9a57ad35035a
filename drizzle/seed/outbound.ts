import { isOpenAt } from "@/drizzle/seed/calendar";
import { endConversation, wrapUp } from "@/drizzle/seed/conversation";
import type { Customer } from "@/drizzle/seed/customers";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";
import type { World } from "@/drizzle/seed/world";

const RETRY_SECONDS = 300;
const SPARE_AGENTS = 1;

/** A caller who asked for it is called back when the line is quieter. */
export function callBackLater(world: World, customer: Customer, group: SeedSkillGroup): void {
  world.timetable.after(world.chance.logNormal(1500, 0.6), () => placeWhenQuiet(world, customer, group));
}

function placeWhenQuiet(world: World, customer: Customer, group: SeedSkillGroup): void {
  if (!isOpenAt(world.timetable.now) || placeCall(world, customer, group)) return;
  world.timetable.after(RETRY_SECONDS, () => placeWhenQuiet(world, customer, group));
}

/** An agent calls a customer, unless that left nobody free for those who call in. */
export function placeCall(world: World, customer: Customer, group: SeedSkillGroup): boolean {
  const { chance, timetable, floor } = world;
  const seat = customer.number === null ? null : floor.borrow(group, { spare: SPARE_AGENTS, as: "on_call" });
  if (seat === null) return false;
  const { agentId } = seat.agent;
  const script = world.open(customer);
  script.keepOpen();
  script.tell({ type: "callPlaced", agentId, ...script.party });
  const conversation = { seat, group, mayTransfer: false };
  timetable.after(chance.logNormal(13, 0.4), () => {
    if (chance.happens(0.7)) {
      script.tell({ type: "customerAnswered" });
      timetable.after(chance.logNormal(110, 0.7), () => endConversation(world, script, conversation));
      return;
    }
    const reason = chance.weighted(["no_answer", "busy", "rejected"] as const, (word) =>
      word === "no_answer" ? 6 : 2,
    );
    script.tell({ type: "customerNotReached", reason });
    script.close();
    wrapUp(world, script, conversation);
  });
  return true;
}

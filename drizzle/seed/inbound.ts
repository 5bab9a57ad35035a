import { isOpenAt } from "@/drizzle/seed/calendar";
import type { Customer } from "@/drizzle/seed/customers";
import type { Script } from "@/drizzle/seed/script";
import type { SeedSkillGroup } from "@/drizzle/seed/staff";
import type { World } from "@/drizzle/seed/world";
import type { Verification } from "@/server/domain/calls/event";

const GIVES_UP_IN_IVR = 0.045;
const PRESSES_WRONG_KEY = 0.05;

/** A call comes in: greeting, menu, identity check where the group needs one, then the queue. */
export function receiveCall(world: World, customer: Customer): void {
  const script = world.open(customer);
  script.tell({ type: "callArrived", ...script.party });
  script.tell({ type: "ivrEntered", node: "welcome" });
  const { chance, timetable } = world;
  if (!isOpenAt(timetable.now)) {
    timetable.after(chance.logNormal(9, 0.3), () => playClosed(script));
    return;
  }
  timetable.after(chance.logNormal(8, 0.4), () => {
    if (chance.happens(GIVES_UP_IN_IVR)) hangUp(script);
    else playMenu(world, script);
  });
}

function playMenu(world: World, script: Script): void {
  const { chance, timetable, staff } = world;
  script.tell({ type: "ivrEntered", node: "menu" });
  const wanted = chance.weighted(staff.groups, ({ share }) => share);
  const chooseAfter = chance.logNormal(6, 0.45);
  if (chance.happens(PRESSES_WRONG_KEY)) {
    timetable.after(chooseAfter / 2, () => script.tell({ type: "ivrKeyPressed", node: "menu", key: "9" }));
  }
  timetable.after(chooseAfter, () => {
    if (chance.happens(GIVES_UP_IN_IVR)) {
      hangUp(script);
      return;
    }
    script.tell({ type: "ivrKeyPressed", node: "menu", key: wanted.menuKey });
    verify(world, script, wanted);
  });
}

function verify(world: World, script: Script, wanted: SeedSkillGroup): void {
  const { chance, timetable } = world;
  if (!wanted.needsVerification || script.customer.isRegistered) {
    script.tell({ type: "verificationConcluded", result: "not_needed" });
    timetable.after(chance.logNormal(2, 0.3), () => leaveMenu(world, script));
    return;
  }
  script.tell({ type: "ivrEntered", node: "verification" });
  const result = drawVerification(world);
  timetable.after(chance.logNormal(13, 0.4), () => {
    const key = result === "abandoned" ? "0" : "#";
    script.tell({ type: "ivrKeyPressed", node: "verification", key });
    script.tell({ type: "verificationConcluded", result });
    leaveMenu(world, script);
  });
}

function drawVerification({ chance }: World): Verification {
  if (chance.happens(0.68)) return "passed";
  return chance.happens(0.5) ? "failed" : "abandoned";
}

function leaveMenu(world: World, script: Script): void {
  script.tell({ type: "ivrLeft" });
  world.route(script);
}

function hangUp(script: Script): void {
  script.tell({ type: "callerHungUp" });
  script.close();
}

function playClosed(script: Script): void {
  script.tell({ type: "callEnded", cause: "closed" });
  script.close();
}

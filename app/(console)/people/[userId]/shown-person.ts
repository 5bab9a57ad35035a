import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { GivenPassword } from "@/app/(console)/people/shown-password";

export type ShownPerson = RouterOutputs["people"]["byId"];

/** For an act that ends with a password to hand over. */
export interface PasswordActionProps {
  person: ShownPerson;
  onGiven: (given: GivenPassword) => void;
}

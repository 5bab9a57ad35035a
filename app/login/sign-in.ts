import { signIn } from "next-auth/react";
import { readSignInFault, type SignInFault } from "@/server/domain/people/sign-in-fault";

interface Credentials {
  readonly email: string;
  readonly password: string;
}

export type Fault = SignInFault | { readonly kind: "unreachable" };

/** Signs in with a password; answers why it failed, or nothing when it worked. */
export async function signInWithPassword(credentials: Credentials): Promise<Fault | undefined> {
  try {
    const answer = await signIn("credentials", { ...credentials, redirect: false });
    if (!answer) return { kind: "unreachable" };
    return answer.error ? readSignInFault(answer.error) : undefined;
  } catch {
    return { kind: "unreachable" };
  }
}

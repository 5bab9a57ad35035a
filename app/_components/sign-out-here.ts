import { signOut } from "next-auth/react";

/** Ends the session and shows the sign-in page of the address that the reader came to. */
export async function signOutHere() {
  await signOut({ redirect: false });
  window.location.assign("/login");
}

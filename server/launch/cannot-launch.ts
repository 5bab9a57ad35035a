/** Why the product cannot start, as a sentence for whoever typed the command. Printed without a stack trace. */
export class CannotLaunch extends Error {
  override name = "CannotLaunch";
}

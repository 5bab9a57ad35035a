/** Tells whoever typed the command. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Tells whoever typed the command why it did not work. */
export function complain(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

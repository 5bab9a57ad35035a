/** A file is sent in parts of this size: large enough to make a request worth it, small enough to send again. */
export const uploadPartBytes = 8 * 2 ** 20;

const PROOF_BYTES = 64 * 2 ** 10;

/** The bytes of a file from `from` until before `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * What has to be the same in a file for it to be the one of which `receivedBytes` have arrived: its
 * beginning, and what arrived last.
 */
export function proofStretches(receivedBytes: number): readonly Stretch[] {
  return [
    { from: 0, to: Math.min(PROOF_BYTES, receivedBytes) },
    { from: Math.max(0, receivedBytes - PROOF_BYTES), to: receivedBytes },
  ];
}

const PRIME = 0x0100_0193;
const BASIS = 0x811c_9dc5;

/**
 * A number from 0 to 2³² − 1 that looks drawn by lot and is the same each time for the same seed, call and
 * agent, so that a lot can be told again (FNV-1a, with the finaliser of MurmurHash3).
 */
export function drawFor(seed: number, callId: string, agentId: string): number {
  let hash = BASIS ^ seed;
  for (const text of [callId, agentId]) {
    for (let index = 0; index < text.length; index += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(index), PRIME);
    }
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

import type { Chance } from "@/drizzle/seed/chance";
import { drawPersonName } from "@/drizzle/seed/staff";

export interface Customer {
  /** null when withheld. */
  readonly number: string | null;
  readonly name: string | null;
  readonly ref: string | null;
  /** The number is known to the hotline, so the IVR need not ask who is calling. */
  readonly isRegistered: boolean;
  readonly tier: "Silver" | "Gold" | "Platinum" | null;
}

// Prefixes of the three networks (China Mobile, China Unicom, China Telecom).
const MOBILE_PREFIXES =
  "134 135 136 137 138 139 150 151 152 157 158 159 182 183 187 188 130 131 132 155 156 185 186 133 153 180 181 189".split(
    " ",
  );

// Area codes without their trunk 0, with the first digits of subscriber numbers in use there.
const LANDLINES = [
  { area: "10", lead: ["6", "8"] },
  { area: "21", lead: ["5", "6"] },
  { area: "20", lead: ["3", "8"] },
  { area: "755", lead: ["2", "8"] },
  { area: "28", lead: ["8"] },
  { area: "571", lead: ["8"] },
  { area: "27", lead: ["8"] },
  { area: "25", lead: ["8"] },
  { area: "29", lead: ["8"] },
  { area: "512", lead: ["6"] },
] as const;

const WITHHELD: Customer = { number: null, name: null, ref: null, isRegistered: false, tier: null };

/** The people who call. Some call often: the earlier in the book, the likelier. */
export class CustomerBook {
  readonly #customers: readonly Customer[];

  constructor(chance: Chance, size: number) {
    this.#customers = Array.from({ length: size }, (_, index) => drawCustomer(chance, index));
  }

  pick(chance: Chance): Customer {
    if (chance.happens(0.015)) return WITHHELD;
    const index = Math.floor(chance.fraction() ** 1.6 * this.#customers.length);
    return this.#customers[index] ?? WITHHELD;
  }
}

function drawCustomer(chance: Chance, index: number): Customer {
  const isRegistered = chance.happens(0.6);
  return {
    number: chance.happens(0.88) ? drawMobile(chance) : drawLandline(chance),
    name: isRegistered && chance.happens(0.8) ? drawPersonName(chance) : null,
    ref: isRegistered ? `C${100_000 + index}` : null,
    isRegistered,
    tier: isRegistered ? drawTier(chance) : null,
  };
}

function drawTier(chance: Chance): Customer["tier"] {
  if (!chance.happens(0.07)) return "Silver";
  return chance.happens(0.2) ? "Platinum" : "Gold";
}

function drawMobile(chance: Chance): string {
  return `+86${chance.oneOf(MOBILE_PREFIXES)}${chance.digits(8)}`;
}

function drawLandline(chance: Chance): string {
  const { area, lead } = chance.oneOf(LANDLINES);
  return `+86${area}${chance.oneOf(lead)}${chance.digits(7)}`;
}

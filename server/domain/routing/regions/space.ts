import type { Instant } from "@/server/domain/instant";
import { holds } from "@/server/domain/routing/ask";
import { type Condition, type Question, questionsOf } from "@/server/domain/routing/condition";
import {
  axisNameOf,
  type Candidate,
  candidatesOf,
  type Surroundings,
} from "@/server/domain/routing/regions/candidates";
import { type Box, type Diagram, Diagrams } from "@/server/domain/routing/regions/diagrams";
import { type Example, floorOf, plainExample } from "@/server/domain/routing/regions/example";
import { joined, type Spans } from "@/server/domain/routing/regions/spans";
import { Situation } from "@/server/domain/routing/situation";

/**
 * One property of the calls that are thought of, cut into atoms: no question that is asked tells the values of
 * an atom apart, so what holds for the one that stands for it holds for all.
 */
interface Axis {
  readonly name: string;
  readonly atoms: readonly Candidate[];
  /** Every value that was looked at, in order, with its atom. */
  readonly course: readonly { readonly value: Candidate["value"]; readonly atom: number }[];
  /** Of each question about the property, by what it asks: for which atoms the answer is yes. */
  readonly accepts: ReadonlyMap<string, readonly boolean[]>;
}

/** What a box says of one property: the values that stand for its atoms. */
export interface Stretch {
  readonly axis: string;
  readonly values: readonly Candidate["value"][];
  /** How many kinds of values there are in all. */
  readonly of: number;
}

/** All calls, on all floors, at all times, as far as some questions can tell them apart. */
export class Space {
  readonly diagrams: Diagrams;
  /** The points that can be: nobody is free who is not there, and nobody's wait is long where nobody waits. */
  readonly possible: Diagram;
  readonly #axes: readonly Axis[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #known: Surroundings;
  /** The axis of the moment, and the stretches of time between two of which an answer may change. */
  readonly #moment: { readonly position: number; readonly stretches: readonly Moment[] };
  /** The axes of the moment and of the floor, and what regions were found to say of these. */
  readonly #surroundings: { readonly axes: ReadonlySet<number>; readonly found: Map<Diagram, Diagram> };
  /** How many are there: the more there are, the less an example is about an empty floor. */
  readonly #staffed: ReadonlySet<number>;

  /** @throws TooEntangled */
  constructor(conditions: Iterable<Condition>, known: Surroundings) {
    this.#known = known;
    this.#axes = axesOf(conditions, known);
    this.#positions = new Map(this.#axes.map(({ name }, index) => [name, index]));
    this.diagrams = new Diagrams(this.#axes.map(({ atoms }) => atoms.length));
    this.possible = this.#possible();
    const position = this.#positions.get("moment") ?? 0;
    this.#moment = { position, stretches: momentsOf(this.#axes[position]) };
    const isOfFloor = (name: string) => name === "moment" || name.includes(" ");
    this.#surroundings = { axes: this.#axesWhose(isOfFloor), found: new Map() };
    this.#staffed = this.#axesWhose((name) => name.startsWith("agentsStaffed"));
  }

  /** The region in which a condition holds, of all points that can be. @throws TooEntangled */
  regionOf(condition: Condition | null): Diagram {
    return condition === null ? this.possible : this.diagrams.and(this.possible, this.#compile(condition));
  }

  /** A call of a region, on a floor; undefined for the empty region. */
  exampleOf(region: Diagram): Example | undefined {
    const point = this.diagrams.pointIn(this.diagrams.and(region, this.possible), this.#staffed);
    if (point === undefined) return undefined;
    return this.#axes.reduce<Example>(
      (example, { atoms }, index) => atoms[point[index] ?? 0]?.tell(example) ?? example,
      plainExample(this.#known.now),
    );
  }

  /** The times at which there are calls of a region, as far ahead as is looked. */
  spansOf(region: Diagram): Spans {
    const { position, stretches } = this.#moment;
    const atoms = this.diagrams.atomsIn(region, position);
    return joined(stretches.filter(({ atom }) => atoms.has(atom)));
  }

  /** The moments and floors at which there are calls of a region, whatever these are like. @throws TooEntangled */
  momentsAndFloorsOf(region: Diagram): Diagram {
    const { axes, found } = this.#surroundings;
    return this.diagrams.onto(region, axes, found);
  }

  /** A call that lies in some regions and comes at a given instant. @throws TooEntangled */
  exampleAt(regions: readonly Diagram[], at: Instant): Example | undefined {
    const { position, stretches } = this.#moment;
    const moment = stretches.find(({ from, until }) => from <= at && at < until);
    const atoms = this.#axes[position]?.atoms ?? [];
    const then = this.diagrams.where(
      position,
      atoms.map((_, atom) => atom === moment?.atom),
    );
    const example = this.exampleOf(
      regions.reduce((shared, region) => this.diagrams.and(shared, region), then),
    );
    return example && { ...example, at };
  }

  /** What a box says of each property that it says something of. */
  tell(box: Box): Stretch[] {
    return [...box].flatMap(([position, atoms]) => {
      const axis = this.#axes[position];
      if (axis === undefined) return [];
      const values = atoms.map((atom) => axis.atoms[atom]?.value ?? null);
      return [{ axis: axis.name, values, of: axis.atoms.length }];
    });
  }

  #axesWhose(isMeant: (name: string) => boolean): Set<number> {
    return new Set(this.#axes.flatMap(({ name }, index) => (isMeant(name) ? [index] : [])));
  }

  #compile(condition: Condition): Diagram {
    const { diagrams } = this;
    if ("not" in condition) return diagrams.not(this.#compile(condition.not));
    if ("all" in condition)
      return condition.all.reduce(
        (region, part) => diagrams.and(region, this.#compile(part)),
        diagrams.everything,
      );
    if ("any" in condition)
      return condition.any.reduce(
        (region, part) => diagrams.or(region, this.#compile(part)),
        diagrams.nothing,
      );
    const position = this.#positions.get(axisNameOf(condition)) ?? 0;
    return diagrams.where(position, this.#axes[position]?.accepts.get(nameOf(condition)) ?? []);
  }

  #possible(): Diagram {
    const groups = new Set(this.#axes.flatMap(({ name }) => name.split(" ").slice(1)));
    return [...groups].reduce((possible, group) => {
      const free = this.#pairs(
        `agentsFree ${group}`,
        `agentsStaffed ${group}`,
        (least, most) => least <= most,
      );
      const wait = this.#pairs(
        `longestWaitSeconds ${group}`,
        `callersWaiting ${group}`,
        (least, most) => least === 0 || most > 0,
      );
      return this.diagrams.and(possible, this.diagrams.and(free, wait));
    }, this.diagrams.everything);
  }

  /** The region in which the least of one number and the most of another go together. */
  #pairs(one: string, other: string, fits: (least: number, most: number) => boolean): Diagram {
    const [position, otherPosition] = [this.#positions.get(one), this.#positions.get(other)];
    const { diagrams } = this;
    if (position === undefined || otherPosition === undefined) return diagrams.everything;
    const leasts = numbersOf(this.#axes[position]);
    const mosts = numbersOf(this.#axes[otherPosition]).map(
      (_, index, all) => (all[index + 1] ?? Number.POSITIVE_INFINITY) - 1,
    );
    const regions = leasts.map((least, atom) =>
      diagrams.and(
        diagrams.where(
          position,
          leasts.map((_, of) => of === atom),
        ),
        diagrams.where(
          otherPosition,
          mosts.map((most) => fits(least, most)),
        ),
      ),
    );
    return regions.reduce((all, region) => diagrams.or(all, region), diagrams.nothing);
  }
}

/** A stretch of time in which no answer changes. */
interface Moment {
  readonly from: Instant;
  readonly until: Instant;
  readonly atom: number;
}

function momentsOf(axis: Axis | undefined): Moment[] {
  if (axis?.name !== "moment") return [];
  const { course } = axis;
  return course.slice(0, -1).map(({ value, atom }, index) => ({
    from: Number(value),
    until: Number(course[index + 1]?.value),
    atom,
  }));
}

function numbersOf(axis: Axis | undefined): number[] {
  return (axis?.atoms ?? []).map(({ value }) => Number(value));
}

/** What tells questions apart; those that ask the same have one name. */
function nameOf(question: Question): string {
  return JSON.stringify(question);
}

function axesOf(conditions: Iterable<Condition>, known: Surroundings): Axis[] {
  const byAxis = new Map<string, Map<string, Question>>();
  for (const condition of conditions) {
    for (const question of questionsOf(condition)) {
      const name = axisNameOf(question);
      const questions = byAxis.get(name) ?? new Map<string, Question>();
      byAxis.set(name, questions.set(nameOf(question), question));
    }
  }
  // What hangs together stands together: far apart, a few groups would make more diagrams than fit.
  const groupOf = (name: string) => name.split(" ")[1] ?? name;
  const places = new Map([...byAxis.keys()].reverse().map((name, place) => [groupOf(name), -place]));
  const placeOf = (name: string) => places.get(groupOf(name)) ?? 0;
  return [...byAxis]
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .map(([name, questions]) => axisOf(name, questions, known));
}

/** Of the candidates one is kept for every combination of answers. */
function axisOf(name: string, byName: ReadonlyMap<string, Question>, known: Surroundings): Axis {
  const questions = [...byName.values()];
  const [first] = questions;
  const atoms = new Map<string, { candidate: Candidate; answers: readonly boolean[]; atom: number }>();
  const course: Axis["course"][number][] = [];
  for (const candidate of first === undefined ? [] : candidatesOf(first, questions, known)) {
    const example = candidate.tell(plainExample(known.now));
    const floor = floorOf(example, known.settings);
    const situation = new Situation({ call: example.call, floor, timeZone: known.timeZone, now: example.at });
    const answers = questions.map((question) => holds(question, situation));
    const combination = answers.map(Number).join("");
    const alike = atoms.get(combination) ?? { candidate, answers, atom: atoms.size };
    atoms.set(combination, alike);
    course.push({ value: candidate.value, atom: alike.atom });
  }
  const kept = [...atoms.values()];
  const accepts = [...byName.keys()].map((question, index): [string, boolean[]] => [
    question,
    kept.map(({ answers }) => answers[index] ?? false),
  ]);
  return { name, atoms: kept.map(({ candidate }) => candidate), course, accepts: new Map(accepts) };
}

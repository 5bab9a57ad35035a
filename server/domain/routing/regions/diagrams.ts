/** More of them than this, and nobody waits for the answer. */
const NODES_MAX = 60_000;

/** The conditions are so entangled that their regions do not fit: nothing can be said, so nothing is. */
export class TooEntangled extends Error {
  override name = "TooEntangled";
}

/** A function on the points of the product of all axes, by its number. Equal functions have equal numbers. */
export type Diagram = number;

/** Stretches of several axes: every point whose atom on each named axis is among those listed. */
export type Box = ReadonlyMap<number, readonly number[]>;

/**
 * Decision diagrams over a product of finite axes: the points are told apart axis by axis, and parts that are
 * alike are kept once (Bryant 1986, with as many branches as an axis has atoms and any numbers as values).
 * So whether a region is empty, or two are equal, is known at sight, and no point is ever sampled. A region is
 * a diagram whose values are 0, outside, and 1, inside.
 */
export class Diagrams {
  readonly #sizes: readonly number[];
  /** The axis that a diagram asks first; for a constant the number of axes. */
  readonly #axes: number[] = [];
  readonly #children: (readonly Diagram[])[] = [];
  readonly #values: number[] = [];
  readonly #known = new Map<string, Diagram>();
  readonly nothing: Diagram;
  readonly everything: Diagram;

  /** @param sizes how many atoms each axis has */
  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    this.nothing = this.constant(0);
    this.everything = this.constant(1);
  }

  /** The function that has one value everywhere. */
  constant(value: number): Diagram {
    return this.#keep(`=${value}`, { axis: this.#sizes.length, children: [], value });
  }

  /** The region of all points whose atom on an axis is accepted. @throws TooEntangled */
  where(axis: number, accepts: readonly boolean[]): Diagram {
    return this.#branch(
      axis,
      accepts.map((isIn) => (isIn ? this.everything : this.nothing)),
    );
  }

  /** @throws TooEntangled */
  and(one: Diagram, other: Diagram): Diagram {
    return this.choose(one, other, this.nothing);
  }

  /** @throws TooEntangled */
  or(one: Diagram, other: Diagram): Diagram {
    return this.choose(one, this.everything, other);
  }

  /** @throws TooEntangled */
  not(region: Diagram): Diagram {
    return this.choose(region, this.nothing, this.everything);
  }

  /** What of `one` does not lie in `other`. @throws TooEntangled */
  minus(one: Diagram, other: Diagram): Diagram {
    return this.choose(other, this.nothing, one);
  }

  readonly #choices = new Map<string, Diagram>();

  /** The function that is `inside` in the region and `outside` elsewhere. @throws TooEntangled */
  choose(region: Diagram, inside: Diagram, outside: Diagram): Diagram {
    if (region === this.everything || inside === outside) return inside;
    if (region === this.nothing) return outside;
    const name = `${region} ${inside} ${outside}`;
    const known = this.#choices.get(name);
    if (known !== undefined) return known;
    const axis = Math.min(this.#axisOf(region), this.#axisOf(inside), this.#axisOf(outside));
    const chosen = this.#branch(
      axis,
      this.#atomsOf(axis).map((atom) =>
        this.choose(
          this.#at(region, axis, atom),
          this.#at(inside, axis, atom),
          this.#at(outside, axis, atom),
        ),
      ),
    );
    this.#choices.set(name, chosen);
    return chosen;
  }

  /**
   * Every pair of values that two functions have at one point, with the region of those points, where the
   * values differ. @throws TooEntangled
   */
  differences(
    one: Diagram,
    other: Diagram,
  ): { readonly values: readonly [number, number]; readonly region: Diagram }[] {
    const regions = new Map<string, { values: readonly [number, number]; region: Diagram }>();
    for (const value of this.valuesOf(one)) {
      const region = this.whereIs(one, value);
      for (const otherValue of this.valuesOf(this.choose(region, other, this.constant(value)))) {
        if (otherValue === value) continue;
        const both = this.and(region, this.whereIs(other, otherValue));
        if (both !== this.nothing)
          regions.set(`${value} ${otherValue}`, { values: [value, otherValue], region: both });
      }
    }
    return [...regions.values()];
  }

  /** The region in which a function has a value. @throws TooEntangled */
  whereIs(diagram: Diagram, value: number): Diagram {
    return this.#mapped(diagram, (is) => (is === value ? 1 : 0), new Map());
  }

  /** The region of all points that, on these axes, are like some point of another. @throws TooEntangled */
  onto(region: Diagram, axes: ReadonlySet<number>, done: Map<Diagram, Diagram>): Diagram {
    const known = done.get(region);
    if (known !== undefined) return known;
    const axis = this.#axisOf(region);
    const children = (this.#children[region] ?? []).map((child) => this.onto(child, axes, done));
    const all = children.length === 0 ? [region] : children;
    const kept = axes.has(axis) ? this.#branch(axis, all) : [...new Set(all)].reduce((a, b) => this.or(a, b));
    done.set(region, kept);
    return kept;
  }

  /** The values that a function has anywhere, in ascending order. */
  valuesOf(diagram: Diagram): number[] {
    const values = new Set<number>();
    const seen = new Set<Diagram>();
    const visit = (part: Diagram) => {
      if (seen.has(part)) return;
      seen.add(part);
      const children = this.#children[part] ?? [];
      if (children.length === 0) values.add(this.#values[part] ?? 0);
      children.forEach(visit);
    };
    visit(diagram);
    return [...values].sort((one, other) => one - other);
  }

  /**
   * A point of a region as its atom on each axis, the lowest there is, or the highest on the axes of which that
   * is asked; undefined for the empty region.
   */
  pointIn(region: Diagram, highest: ReadonlySet<number> = new Set()): number[] | undefined {
    if (region === this.nothing) return undefined;
    const point = this.#sizes.map((size, axis) => (highest.has(axis) ? size - 1 : 0));
    let part = region;
    for (
      let children = this.#children[part] ?? [];
      children.length > 0;
      children = this.#children[part] ?? []
    ) {
      const axis = this.#axisOf(part);
      const isInside = (child: Diagram) => child !== this.nothing;
      const atom = highest.has(axis) ? children.findLastIndex(isInside) : children.findIndex(isInside);
      point[axis] = atom;
      part = children[atom] ?? this.nothing;
    }
    return point;
  }

  /** The atoms of one axis that points of a region have. */
  atomsIn(region: Diagram, axis: number): Set<number> {
    const atoms = new Set<number>();
    const seen = new Set<Diagram>([this.nothing]);
    // What asks only about later axes lies inside with every atom of this one.
    const inside = (part: Diagram) =>
      this.#atomsOf(axis).filter((atom) => this.#at(part, axis, atom) !== this.nothing);
    const visit = (part: Diagram) => {
      if (seen.has(part)) return;
      seen.add(part);
      if (this.#axisOf(part) < axis) this.#children[part]?.forEach(visit);
      else for (const atom of inside(part)) atoms.add(atom);
    };
    visit(region);
    return atoms;
  }

  /** A region as boxes that do not overlap: the first `limit` of them, and whether these are all. */
  boxesOf(region: Diagram, limit: number): { readonly boxes: readonly Box[]; readonly isAll: boolean } {
    const boxes: Box[] = [];
    let isAll = true;
    const visit = (part: Diagram, box: Box) => {
      if (part === this.nothing || !isAll) return;
      const children = this.#children[part] ?? [];
      if (children.length === 0) {
        if (boxes.length === limit) isAll = false;
        else boxes.push(box);
        return;
      }
      const axis = this.#axisOf(part);
      for (const child of new Set(children)) {
        const atoms = children.flatMap((of, atom) => (of === child ? [atom] : []));
        visit(child, new Map([...box, [axis, atoms]]));
      }
    };
    visit(region, new Map());
    return { boxes, isAll };
  }

  #mapped(diagram: Diagram, value: (value: number) => number, done: Map<Diagram, Diagram>): Diagram {
    const known = done.get(diagram);
    if (known !== undefined) return known;
    const children = this.#children[diagram] ?? [];
    const mapped =
      children.length === 0
        ? this.constant(value(this.#values[diagram] ?? 0))
        : this.#branch(
            this.#axisOf(diagram),
            children.map((child) => this.#mapped(child, value, done)),
          );
    done.set(diagram, mapped);
    return mapped;
  }

  #branch(axis: number, children: readonly Diagram[]): Diagram {
    const [first] = children;
    if (first !== undefined && children.every((child) => child === first)) return first;
    return this.#keep(`${axis}:${children.join(",")}`, { axis, children, value: 0 });
  }

  #keep(
    name: string,
    { axis, children, value }: { axis: number; children: readonly Diagram[]; value: number },
  ): Diagram {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#axes.length >= NODES_MAX) throw new TooEntangled();
    const diagram = this.#axes.length;
    this.#axes.push(axis);
    this.#children.push(children);
    this.#values.push(value);
    this.#known.set(name, diagram);
    return diagram;
  }

  #axisOf(diagram: Diagram): number {
    return this.#axes[diagram] ?? this.#sizes.length;
  }

  #atomsOf(axis: number): number[] {
    return Array.from({ length: this.#sizes[axis] ?? 0 }, (_, atom) => atom);
  }

  #at(diagram: Diagram, axis: number, atom: number): Diagram {
    return this.#axisOf(diagram) === axis ? (this.#children[diagram]?.[atom] ?? diagram) : diagram;
  }
}

import type { CelProgram } from "@fairlead/cel";

/** The number under which the outcome of an expression is shared, by what it says. */
export type ShareId = number;

/**
 * Finds expressions that say the same of an object in several policies: which pods it makes, whether its namespace is
 * managed. Worked out once for each object, they are most of the work.
 */
export class SharedExpressions {
  readonly #ids = new Map<string, ShareId>();

  /** Of a condition, which sees no namespace and so is apart from variables. */
  ofCondition(program: CelProgram): ShareId | undefined {
    return isOfObject(program) ? this.#idOf(`condition ${program.expression}`) : undefined;
  }

  /** Of a variable; `before` holds those that it may name. */
  ofVariable(program: CelProgram, before: ReadonlyMap<string, ShareId | undefined>): ShareId | undefined {
    const { names, fields } = program.identifiers;
    if (!isOfObject(program)) return undefined;
    const used = [...(fields.get("variables") ?? [])].sort();
    // Named in another way than by its field, it could be any.
    if (used.length === 0 && names.has("variables")) return undefined;
    const meant = used.map((name) => [name, before.get(name)] as const);
    if (meant.some(([, id]) => id === undefined)) return undefined;
    return this.#idOf(`variable ${program.expression} ${JSON.stringify(meant)}`);
  }

  #idOf(said: string): ShareId {
    const id = this.#ids.get(said) ?? this.#ids.size;
    this.#ids.set(said, id);
    return id;
  }
}

/** Whether it depends on nothing but the object, its namespace and the request. */
function isOfObject({ identifiers: { names } }: CelProgram): boolean {
  return !names.has("params") && !names.has("authorizer");
}

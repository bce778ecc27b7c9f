const SHOWN = "[token]";

/** A bearer token that cannot be logged, printed or put into JSON by mistake. */
export class SecretToken {
  readonly #value: string;

  constructor(value: string) {
    if (value === "") throw new Error("A token is empty.");
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return SHOWN;
  }

  toJSON(): string {
    return SHOWN;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return SHOWN;
  }
}

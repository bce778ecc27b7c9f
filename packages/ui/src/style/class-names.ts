/** Joins the classes that hold; what is false or undefined is left out. */
export function classNames(...classes: readonly (string | false | undefined)[]): string {
  return classes.filter((name) => typeof name === "string" && name !== "").join(" ");
}

import type { ExceptionSetting, ExceptionValues } from "@fairlead/domain";
import type { Build } from "./build.ts";

/**
 * The value that an exception in force allows for what the baseline sets otherwise; `undefined` where none does. The one
 * place where builders ask. Of several the newest counts.
 */
export function excepted<Name extends ExceptionSetting>(
  { exceptions }: Pick<Build, "exceptions">,
  setting: Name,
): ExceptionValues[Name] | undefined {
  const subject = exceptions
    .map((exception) => exception.subject)
    .findLast((each) => each.kind === "setting" && each.setting === setting);
  // The subject of that setting holds that setting's value, which TypeScript does not follow through a type parameter.
  return subject?.kind === "setting" ? (subject.value as ExceptionValues[Name]) : undefined;
}

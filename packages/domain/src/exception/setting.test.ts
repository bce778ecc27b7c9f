import { describe, expect, test } from "vitest";
import { exceptionSubjectSchema } from "./exception.ts";
import { EXCEPTION_SETTING_NAMES, EXCEPTION_SETTINGS } from "./setting.ts";

const asked = (setting: string, value: unknown) =>
  exceptionSubjectSchema.safeParse({ kind: "setting", setting, value }).success;

describe("an exception changes what the table names, within bounds", () => {
  test.each([
    ["runAsUser", 1000, 0],
    ["runAsUser", 10_000, 10_001],
    ["readOnlyRootFilesystem", false, true],
    ["addCapabilities", ["NET_BIND_SERVICE"], ["SYS_ADMIN"]],
    ["addCapabilities", ["NET_BIND_SERVICE"], ["NET_BIND_SERVICE", "NET_RAW"]],
    ["seccompProfile", "profiles/checkout.json", "../../etc/passwd"],
    ["seccompProfile", "checkout.json", "/var/lib/kubelet/x.json"],
    ["cpuLimit", "1500m", "fast"],
    ["memoryRequest", "128Mi", "128m"],
    ["maxUnavailable", 2, 0],
    ["enableServiceLinks", true, false],
  ])("%s: %j, not %j", (setting, good, bad) => {
    expect([asked(setting, good), asked(setting, bad)]).toEqual([true, false]);
  });

  test("and nothing else", () => {
    expect(asked("privileged", true)).toBe(false);
    expect(asked("allowPrivilegeEscalation", true)).toBe(false);
  });

  test.each(EXCEPTION_SETTING_NAMES)("%s says what it lets a service do", (name) => {
    const { title, hint } = EXCEPTION_SETTINGS[name];
    expect([title.length > 10, /^[A-Zf[t]/.test(hint)]).toEqual([true, true]);
  });
});

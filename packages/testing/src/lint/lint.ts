import { spawn } from "node:child_process";
import type { KubernetesObject } from "@fairlead/domain";
import { writeYaml } from "@fairlead/yaml";

/** Checks that kube-score leaves out unless they are asked for, and that everything rendered passes. */
const MORE = [
  "container-seccomp-profile",
  "container-ports-check",
  "container-memory-requests-equal-limits",
  "container-ephemeral-storage-request-equals-limit",
];

/** What is left out, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  "pod-probes-identical":
    "A gRPC service has one health check: liveness asks the same with more patience, since a name that the application does not know would kill it.",
  "container-image-pull-policy": "By digest an image is fetched once: a restart must not depend on a registry.",
  "networkpolicy-targets-pod": "The namespace's default-deny is for every pod, and so names none.",
};

/** What kube-score has against the objects of a service, a line each. */
export async function lint(program: string, objects: readonly KubernetesObject[]): Promise<string[]> {
  const args = [
    "score",
    "-",
    "--output-format=ci",
    "--kubernetes-version=v1.36",
    ...MORE.map((check) => `--enable-optional-test=${check}`),
    ...Object.keys(LEFT_OUT).map((check) => `--ignore-test=${check}`),
  ];
  const output = await run(program, args, writeYaml(objects));
  const lines = output.split("\n").filter((line) => line !== "");
  if (!lines.some((line) => line.startsWith("[OK]"))) throw new Error(`kube-score looked at nothing: ${output}`);
  return lines.filter((line) => !/^\[(OK|SKIPPED)\]/.test(line));
}

function run(program: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    // It ends with 1 where it has found something; that is read from what it says.
    child.once("close", () => resolve(output));
    child.stdin.end(input);
  });
}

import type { KubernetesObject } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import { writeYaml } from "@fairlead/yaml";
import { type Command, Option } from "commander";
import { declarationsCommand } from "./declarations-command.ts";
import { type ExamineOptions, examineDeclared } from "./examine-declared.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";

interface RenderOptions extends ExamineOptions {
  output: "yaml" | "json";
}

/** `fairlead render FILE|DIR… --environment NAME`: manifests on stdout, gaps and warnings on stderr. */
export function renderCommand(setup: OfflineSetup): Command {
  return declarationsCommand("render")
    .addOption(new Option("-o, --output <format>", "how to write it").choices(["yaml", "json"]).default("yaml"))
    .description("turn declarations into manifests; needs no server")
    .action((paths: string[], options: RenderOptions) => runOffline(setup, () => render(setup, paths, options)));
}

async function render(setup: OfflineSetup, paths: string[], options: RenderOptions): Promise<void> {
  const { services } = await examineDeclared(setup, paths, options);
  const objects = services.flatMap(({ rendering }) =>
    rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects],
  );
  setup.terminal.out(options.output === "json" ? asList(objects) : writeYaml(objects).trimEnd());
}

/** A List, which kubectl takes as it takes many documents. */
function asList(items: readonly KubernetesObject[]): string {
  return JSON.stringify(JSON.parse(canonicalJson({ apiVersion: "v1", kind: "List", items })), undefined, 2);
}

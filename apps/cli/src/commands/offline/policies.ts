import { createHash } from "node:crypto";
import { currentStages, policyJudge } from "@fairlead/application";
import { clusterPolicies, POLICY_STAGES, type PolicyStage } from "@fairlead/policy";
import { writeYaml } from "@fairlead/yaml";
import { Command, Option } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { type OfflineSetup, runOffline } from "./offline.ts";

interface PoliciesOptions {
  stage?: PolicyStage;
  kubernetes?: string;
}

/** `fairlead policies`: what a cluster should have as admission policies, for an admin who applies them themselves. */
export function policiesCommand(setup: OfflineSetup): Command {
  return new Command("policies")
    .addOption(new Option("--stage <stage>", "hold all of them so; as they ship if left out").choices(POLICY_STAGES))
    .option("--kubernetes <version>", "for an older cluster, such as 1.33")
    .description("print the admission policies for managed namespaces, to apply with kubectl; needs no server")
    .action((options: PoliciesOptions) => runOffline(setup, async () => printPolicies(setup, options)));
}

function printPolicies({ terminal, library }: OfflineSetup, { stage, kubernetes }: PoliciesOptions): void {
  const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const { policies } = policyJudge(library().policies, digest);
  const shipped = currentStages(policies, new Map(), new Date());
  const stages = stage === undefined ? shipped : new Map([...shipped].map(([id]) => [id, stage]));
  const minor = kubernetes === undefined ? undefined : readMinor(kubernetes);
  const { objects, leftOut } = clusterPolicies({
    policies,
    stages,
    digest,
    ...(minor === undefined ? {} : { kubernetesMinor: minor }),
  });
  terminal.out(objects.map(writeYaml).join("---\n").trimEnd());
  for (const { policy, reason } of leftOut)
    terminal.err(`Left out: Kubernetes ${kubernetes} can't evaluate ${policy}. ${reason}`);
  terminal.err(
    `${policies.length - leftOut.length} policies, ${objects.length} objects. Apply them with kubectl apply --server-side -f FILE.`,
  );
}

function readMinor(version: string): number {
  const minor = /^v?1\.(\d{1,3})(\.\d+)?$/.exec(version)?.[1];
  if (minor === undefined) throw new CommandFailure(2, `${version} is no version of Kubernetes. Write it like 1.33.`);
  return Number(minor);
}

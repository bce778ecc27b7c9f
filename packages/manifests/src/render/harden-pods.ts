import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf, isFields } from "../json/fields.ts";
import { podTemplateOf, withPodTemplate } from "../json/pod-template.ts";
import { strategicMerge } from "../template/strategic-merge.ts";
import type { Build } from "./build.ts";
import { containerSecurity, ownSecurity, pullPolicy } from "./container.ts";

/** The security of containers that a template added, and how their images are pulled: the same as of the service's own. */
export function hardenPods(object: KubernetesObject, build: Build): KubernetesObject {
  const template = podTemplateOf(object);
  if (!isFields(template.spec)) return object;
  const hardenOne = (container: unknown) => {
    const { name, image } = fieldsOf(container);
    const securityContext = name === build.name ? ownSecurity(build) : containerSecurity(build);
    const pulled = typeof image === "string" ? { imagePullPolicy: pullPolicy(image) } : {};
    return strategicMerge(container, { securityContext, ...pulled });
  };
  const harden = (containers: unknown) => (Array.isArray(containers) ? containers.map(hardenOne) : containers);
  const { containers, initContainers } = template.spec;
  const hardened = {
    ...template.spec,
    containers: harden(containers),
    ...(initContainers === undefined ? {} : { initContainers: harden(initContainers) }),
  };
  return withPodTemplate(object, { ...template, spec: hardened });
}

import type { ServiceDocument } from "../src/document/service/spec.ts";
import type { TemplateDocument } from "../src/document/template.ts";

/** The shortest declaration that is right, with more of `spec`. */
export function aService(spec: Partial<ServiceDocument["spec"]> = {}): ServiceDocument {
  return {
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Service",
    metadata: { name: "checkout" },
    spec: { template: "web-service@1.0.0", owner: "checkout-team", ...spec },
  };
}

/** A template with two sizes and one port, with more of `spec`. */
export function aTemplate(spec: Partial<TemplateDocument["spec"]> = {}): TemplateDocument {
  return {
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Template",
    metadata: { name: "web-service", version: "1.0.0", title: "Web", description: "Answers.", owner: "platform-team" },
    spec: {
      workload: "Deployment",
      form: [],
      defaults: {
        spec: {
          ports: [{ name: "http", port: 8080, protocol: "http" }],
          health: { ready: { http: { port: "http", path: "/readyz" } } },
          scale: { min: 2, max: 4 },
        },
      },
      sizes: {
        large: { cpu: "1", memory: "2Gi", ephemeralStorage: "1Gi" },
        small: { cpu: "100m", memory: "128Mi", ephemeralStorage: "1Gi" },
      },
      ...spec,
    },
  };
}

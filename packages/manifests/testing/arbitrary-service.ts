import { checkDocument, type ServiceDocument } from "@fairlead/domain";
import fc from "fast-check";

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/);
const path = fc.stringMatching(/^\/[a-z0-9]{1,20}(\/[a-z0-9]{1,20}){0,3}$/);
const port = fc.integer({ min: 1, max: 65535 });
const text = fc.string({ maxLength: 60, unit: "grapheme" });

const EXEC = { exec: { command: ["/ask"] } };

const spec = fc.record(
  {
    owner: name,
    system: name,
    tier: fc.constantFrom(1, 2, 3, 4),
    size: fc.constantFrom("small", "medium", "large"),
    ports: fc.uniqueArray(
      fc.record({ name: fc.stringMatching(/^[a-z]{1,8}$/), port, protocol: fc.constantFrom("http", "grpc", "tcp") }),
      { maxLength: 5, selector: (each) => each.name },
    ),
    expose: fc.constantFrom({ to: "nobody" }, { to: "team" }, { to: "public", hosts: ["a.example.com"] }),
    runAsUser: fc.integer({ min: 10_000, max: 100_000 }),
    scale: fc.record({ min: fc.integer({ min: 1, max: 5 }), max: fc.integer({ min: 5, max: 500 }) }),
    env: fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,20}$/), text),
    files: fc.uniqueArray(fc.record({ path, content: text }), { maxLength: 4, selector: (file) => file.path }),
    scratch: fc.uniqueArray(fc.record({ path, size: fc.constantFrom("1Mi", "1Gi") }), {
      maxLength: 4,
      selector: (scratch) => scratch.path,
    }),
    needs: fc.array(
      fc.oneof(
        fc.record({ service: fc.oneof(name, fc.constantFrom("cart", "search", "constructor")) }),
        fc.record({ resource: fc.constantFrom("orders-db", "mail-relay", "constructor") }),
        fc.record({ external: fc.constant("api.example.com"), port }),
      ),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: ["owner"] },
);

/** Declarations of many shapes for the template web-service, as the schema takes them. */
export const arbitraryService: fc.Arbitrary<ServiceDocument> = fc
  .record({ metadata: fc.record({ name }), spec })
  .map(({ metadata, spec: answers }) => {
    // Checks that name no port go with any ports.
    const health = { ready: EXEC, live: EXEC, startup: EXEC };
    const value = { template: "web-service@1.0.0", health, ...answers };
    return checkDocument({ apiVersion: "fairlead.dev/v1alpha1", kind: "Service", metadata, spec: value }).document;
  })
  .filter((document) => document?.kind === "Service");

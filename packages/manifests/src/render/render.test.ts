import type { KubernetesObject, ServiceDocument } from "@fairlead/domain";
import { writeYaml } from "@fairlead/yaml";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryService } from "../../testing/arbitrary-service.ts";
import { goldenCases } from "../../testing/golden-case.ts";
import { shuffleKeys } from "../../testing/shuffle-keys.ts";
import { fieldsOf, itemsOf } from "../json/fields.ts";
import { canonicalJson } from "./canonical-json.ts";
import { render } from "./render.ts";
import type { RenderInput } from "./render-input.ts";

const cases = goldenCases().map(({ input }) => input);
const [base] = cases.filter(({ environment }) => environment.metadata.name === "prod");

/** A declaration in the surroundings of a golden case. */
function inputFor(service: ServiceDocument): RenderInput {
  if (base === undefined) throw new Error("a golden case is missing");
  return { ...base, service, destination: { ...base.destination, namespace: service.metadata.name } };
}

function objectsOf(input: RenderInput): KubernetesObject[] {
  const result = render(input);
  return result.ok ? [...result.value.guarded, ...result.value.objects] : [];
}

const inputs = fc.oneof(fc.constantFrom(...cases), arbitraryService.map(inputFor));

describe("equal input gives equal bytes", () => {
  test("in whatever order keys come", () => {
    fc.assert(
      fc.property(inputs, fc.integer(), (input, seed) => {
        const shuffled = shuffleKeys(input, seed);
        expect(writeYaml(objectsOf(shuffled))).toBe(writeYaml(objectsOf(input)));
        expect(canonicalJson(shuffled)).toBe(canonicalJson(input));
      }),
    );
  });

  test("however often, and the input stays as it was", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const before = JSON.stringify(input);
        expect(JSON.stringify(render(input))).toBe(JSON.stringify(render(input)));
        expect(JSON.stringify(input)).toBe(before);
      }),
    );
  });
});

// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ and …/labels/
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_KEY = /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

describe("whatever is declared", () => {
  const holds = (property: (objects: KubernetesObject[], input: RenderInput) => void) =>
    fc.assert(fc.property(inputs, (input) => property(objectsOf(input), input)));

  test("every object lies in the one namespace, under a name that a cluster takes", () => {
    holds((objects, { destination }) => {
      // A schedule lies with Velero, and names this namespace alone.
      for (const { kind, metadata } of objects.filter((object) => object.kind !== "Schedule")) {
        expect(metadata.name).toMatch(DNS_LABEL);
        expect(kind === "Namespace" ? metadata.name : metadata.namespace).toBe(destination.namespace);
      }
    });
  });

  test("no two objects are the same one", () => {
    holds((objects) => {
      expect(new Set(objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`)).size).toBe(objects.length);
    });
  });

  test("labels are ones, and say whose it is", () => {
    holds((objects, { refs }) => {
      for (const { labels = {} } of objects.map(({ metadata }) => metadata)) {
        for (const [key, value] of Object.entries(labels))
          expect([key, value]).toEqual([expect.stringMatching(LABEL_KEY), expect.stringMatching(LABEL_VALUE)]);
        expect([labels.owner, labels["fairlead.dev/team"]]).toEqual([refs.team, refs.team]);
      }
    });
  });

  test("selectors find the pods, and pods say nothing that changes with ownership", () => {
    holds((objects, { refs }) => {
      for (const { spec } of objects.filter(({ kind }) => kind === "Deployment")) {
        const { selector, template } = fieldsOf(spec);
        const labels = fieldsOf(fieldsOf(fieldsOf(template).metadata).labels);
        expect(labels).toMatchObject(fieldsOf(fieldsOf(selector).matchLabels));
        expect(Object.keys(labels)).not.toEqual(expect.arrayContaining(["owner"]));
        expect(JSON.stringify(template)).not.toContain(refs.contact);
      }
    });
  });

  test("what is mounted is there, once", () => {
    holds((objects) => {
      for (const { spec } of objects.filter(({ kind }) => kind === "Deployment")) {
        const pod = fieldsOf(fieldsOf(fieldsOf(spec).template).spec);
        const volumes = itemsOf(pod.volumes).map((volume) => fieldsOf(volume).name);
        const mounts = itemsOf(pod.containers).flatMap((each) => itemsOf(fieldsOf(each).volumeMounts).map(fieldsOf));
        expect(new Set(volumes).size).toBe(volumes.length);
        expect(volumes).toEqual(expect.arrayContaining(mounts.map(({ name }) => name)));
        expect(new Set(mounts.map(({ mountPath }) => mountPath)).size).toBe(mounts.length);
      }
    });
  });

  test("the autoscaler owns the number of replicas, or the workload does", () => {
    holds((objects) => {
      const scaled = objects.some(({ kind }) => ["HorizontalPodAutoscaler", "ScaledObject"].includes(kind));
      for (const { spec } of objects.filter(({ kind }) => kind === "Deployment")) {
        expect("replicas" in fieldsOf(spec)).toBe(!scaled);
      }
    });
  });
});

test("changing owner, tier and contact changes no pod", () => {
  const pods = (input: RenderInput) =>
    objectsOf(input).flatMap(({ kind, spec }) =>
      kind === "Deployment" ? [JSON.stringify(fieldsOf(spec).template)] : [],
    );
  for (const input of cases) {
    const refs = { ...input.refs, team: "another-team", tier: 4 as const, contact: "https://elsewhere.example.com" };
    expect(pods({ ...input, refs })).toEqual(pods(input));
  }
});

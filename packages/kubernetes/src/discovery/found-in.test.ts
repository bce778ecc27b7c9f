import type { KubernetesObject } from "@fairlead/domain";
import { describe, expect, test } from "vitest";
import { collectorIn } from "./collector-in.ts";
import { gatewaysIn } from "./gateways-in.ts";
import { monitoringIn } from "./monitoring-in.ts";
import { apiServerIn, hasIpv6 } from "./network-in.ts";

const object = (kind: string, namespace: string, name: string, rest: Record<string, unknown>): KubernetesObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name, namespace },
  ...rest,
});

describe("gateways", () => {
  const listener = (hostname: string | undefined, from?: string) => ({
    protocol: "HTTPS",
    ...(hostname === undefined ? {} : { hostname }),
    ...(from === undefined ? {} : { allowedRoutes: { namespaces: { from } } }),
  });
  const status = { conditions: [{ type: "Programmed", status: "True" }] };

  test("are known by the hosts of the listeners that take services' routes", () => {
    const listeners = [listener("*.example.com", "All"), listener(undefined, "Selector"), listener("own.test", "Same")];
    const found = gatewaysIn([object("Gateway", "gateway-system", "public", { spec: { listeners }, status })]);
    expect(found.value).toEqual([
      { name: "public", namespace: "gateway-system", hosts: ["*.example.com", "*"], programmed: true },
    ]);
    expect(found.notes).toEqual([]);
  });

  test("that take none, or that nothing serves, are told of", () => {
    const closed = object("Gateway", "a", "closed", { spec: { listeners: [listener("a.test")] }, status });
    const idle = object("Gateway", "b", "idle", { spec: { listeners: [listener("b.test", "All")] } });
    const { value, notes } = gatewaysIn([closed, idle]);
    expect(value).toEqual([{ name: "idle", namespace: "b", hosts: ["b.test"], programmed: false }]);
    expect(notes).toEqual([
      expect.stringContaining("closed in a takes no routes"),
      expect.stringContaining("idle in b is not programmed"),
    ]);
  });
});

describe("Prometheus", () => {
  const prometheus = (name: string, spec: Record<string, unknown>) =>
    object("Prometheus", "monitoring", name, { spec });

  test("picks monitors by its selector's labels", () => {
    const everywhere = { serviceMonitorNamespaceSelector: {} };
    const spec = { ...everywhere, serviceMonitorSelector: { matchLabels: { release: "prometheus" } } };
    expect(monitoringIn([prometheus("k8s", spec)], "cluster.local")).toEqual({
      value: {
        namespace: "monitoring",
        labels: { release: "prometheus" },
        prometheus: "http://prometheus-operated.monitoring.svc.cluster.local:9090",
      },
      notes: [],
    });
    expect(
      monitoringIn([prometheus("k8s", { ...everywhere, serviceMonitorSelector: {} })], "cluster.local").value?.labels,
    ).toEqual({});
  });

  test("that picks nothing of services is told of", () => {
    expect(monitoringIn([prometheus("k8s", {})], "cluster.local").notes).toEqual([
      expect.stringContaining("picks no ServiceMonitors"),
      expect.stringContaining("its own namespace only"),
    ]);
  });

  test("of two nobody knows which is meant", () => {
    const { value, notes } = monitoringIn([prometheus("one", {}), prometheus("two", {})], "cluster.local");
    expect(value).toBeUndefined();
    expect(notes).toEqual([
      "There are several Prometheus (monitoring/one, monitoring/two). Say in spec.profile of the cluster which to use.",
    ]);
  });
});

describe("the collector", () => {
  const collector = (mode: string, receivers: Record<string, unknown>) =>
    object("OpenTelemetryCollector", "telemetry", "traces", { spec: { mode, config: { receivers } } });

  test("is found at the Service that its operator makes, on the ports of its receiver", () => {
    const otlp = { protocols: { grpc: { endpoint: "0.0.0.0:14317" }, http: null } };
    expect(collectorIn([collector("deployment", { otlp })], "cluster.local").value).toEqual({
      namespace: "telemetry",
      endpoint: "http://traces-collector.telemetry.svc.cluster.local:14317",
      httpEndpoint: "http://traces-collector.telemetry.svc.cluster.local:4318",
    });
  });

  test("is none that sits beside pods, or that takes something else", () => {
    const otlp = { protocols: { grpc: {} } };
    expect(collectorIn([collector("sidecar", { otlp })], "cluster.local").value).toBeUndefined();
    expect(collectorIn([collector("deployment", { jaeger: {} })], "cluster.local").value).toBeUndefined();
  });
});

test("the API server is where its Service leads, once for each address", () => {
  const endpoints = [{ addresses: ["10.0.0.11"] }, { addresses: ["10.0.0.10"] }];
  const slice = object("EndpointSlice", "default", "kubernetes", { endpoints, ports: [{ name: "https", port: 6443 }] });
  expect(apiServerIn([slice, slice])).toEqual({ addresses: ["10.0.0.10", "10.0.0.11"], port: 6443 });
  expect(
    apiServerIn([object("EndpointSlice", "default", "kubernetes", { endpoints: null, ports: null })]),
  ).toBeUndefined();
});

test("a cluster has IPv6 where its Services have", () => {
  const cidr = (...cidrs: string[]) => object("ServiceCIDR", "", "kubernetes", { spec: { cidrs } });
  expect(hasIpv6([cidr("10.0.0.0/16")])).toBe(false);
  expect(hasIpv6([cidr("10.0.0.0/16", "fd00:1::/108")])).toBe(true);
});

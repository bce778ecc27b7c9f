import type { Build } from "../render/build.ts";
import { series } from "./series.ts";

/** A series that Prometheus keeps of what it worked out. */
export interface Recording {
  /** `level:metric:operations`, https://prometheus.io/docs/practices/rules/ */
  record: string;
  expr: string;
  labels?: Readonly<Record<string, string>>;
}

/**
 * The labels of everything recorded: what never changes in a service's life. With the owner among them, a
 * reorganisation would begin the thirty days of a budget anew.
 */
export function recordedLabels({ name, environment }: Build): Record<string, string> {
  return { service: name, environment: environment.metadata.name };
}

/** PromQL that selects a recorded series of this service, which has its namespace to itself. */
export function recorded(build: Build, name: string, labels: Readonly<Record<string, string>> = {}): string {
  return series(name, { namespace: build.destination.namespace, ...labels });
}

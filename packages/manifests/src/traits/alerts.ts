import { offers } from "@fairlead/domain";
import { absenceAlerts } from "../monitoring/alerts/absence-alerts.ts";
import type { Alert } from "../monitoring/alerts/alert.ts";
import { jobAlerts } from "../monitoring/alerts/job-alerts.ts";
import { metricsUnread } from "../monitoring/alerts/metrics-unread.ts";
import { replicaAlerts } from "../monitoring/alerts/replica-alerts.ts";
import { requestAlerts } from "../monitoring/alerts/request-alerts.ts";
import { saturationAlerts } from "../monitoring/alerts/saturation-alerts.ts";
import { volumeAlerts } from "../monitoring/alerts/volume-alerts.ts";
import { MONITORING_API } from "../monitoring/monitors.ts";
import { prometheusRule, type RuleGroup } from "../monitoring/prometheus-rule.ts";
import { requestRecordings } from "../monitoring/request-recordings.ts";
import { requestsOf } from "../monitoring/requests.ts";
import { levelAlerts, levelGaps } from "../monitoring/service-level/level-alerts.ts";
import { levelRecordings } from "../monitoring/service-level/level-recordings.ts";
import { type ServiceLevel, serviceLevels } from "../monitoring/service-level/service-level.ts";
import type { Build } from "../render/build.ts";
import type { Gap } from "../render/gap.ts";
import type { Trait } from "./trait.ts";

/** Somebody hears of it when the service is down, slow, full or not measured, and before a promise is broken. */
export const alerts: Trait = (build) => {
  const { workload } = build.template.spec;
  if (workload === "None") return {};
  const { levels, gaps, violations } = serviceLevels(build);
  const lacking = whatLacks(build);
  if (!offers(build.profile, `${MONITORING_API}/PrometheusRule`)) return { gaps: lacking, violations };
  const rules = prometheusRule(build, ruleGroups(build, levels));
  return { objects: [rules], gaps: [...lacking, ...gaps, ...levels.flatMap(levelGaps)], violations };
};

// Within the five minutes for which Prometheus takes a series as the present one.
const SELDOM = "2m";

function ruleGroups(build: Build, levels: readonly ServiceLevel[]): RuleGroup[] {
  const requests = requestsOf(build);
  const recordings = levels.map((level) => levelRecordings(build, level));
  const isJob = ["CronJob", "Job"].includes(build.template.spec.workload);
  const measured = new Set(levels.map(({ name }) => name));
  const conditions: Alert[] = [
    ...(isJob ? jobAlerts(build) : [...replicaAlerts(build), ...saturationAlerts(build), ...volumeAlerts(build)]),
    ...(requests === undefined ? [] : requestAlerts(build, requests, measured)),
    ...levels.flatMap((level) => levelAlerts(build, level)),
    ...(isJob || build.spec.telemetry?.metrics === undefined ? [] : [metricsUnread(build)]),
  ];
  const groups: RuleGroup[] = [
    {
      name: "requests",
      recordings: [
        ...(requests === undefined ? [] : requestRecordings(requests)),
        ...recordings.flatMap(({ often }) => often),
      ],
    },
    { name: "budgets", interval: SELDOM, recordings: recordings.flatMap(({ seldom }) => seldom) },
    { name: "alerts", alerts: [...conditions, ...absenceAlerts(build, conditions)] },
  ];
  return groups.filter(({ recordings: some = [], alerts: any = [] }) => some.length + any.length > 0);
}

function whatLacks({ profile, destination }: Build): Gap[] {
  if (!offers(profile, `${MONITORING_API}/PrometheusRule`)) {
    const because = `${destination.cluster} has no Prometheus operator`;
    return [{ what: "Alerts", because, remedy: "Ask the platform team for one; until then nobody is told." }];
  }
  if (profile.monitoring !== undefined) return [];
  return [
    {
      what: "Pick-up of its alerts",
      because: `the profile of ${destination.cluster} does not say by which labels Prometheus picks rules`,
      remedy: "Ask the platform team to set them; until then nobody may be told.",
    },
  ];
}

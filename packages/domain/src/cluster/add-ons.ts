/** The kinds beyond a plain cluster's that rendering knows what to do with, as `group/version/Kind`. */
export const ADD_ON_APIS = [
  "cilium.io/v2/CiliumNetworkPolicy",
  "external-secrets.io/v1/ExternalSecret",
  "gateway.networking.k8s.io/v1/GRPCRoute",
  "gateway.networking.k8s.io/v1/HTTPRoute",
  "keda.sh/v1alpha1/ScaledObject",
  "monitoring.coreos.com/v1/PodMonitor",
  "monitoring.coreos.com/v1/PrometheusRule",
  "monitoring.coreos.com/v1/ServiceMonitor",
  "opentelemetry.io/v1alpha1/Instrumentation",
  "snapshot.storage.k8s.io/v1/VolumeSnapshot",
  "velero.io/v1/Schedule",
] as const;

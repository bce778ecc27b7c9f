export { type AttachOptions, attachCluster, describeAttachment } from "./attachment/attach-cluster.ts";
export { clusterGateway } from "./cluster-gateway.ts";

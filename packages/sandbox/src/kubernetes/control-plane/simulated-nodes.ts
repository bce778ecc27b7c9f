import { type AdminAccess, adminRequest } from "./admin-request.ts";

const ZONES = ["a", "b", "c"];

/** Three nodes in three zones, for kwok to play. */
export async function makeNodes(access: AdminAccess, cluster: string): Promise<void> {
  for (const zone of ZONES) {
    const name = `${cluster}-${zone}`;
    const node = {
      apiVersion: "v1",
      kind: "Node",
      metadata: {
        name,
        labels: {
          "kubernetes.io/hostname": name,
          "kubernetes.io/os": "linux",
          "kubernetes.io/arch": "amd64",
          "topology.kubernetes.io/region": cluster,
          "topology.kubernetes.io/zone": `${cluster}-${zone}`,
          "fairlead.dev/simulated": "true",
        },
      },
    };
    const { status, body } = await adminRequest(
      access,
      "PATCH",
      `/api/v1/nodes/${name}?fieldManager=fairlead-sandbox&force=true`,
      node,
    );
    if (status >= 300) throw new Error(`The node ${name} could not be made: ${body}`);
  }
}

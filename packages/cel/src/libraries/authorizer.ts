import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

class Authorizer {}
class PathCheck {}
class GroupCheck {}
class ResourceCheck {}
class Decision {}

const PREFIX = "kubernetes.authorization";

/**
 * Who may do what, which only a cluster can answer: the functions are known, so that such expressions compile, and fail
 * when they are evaluated. https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#Authz
 */
export const authorizer: CelLibrary = {
  name: "authorizer",
  sinceMinor: 27,
  register(environment) {
    const types = { Authorizer, PathCheck, GroupCheck, ResourceCheck, Decision };
    for (const [name, type] of Object.entries(types)) environment.registerType(`${PREFIX}.${name}`, type);
    const declare = (signature: string): void => {
      const full = signature.replaceAll("~", `${PREFIX}.`);
      environment.registerFunction(full, needsCluster, SYNC);
    };
    declare("~Authorizer.path(string): ~PathCheck");
    declare("~Authorizer.group(string): ~GroupCheck");
    declare("~Authorizer.serviceAccount(string, string): ~Authorizer");
    declare("~GroupCheck.resource(string): ~ResourceCheck");
    declare("~ResourceCheck.subresource(string): ~ResourceCheck");
    declare("~ResourceCheck.namespace(string): ~ResourceCheck");
    declare("~ResourceCheck.name(string): ~ResourceCheck");
    declare("~ResourceCheck.fieldSelector(string): ~ResourceCheck");
    declare("~ResourceCheck.labelSelector(string): ~ResourceCheck");
    declare("~ResourceCheck.check(string): ~Decision");
    declare("~PathCheck.check(string): ~Decision");
    declare("~Decision.allowed(): bool");
    declare("~Decision.reason(): string");
    declare("~Decision.errored(): bool");
    declare("~Decision.error(): string");
  },
};

function needsCluster(): never {
  throw evaluationError("only a cluster knows who may do what");
}

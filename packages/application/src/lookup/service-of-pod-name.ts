/** Kubernetes' alphabet for random names: no vowels, and nothing that looks like one (k8s.io/apimachinery, util/rand). */
const RANDOM = "[bcdfghjklmnpqrstvwxz2456789]";
const POD_OF_DEPLOYMENT = new RegExp(`^(.+)-${RANDOM}{6,10}-${RANDOM}{5}$`);

/** `checkout` of the pod name `checkout-7d9f8c6b5-x2x9k`: what a Deployment's pods are called. */
export function serviceOfPodName(name: string): string | undefined {
  return POD_OF_DEPLOYMENT.exec(name)?.[1];
}

import { parseImageReference } from "@fairlead/domain";
import { CommandFailure } from "../../client/command-failure.ts";

/** `--image REF` for every service, or `--image SERVICE=REF` for one of them. */
export function readImages(
  given: readonly string[],
  services: readonly string[],
): (service: string) => string | undefined {
  const byService = new Map<string, string>();
  let forAll: string | undefined;
  for (const text of given) {
    const [, service, image = text] = /^([^=/:@]+)=(.*)$/s.exec(text) ?? [];
    if (parseImageReference(image) === undefined) {
      throw new CommandFailure(2, `--image ${text.slice(0, 200)} is not an image.`, [
        "Write it like registry.example.com/shop/checkout:v1.9.2, or checkout=registry.example.com/….",
      ]);
    }
    if (service !== undefined && !services.includes(service)) {
      throw new CommandFailure(2, `--image is for ${service}, which is not among the services given.`, [
        `There are ${services.join(", ") || "none"}.`,
      ]);
    }
    if (service === undefined) forAll = image;
    else byService.set(service, image);
  }
  return (service) => byService.get(service) ?? forAll;
}

/** Asks a registry which digest a tag stands for. */
export interface ImageResolver {
  /** `digest` is `sha256:…`; where it cannot be had, `reason` says why as a phrase, such as `registry away`. */
  resolve(image: string): Promise<{ digest: string } | { digest?: undefined; reason: string }>;
}

/** Takes the digest from the reference where it stands there, and asks nobody. */
export const referenceOnlyResolver: ImageResolver = {
  resolve: async (image) => {
    const digest = image.split("@")[1];
    return digest === undefined ? { reason: "the tag was not looked up: Fairlead asks no registry yet" } : { digest };
  },
};

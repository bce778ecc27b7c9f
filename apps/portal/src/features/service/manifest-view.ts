/** One object of a service: what it does in words, and its YAML. */
export interface ManifestView {
  kind: string;
  name: string;
  summary: string;
  yaml: string;
}

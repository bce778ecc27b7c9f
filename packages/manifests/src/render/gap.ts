/** Something declared that this destination cannot give, said rather than dropped. */
export interface Gap {
  /** What is missing, such as `Route for shop.example.com`. */
  what: string;
  because: string;
  remedy: string;
}

/** Stores that are consumed as a service or run on machines of their own, by the last part of their image's path. */
const STORES: Readonly<Record<string, string>> = {
  cassandra: "cassandra",
  elasticsearch: "elasticsearch",
  kafka: "kafka",
  mariadb: "mariadb",
  memcached: "memcached",
  minio: "object-store",
  mongo: "mongodb",
  mongodb: "mongodb",
  mysql: "mysql",
  nats: "nats",
  opensearch: "opensearch",
  postgres: "postgres",
  postgresql: "postgres",
  rabbitmq: "rabbitmq",
  redis: "redis",
  valkey: "redis",
};

/** What kind of store an image is; `undefined` where it is none that is known. */
export function dataStore(image: string): string | undefined {
  const repository = (image.split("@")[0] ?? "").replace(/:[^/:]*$/, "");
  const last = repository.split("/").at(-1) ?? "";
  return Object.hasOwn(STORES, last) ? STORES[last] : undefined;
}

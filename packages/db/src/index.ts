export { accountStore } from "./access/account-store.ts";
export { reportPreparation } from "./cluster/report-preparation.ts";
export { connect, type Database } from "./database.ts";
export { idempotencyStore } from "./idempotency/idempotency-store.ts";
export { isMigrated } from "./is-migrated.ts";
export { changeFeed } from "./live/change-feed.ts";
export { migrate } from "./migrate/migrate.ts";
export { readers } from "./readers.ts";
export { unitOfWork } from "./unit-of-work.ts";

/** What says where programs, caches, proxies and certificates of this machine are. */
const NAMES =
  /^(PATH|HOME|TMPDIR|LANG|LC_ALL|TZ|XDG_CACHE_HOME|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|(HTTPS?|NO)_PROXY|GO(PROXY|FLAGS|PATH|ROOT|MODCACHE|CACHE|SUMDB|NOSUMDB|NOPROXY|PRIVATE|TOOLCHAIN|INSECURE))$/i;

/** The part of the environment that a program started by us may see: the machine's, without settings and secrets. */
export function machineEnv(source: Record<string, string | undefined> = process.env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => NAMES.test(entry[0]) && entry[1] !== undefined),
  );
}

/** The parts of a service's page, each with an address of its own. */
export const SERVICE_TABS = ["overview", "releases", "manifests", "dependencies", "activity"] as const;
export type ServiceTab = (typeof SERVICE_TABS)[number];

const part = encodeURIComponent;

/** Every address of the portal, so that none is written twice. */
export const paths = {
  home: () => "/",
  signIn: (callbackUrl?: string) => `/sign-in${callbackUrl === undefined ? "" : `?callbackUrl=${part(callbackUrl)}`}`,
  find: (query: string) => `/find?q=${part(query)}`,
  services: () => "/services",
  declare: () => "/declare",
  /** From plain manifests to declarations. */
  adopt: () => "/adopt",
  service: (name: string, tab: ServiceTab = "overview") =>
    tab === "overview" ? `/services/${part(name)}` : `/services/${part(name)}/${tab}`,
  /** The service's page with the deploy dialog open; with the image to bring where it is not the declared one. */
  deploy: (name: string, environment: string, image?: string) =>
    `/services/${part(name)}?deploy=${part(environment)}${image === undefined ? "" : `&image=${part(image)}`}`,
  editService: (name: string) => `/services/${part(name)}/edit`,
  resources: () => "/resources",
  /** Something off the platform. */
  resource: (name: string) => `/resources/${part(name)}`,
  editResource: (name: string) => `/resources/${part(name)}/edit`,
  /** To a newer version of its template; the newest where none is named. */
  upgrade: (name: string, version?: string) =>
    `/services/${part(name)}/upgrade${version === undefined ? "" : `?to=${part(version)}`}`,
  templates: () => "/templates",
  template: (name: string) => `/templates/${part(name)}`,
  editTemplate: (name: string) => `/templates/${part(name)}/edit`,
  delivery: (id: string) => `/deliveries/${part(id)}`,
  exceptions: () => "/exceptions",
  exception: (number: number) => `/exceptions/${number}`,
  /** The form that asks for one, with what is known already. */
  askException: (known: { service?: string; environment?: string; policy?: string } = {}) => {
    const query = new URLSearchParams(known);
    return query.size === 0 ? "/exceptions/new" : `/exceptions/new?${query}`;
  },
  policies: () => "/policies",
  policy: (id: string) => `/policies/${part(id)}`,
  clusters: () => "/clusters",
};

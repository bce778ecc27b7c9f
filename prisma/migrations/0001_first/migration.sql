-- What Postgres remembers, for the main path: declare, deliver, watch, find the owner.
-- Rules that must always hold are constraints and triggers here, not code elsewhere.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Rows that never change once written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

-- Who -----------------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  email text,
  groups text[] NOT NULL DEFAULT '{}',
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT person_identity UNIQUE (issuer, subject)
);

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash text NOT NULL CONSTRAINT session_token UNIQUE,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_person ON session (person_id);

CREATE TABLE api_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  hash text NOT NULL CONSTRAINT api_token_hash UNIQUE,
  prefix text NOT NULL,
  name text NOT NULL,
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_token_person ON api_token (person_id);

CREATE TABLE team (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL CONSTRAINT team_name UNIQUE,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  parent_id uuid REFERENCES team (id),
  contacts jsonb NOT NULL DEFAULT '[]',
  document jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE team_group (
  team_id uuid NOT NULL REFERENCES team (id) ON DELETE CASCADE,
  idp_group text NOT NULL,
  role text NOT NULL CONSTRAINT team_group_role CHECK (role IN ('viewer', 'developer', 'maintainer')),
  PRIMARY KEY (team_id, idp_group)
);
CREATE INDEX team_group_idp_group ON team_group (idp_group);

-- What ----------------------------------------------------------------------------------------------------------

-- Services, resources and systems share this key, so that whatever points at something owned has a foreign key.
CREATE TABLE entity (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CONSTRAINT entity_kind CHECK (kind IN ('Service', 'Resource', 'System')),
  name text NOT NULL,
  title text NOT NULL,
  description text NOT NULL DEFAULT '',
  team_id uuid NOT NULL REFERENCES team (id),
  system_id uuid REFERENCES entity (id),
  tier integer CONSTRAINT entity_tier CHECK (tier BETWEEN 1 AND 4),
  lifecycle text,
  links jsonb NOT NULL DEFAULT '[]',
  contacts jsonb NOT NULL DEFAULT '[]',
  document jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT entity_kind_name UNIQUE (kind, name)
);
CREATE INDEX entity_team ON entity (team_id);
CREATE INDEX entity_system ON entity (system_id);

CREATE TABLE service (
  entity_id uuid PRIMARY KEY REFERENCES entity (id),
  source text NOT NULL DEFAULT 'portal' CONSTRAINT service_source CHECK (source IN ('portal', 'repository')),
  managed boolean NOT NULL DEFAULT true,
  template_name text,
  template_version text,
  revision integer NOT NULL
);

CREATE TABLE service_revision (
  service_id uuid NOT NULL REFERENCES service (entity_id) DEFERRABLE INITIALLY DEFERRED,
  number integer NOT NULL,
  document jsonb NOT NULL,
  author_id uuid REFERENCES person (id),
  reason text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (service_id, number)
);
ALTER TABLE service ADD CONSTRAINT service_current_revision
  FOREIGN KEY (entity_id, revision) REFERENCES service_revision (service_id, number) DEFERRABLE INITIALLY DEFERRED;
CREATE TRIGGER service_revision_append_only BEFORE UPDATE OR DELETE ON service_revision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Declared: from current revisions. The target may be missing, so it is a name.
CREATE TABLE dependency (
  service_id uuid NOT NULL REFERENCES service (entity_id) ON DELETE CASCADE,
  target_kind text NOT NULL CONSTRAINT dependency_target_kind CHECK (target_kind IN ('service', 'resource', 'external')),
  target_name text NOT NULL,
  target_port text NOT NULL DEFAULT '',
  optional boolean NOT NULL DEFAULT false,
  PRIMARY KEY (service_id, target_kind, target_name, target_port)
);
CREATE INDEX dependency_target ON dependency (target_kind, target_name);

CREATE TABLE ownership (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  entity_id uuid NOT NULL REFERENCES entity (id),
  team_id uuid NOT NULL REFERENCES team (id),
  valid_from timestamptz NOT NULL DEFAULT now(),
  valid_to timestamptz,
  CONSTRAINT ownership_no_overlap EXCLUDE USING gist (entity_id WITH =, tstzrange(valid_from, valid_to) WITH &&)
);

-- How -----------------------------------------------------------------------------------------------------------

CREATE TABLE template_version (
  name text NOT NULL,
  version text NOT NULL,
  document jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT now(),
  published_by uuid REFERENCES person (id),
  PRIMARY KEY (name, version)
);
CREATE TRIGGER template_version_append_only BEFORE UPDATE OR DELETE ON template_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The policies that a release was vetted with, by the digest of their texts.
CREATE TABLE policy_set (
  digest text PRIMARY KEY,
  documents jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER policy_set_append_only BEFORE UPDATE OR DELETE ON policy_set
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Where ---------------------------------------------------------------------------------------------------------

CREATE TABLE cluster (
  name text PRIMARY KEY,
  title text NOT NULL,
  document jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  simulated boolean NOT NULL DEFAULT false,
  kubernetes_version text,
  profile jsonb,
  profile_at timestamptz,
  last_contact_at timestamptz,
  unreachable_since timestamptz,
  unreachable_reason text,
  -- While it is being prepared: {step, percent, message}; null once it is there.
  preparation jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE environment (
  name text PRIMARY KEY,
  title text NOT NULL,
  sort_order integer NOT NULL,
  production boolean NOT NULL DEFAULT false,
  document jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE placement (
  environment text NOT NULL REFERENCES environment (name) ON DELETE CASCADE,
  cluster text NOT NULL REFERENCES cluster (name),
  sort_order integer NOT NULL,
  PRIMARY KEY (environment, cluster)
);
CREATE INDEX placement_cluster ON placement (cluster);

-- A service in an environment on a cluster. The namespace is chosen once and never derived again.
CREATE TABLE destination (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id uuid NOT NULL REFERENCES service (entity_id),
  environment text NOT NULL REFERENCES environment (name),
  cluster text NOT NULL REFERENCES cluster (name),
  namespace text NOT NULL,
  -- Kinds that deliveries wrote here, as "Kind.group": what pruning looks at.
  kinds text[] NOT NULL DEFAULT '{}',
  sync text NOT NULL DEFAULT 'Unknown' CONSTRAINT destination_sync CHECK (sync IN ('Synced', 'OutOfSync', 'Unknown')),
  health text NOT NULL DEFAULT 'Missing' CONSTRAINT destination_health
    CHECK (health IN ('Healthy', 'Progressing', 'Degraded', 'Suspended', 'Missing', 'Unknown')),
  health_reason text NOT NULL DEFAULT '',
  health_since timestamptz NOT NULL DEFAULT now(),
  ready_replicas integer NOT NULL DEFAULT 0,
  wanted_replicas integer NOT NULL DEFAULT 0,
  -- The release that serves there, as the last successful delivery left it.
  serving_release_id uuid,
  observed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT destination_place UNIQUE (service_id, environment, cluster),
  CONSTRAINT destination_namespace UNIQUE (cluster, namespace)
);
CREATE INDEX destination_environment ON destination (environment);

-- When ----------------------------------------------------------------------------------------------------------

CREATE TABLE release (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  service_id uuid NOT NULL REFERENCES service (entity_id),
  number integer NOT NULL,
  revision integer NOT NULL,
  template_name text NOT NULL,
  template_version text NOT NULL,
  image text NOT NULL,
  -- sha256:…, or null with the reason beside it.
  digest text,
  digest_reason text NOT NULL DEFAULT '',
  policy_set text NOT NULL REFERENCES policy_set (digest),
  commit_sha text,
  actor_id uuid REFERENCES person (id),
  actor_name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT release_number UNIQUE (service_id, number),
  CONSTRAINT release_digest_known CHECK (digest IS NOT NULL OR digest_reason <> ''),
  CONSTRAINT release_revision FOREIGN KEY (service_id, revision) REFERENCES service_revision (service_id, number),
  CONSTRAINT release_template FOREIGN KEY (template_name, template_version) REFERENCES template_version (name, version)
);
CREATE TRIGGER release_append_only BEFORE UPDATE OR DELETE ON release
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE destination ADD CONSTRAINT destination_serving_release
  FOREIGN KEY (serving_release_id) REFERENCES release (id);

-- Rendered objects, by the digest of their canonical JSON.
CREATE TABLE blob (
  digest text PRIMARY KEY,
  content jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE TRIGGER blob_append_only BEFORE UPDATE OR DELETE ON blob
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE rendering (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  release_id uuid NOT NULL REFERENCES release (id),
  destination_id uuid NOT NULL REFERENCES destination (id),
  input_digest text NOT NULL,
  blob_digest text NOT NULL REFERENCES blob (digest),
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT rendering_input UNIQUE (release_id, destination_id, input_digest)
);
CREATE TRIGGER rendering_append_only BEFORE UPDATE OR DELETE ON rendering
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE delivery (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  destination_id uuid NOT NULL REFERENCES destination (id),
  release_id uuid NOT NULL REFERENCES release (id),
  rendering_id uuid NOT NULL REFERENCES rendering (id),
  -- Rises per destination; the fence in the cluster. The cluster may know a higher one, then it is raised.
  number bigint NOT NULL,
  state text NOT NULL DEFAULT 'queued' CONSTRAINT delivery_state
    CHECK (state IN ('queued', 'applying', 'verifying', 'succeeded', 'failed', 'superseded')),
  reason text NOT NULL DEFAULT '',
  attempt integer NOT NULL DEFAULT 0,
  ready_replicas integer NOT NULL DEFAULT 0,
  wanted_replicas integer NOT NULL DEFAULT 0,
  requested_by uuid REFERENCES person (id),
  requested_by_name text NOT NULL,
  lease_holder text,
  lease_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  ended_at timestamptz,
  CONSTRAINT delivery_number UNIQUE (destination_id, number),
  CONSTRAINT delivery_ended CHECK ((ended_at IS NOT NULL) = (state IN ('succeeded', 'failed', 'superseded')))
);
CREATE UNIQUE INDEX delivery_one_current ON delivery (destination_id) WHERE state IN ('queued', 'applying', 'verifying');
CREATE INDEX delivery_release ON delivery (release_id);
CREATE INDEX delivery_created ON delivery (created_at DESC, id);

CREATE TABLE delivery_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES delivery (id),
  at timestamptz NOT NULL DEFAULT now(),
  -- How it is to be read: good, moving, bad, warn or quiet.
  tone text NOT NULL CONSTRAINT delivery_event_tone CHECK (tone IN ('good', 'moving', 'bad', 'warn', 'quiet')),
  message text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX delivery_event_delivery ON delivery_event (delivery_id, id);
CREATE TRIGGER delivery_event_append_only BEFORE UPDATE OR DELETE ON delivery_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A projection of what runs: what the look-up box finds when clusters are away.
CREATE TABLE observed_object (
  cluster text NOT NULL REFERENCES cluster (name),
  kind text NOT NULL,
  namespace text NOT NULL,
  name text NOT NULL,
  uid text NOT NULL,
  service_id uuid REFERENCES service (entity_id),
  environment text,
  health text NOT NULL DEFAULT 'Unknown',
  reason text NOT NULL DEFAULT '',
  -- Further names under which it is seen: images, addresses, hosts.
  identifiers text[] NOT NULL DEFAULT '{}',
  observed_at timestamptz NOT NULL DEFAULT now(),
  gone_at timestamptz,
  PRIMARY KEY (cluster, uid)
);
CREATE INDEX observed_object_name ON observed_object (name);
CREATE INDEX observed_object_namespace ON observed_object (cluster, namespace, kind);
CREATE INDEX observed_object_identifiers ON observed_object USING gin (identifiers);
CREATE INDEX observed_object_service ON observed_object (service_id);

-- Wakes loops; carries no truth.
CREATE TABLE job (
  queue text NOT NULL,
  key text NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  run_at timestamptz NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  lease_holder text,
  lease_until timestamptz,
  PRIMARY KEY (queue, key)
);
CREATE INDEX job_due ON job (queue, run_at);

-- Who holds what may be held by one process only, such as the watch of a cluster.
CREATE TABLE lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  until timestamptz NOT NULL
);

CREATE TABLE audit_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor_id uuid REFERENCES person (id),
  actor_name text NOT NULL,
  via text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_name text NOT NULL,
  team text,
  environment text,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_event_subject ON audit_event (subject_kind, subject_name, id DESC);
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE idempotency_key (
  person_id uuid NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  key text NOT NULL,
  route text NOT NULL,
  request_digest text NOT NULL,
  status integer,
  response jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key)
);

-- Narrow, kept in step in the same transaction as what it points at.
CREATE TABLE search_entry (
  kind text NOT NULL,
  name text NOT NULL,
  -- Lower-case: the name, title, hosts and images, one line each.
  body text NOT NULL,
  entity_id uuid REFERENCES entity (id) ON DELETE CASCADE,
  team_id uuid REFERENCES team (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, name)
);
CREATE INDEX search_entry_body ON search_entry USING gin (body gin_trgm_ops);
CREATE INDEX search_entry_name ON search_entry (name text_pattern_ops);

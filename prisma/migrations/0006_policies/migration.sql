-- Policies: when each is held how, and how they stand in clusters.

-- What somebody decided about a policy; the newest counts. Before both dates a policy only audits.
CREATE TABLE policy_stage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  policy text NOT NULL,
  warn_from timestamptz,
  deny_from timestamptz,
  reason text NOT NULL,
  actor_id uuid REFERENCES person (id),
  actor_name text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT policy_stage_order CHECK (warn_from <= deny_from)
);
CREATE INDEX policy_stage_policy ON policy_stage (policy, id DESC);
CREATE TRIGGER policy_stage_append_only BEFORE UPDATE OR DELETE ON policy_stage
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- How the policies of a cluster stood when somebody last looked.
CREATE TABLE policy_sync (
  cluster text PRIMARY KEY REFERENCES cluster (name) ON DELETE CASCADE,
  mode text NOT NULL DEFAULT 'manage' CONSTRAINT policy_sync_mode CHECK (mode IN ('manage', 'observe')),
  -- Null until the first look came to its end.
  checked_at timestamptz,
  duration_ms integer NOT NULL DEFAULT 0,
  writes integer NOT NULL DEFAULT 0,
  -- Why the last try failed; empty where it did not.
  problem text NOT NULL DEFAULT ''
);

CREATE TABLE policy_standing (
  cluster text NOT NULL REFERENCES cluster (name) ON DELETE CASCADE,
  policy text NOT NULL,
  state text NOT NULL CONSTRAINT policy_standing_state
    CHECK (state IN ('in-step', 'behind', 'changed', 'missing', 'refused', 'unsupported')),
  detail text NOT NULL DEFAULT '',
  changed_by text,
  changed_at timestamptz,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cluster, policy)
);
CREATE INDEX policy_standing_policy ON policy_standing (policy);

-- What others did to policies in clusters, and what came of it.
CREATE TABLE policy_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  cluster text NOT NULL,
  policy text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  message text NOT NULL
);
CREATE INDEX policy_event_policy ON policy_event (policy, id DESC);
CREATE TRIGGER policy_event_append_only BEFORE UPDATE OR DELETE ON policy_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the policies have against rendered objects, whatever the stage: worked out once for each set of policies.
CREATE TABLE vetting (
  blob_digest text PRIMARY KEY REFERENCES blob (digest),
  policy_set text NOT NULL,
  -- [{policy, object, message}]
  findings jsonb NOT NULL,
  vetted_at timestamptz NOT NULL DEFAULT now()
);

-- The step before a deploy: that it is done is remembered here, not by the Job, which may be gone.
-- Once for a release in an environment, on the cluster whose delivery came first, whatever others the environment has.

CREATE TABLE before_deploy (
  release_id uuid NOT NULL REFERENCES release (id),
  environment text NOT NULL REFERENCES environment (name),
  -- Where it runs.
  destination_id uuid NOT NULL REFERENCES destination (id),
  state text NOT NULL DEFAULT 'running' CONSTRAINT before_deploy_state
    CHECK (state IN ('running', 'succeeded', 'failed')),
  reason text NOT NULL DEFAULT '',
  attempt integer NOT NULL DEFAULT 1 CONSTRAINT before_deploy_attempt CHECK (attempt > 0),
  started_at timestamptz NOT NULL DEFAULT now(),
  -- By then the cluster has ended it: one that nobody looks after holds up no other release for longer.
  until timestamptz NOT NULL,
  ended_at timestamptz,
  CONSTRAINT before_deploy_once PRIMARY KEY (release_id, environment),
  CONSTRAINT before_deploy_ended CHECK ((ended_at IS NOT NULL) = (state IN ('succeeded', 'failed')))
);
CREATE INDEX before_deploy_destination ON before_deploy (destination_id);

-- What is done stays done.
CREATE FUNCTION before_deploy_keeps_success() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a step that succeeded is not run again' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER before_deploy_success BEFORE UPDATE OR DELETE ON before_deploy
  FOR EACH ROW WHEN (OLD.state = 'succeeded') EXECUTE FUNCTION before_deploy_keeps_success();

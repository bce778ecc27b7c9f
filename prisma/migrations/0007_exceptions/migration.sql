-- Exceptions: what the platform does not allow, allowed to one service until a moment. A request never changes; what
-- people decide about it is added beside it. Whether one holds follows from these rows and the clock.

CREATE TABLE exception (
  number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service_id uuid NOT NULL REFERENCES service (entity_id),
  environments text[] NOT NULL CONSTRAINT exception_somewhere CHECK (cardinality(environments) > 0),
  -- {kind: policy, policy} or {kind: setting, setting, value}.
  subject jsonb NOT NULL CONSTRAINT exception_subject_kind CHECK (subject ->> 'kind' IN ('policy', 'setting')),
  reason text NOT NULL CONSTRAINT exception_reason CHECK (btrim(reason) <> ''),
  control text NOT NULL CONSTRAINT exception_control CHECK (btrim(control) <> ''),
  until timestamptz NOT NULL,
  requested_by uuid NOT NULL REFERENCES person (id),
  requested_at timestamptz NOT NULL,
  CONSTRAINT exception_until CHECK (until > requested_at AND until <= requested_at + interval '90 days'),
  -- For the decision to point at: who asked belongs to the request.
  CONSTRAINT exception_requester UNIQUE (number, requested_by)
);
CREATE INDEX exception_service ON exception (service_id, number DESC);
CREATE INDEX exception_until_index ON exception (until);
CREATE TRIGGER exception_append_only BEFORE UPDATE OR DELETE ON exception
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE exception_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  exception_number integer NOT NULL,
  -- Repeated from the request, so that a constraint can hold it against who decides.
  requested_by uuid NOT NULL,
  kind text NOT NULL CONSTRAINT exception_decision_kind CHECK (kind IN ('approved', 'refused', 'withdrawn', 'ended')),
  decided_by uuid NOT NULL REFERENCES person (id),
  decided_at timestamptz NOT NULL,
  reason text NOT NULL,
  CONSTRAINT exception_decision_request FOREIGN KEY (exception_number, requested_by)
    REFERENCES exception (number, requested_by),
  CONSTRAINT exception_decision_another CHECK (kind NOT IN ('approved', 'refused') OR decided_by <> requested_by)
);
CREATE UNIQUE INDEX exception_decided_once ON exception_decision (exception_number) WHERE kind <> 'ended';
CREATE UNIQUE INDEX exception_ended_once ON exception_decision (exception_number) WHERE kind = 'ended';
CREATE TRIGGER exception_decision_append_only BEFORE UPDATE OR DELETE ON exception_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION exception_decision_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.kind = 'approved' AND NOT EXISTS (
    SELECT 1 FROM "exception" e WHERE e.number = NEW.exception_number AND e.until > NEW.decided_at
  ) THEN
    RAISE EXCEPTION 'an exception whose time has passed is not approved' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'ended' AND NOT EXISTS (
    SELECT 1 FROM exception_decision d WHERE d.exception_number = NEW.exception_number AND d.kind = 'approved'
  ) THEN
    RAISE EXCEPTION 'only an approved exception is ended' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER exception_decision_fits BEFORE INSERT ON exception_decision
  FOR EACH ROW EXECUTE FUNCTION exception_decision_fits();

-- The exceptions without which a rendering would be another one, or would not have been let through.
CREATE TABLE rendering_exception (
  rendering_id uuid NOT NULL REFERENCES rendering (id),
  exception_number integer NOT NULL REFERENCES exception (number),
  PRIMARY KEY (rendering_id, exception_number)
);
CREATE INDEX rendering_exception_number ON rendering_exception (exception_number);
CREATE TRIGGER rendering_exception_append_only BEFORE UPDATE OR DELETE ON rendering_exception
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a cluster was last seen to hold: the policies that a namespace's labels let it off.
CREATE TABLE namespace_exception (
  destination_id uuid NOT NULL REFERENCES destination (id) ON DELETE CASCADE,
  policy text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (destination_id, policy)
);

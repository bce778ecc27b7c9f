-- Whether something belongs on Kubernetes at all: what its template asked, and what somebody decided and why. Kept for
-- what runs here against advice, and for what was put off the platform. The question is empty where nobody was asked.
CREATE TABLE fit_decision (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  entity_id uuid NOT NULL REFERENCES entity (id),
  template_name text NOT NULL,
  template_version text NOT NULL,
  question text NOT NULL,
  advice text NOT NULL,
  outcome text NOT NULL CONSTRAINT fit_decision_outcome CHECK (outcome IN ('on-platform', 'off-platform')),
  reason text NOT NULL CONSTRAINT fit_decision_reason CHECK (reason <> ''),
  decided_by uuid REFERENCES person (id),
  decided_by_name text NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT fit_decision_template FOREIGN KEY (template_name, template_version) REFERENCES template_version (name, version)
);
CREATE INDEX fit_decision_entity ON fit_decision (entity_id, decided_at);
CREATE TRIGGER fit_decision_append_only BEFORE UPDATE OR DELETE ON fit_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

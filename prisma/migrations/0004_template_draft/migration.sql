-- How a platform engineer writes the next version of a golden template.

-- The text as somebody wrote it, with its comments, where it was written in the portal; and what is new in it.
ALTER TABLE template_version ADD COLUMN source text;
ALTER TABLE template_version ADD COLUMN note text NOT NULL DEFAULT '';
ALTER TABLE template_version ADD CONSTRAINT template_version_form CHECK (version ~ '^\d+\.\d+\.\d+$');

-- One draft for each template: who opens the editor goes on where the last one stopped.
CREATE TABLE template_draft (
  name text PRIMARY KEY,
  text text NOT NULL CONSTRAINT template_draft_size CHECK (octet_length(text) BETWEEN 1 AND 262144),
  version integer NOT NULL DEFAULT 1 CONSTRAINT template_draft_version CHECK (version > 0),
  updated_by uuid REFERENCES person (id),
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- Who uses a template, and which version.
CREATE INDEX service_template ON service (template_name, template_version);

import { trpc } from "../trpc/trpc.ts";
import { checkTemplate } from "./check-template.ts";
import { discardTemplateDraft } from "./discard-template-draft.ts";
import { exampleOfTemplate } from "./example-of-template.ts";
import { getTemplate } from "./get-template.ts";
import { impactOfTemplate } from "./impact-of-template.ts";
import { listTemplateUse } from "./list-template-use.ts";
import { listTemplates } from "./list-templates.ts";
import { openTemplate } from "./open-template.ts";
import { previewTemplate } from "./preview-template.ts";
import { publishTemplate } from "./publish-template.ts";
import { saveTemplateDraft } from "./save-template-draft.ts";
import { showTemplate } from "./show-template.ts";

export const templateRouter = trpc.router({
  list: listTemplates,
  get: getTemplate,
  use: listTemplateUse,
  show: showTemplate,
  open: openTemplate,
  example: exampleOfTemplate,
  check: checkTemplate,
  preview: previewTemplate,
  impact: impactOfTemplate,
  saveDraft: saveTemplateDraft,
  discardDraft: discardTemplateDraft,
  publish: publishTemplate,
});

/** Something that somebody did. */
export interface ActivityView {
  id: string;
  at: Date;
  by: string;
  action: string;
  subject: { kind: string; name: string };
  team?: string;
  environment?: string;
  summary: string;
}

export interface ActivityReader {
  list(query: { subject?: { kind: string; name: string }; before?: string; limit: number }): Promise<ActivityView[]>;
}

/** A panel of Grafana's, as far as we use it. */
export interface Panel {
  title: string;
  /** Grafana's name for it, such as `percentunit`. */
  unit: string;
  /** What is drawn, by the words in the legend; `{{pod}}` stands for a label. */
  canBeNegative?: boolean;
  queries: Readonly<Record<string, string>>;
}

const WIDTH = 8;
const HEIGHT = 7;
const IN_A_ROW = 3;

// A dashboard that came as a file is asked for its source of data when it is opened.
const DATASOURCE = { type: "prometheus", uid: "$datasource" } as const;

/** The panels as Grafana's JSON, three in a row. */
export function panelsAsJson(panels: readonly Panel[]): Record<string, unknown>[] {
  return panels.map(({ title, unit, canBeNegative, queries }, index) => ({
    id: index + 1,
    type: "timeseries",
    title,
    datasource: DATASOURCE,
    gridPos: {
      x: (index % IN_A_ROW) * WIDTH,
      y: Math.floor(index / IN_A_ROW) * HEIGHT,
      w: WIDTH,
      h: HEIGHT,
    },
    fieldConfig: { defaults: canBeNegative ? { unit } : { unit, min: 0 }, overrides: [] },
    targets: Object.entries(queries).map(([legend, expr], place) => ({
      refId: String.fromCharCode("A".charCodeAt(0) + place),
      legendFormat: legend,
      expr,
    })),
  }));
}

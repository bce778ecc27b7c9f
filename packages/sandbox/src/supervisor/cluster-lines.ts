/** What a terminal is told of clusters that are being prepared. */
export interface ClusterLines {
  /** A line that stays. */
  say(line: string): void;
  show(cluster: string, state: { percent: number; message: string; ready: boolean }): void;
}

interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** On a terminal, progress rewrites the last line; elsewhere a line is written when there is something new to say. */
export function clusterLines(output: Output): ClusterLines {
  const told = new Map<string, string>();
  let shown = false;
  const clear = () => {
    if (shown) output.write("\r\u001b[K");
    shown = false;
  };
  const say = (line: string) => {
    clear();
    output.write(`${line}\n`);
  };
  return {
    say,
    show(cluster, { percent, message, ready }) {
      // Without what counts up: twelve packages are the same news as eleven.
      const news = ready ? "ready" : message.replace(/\d+/g, "");
      if (told.get(cluster) !== news) {
        told.set(cluster, news);
        if (ready) return say(`Cluster ${cluster} is ready`);
        if (output.isTTY !== true) return say(`Cluster ${cluster}: ${message}`);
      }
      if (output.isTTY !== true || ready) return;
      clear();
      const line = `Cluster ${cluster}: ${Math.round(percent)} %, ${message}`;
      output.write(line.slice(0, (output.columns ?? 80) - 1));
      shown = true;
    },
  };
}

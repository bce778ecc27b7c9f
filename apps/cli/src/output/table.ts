/** Rows with columns that line up, two spaces apart. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((max, row) => {
    row.forEach((cell, index) => {
      max[index] = Math.max(max[index] ?? 0, cell.length);
    });
    return max;
  }, []);
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

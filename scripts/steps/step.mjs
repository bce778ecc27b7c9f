const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * One line for a step: what is done and how long it may take, then how long it took. On a terminal the last line that
 * the step's programs printed is shown meanwhile.
 */
export async function step(title, expected, work) {
  const started = Date.now();
  const terminal = process.stdout.isTTY === true;
  const width = (process.stdout.columns ?? 80) - 1;
  const rewrite = (text) => process.stdout.write(`\r\u001b[K${text.slice(0, width)}`);
  if (terminal) rewrite(`… ${title} (${expected})`);
  else process.stdout.write(`… ${title} (${expected})\n`);
  let last = 0;
  const onLine = (line) => {
    if (!terminal || Date.now() - last < 200) return;
    last = Date.now();
    rewrite(`… ${title}, ${seconds(started)}: ${line}`);
  };
  try {
    await work(onLine);
  } catch (error) {
    if (terminal) rewrite("");
    process.stdout.write(`✗ ${title}\n`);
    throw error;
  }
  if (terminal) rewrite("");
  process.stdout.write(`✓ ${title}, ${seconds(started)}\n`);
}

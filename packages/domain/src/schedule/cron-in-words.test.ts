import { expect, test } from "vitest";
import { readCron } from "./cron.ts";
import { cronInWords } from "./cron-in-words.ts";

test.each([
  ["0 3 * * *", "every day at 03:00"],
  ["30 6,18 * * *", "every day at 06:30 and 18:30"],
  ["* * * * *", "every minute"],
  ["*/15 * * * *", "every 15 minutes"],
  ["@hourly", "every hour"],
  ["5 * * * *", "every hour at minute 5"],
  ["7,22 * * * *", "every hour at the minutes 7 and 22"],
  ["0 */6 * * *", "every 6 hours"],
  ["20 */12 * * *", "every 12 hours at minute 20"],
  ["0 8 * * mon-fri", "on Monday to Friday at 08:00"],
  ["0 8 * * 0,6", "on Sunday and Saturday at 08:00"],
  ["0 3 1 * *", "on day 1 of the month at 03:00"],
  ["0 3 1,15 1,7 *", "on day 1 and 15 of the month at 03:00 in January and July"],
  ["0 3 13 * 5", "on day 13 of the month and on Friday at 03:00"],
  ["*/10 8-17 * * 1-5", "every 10 minutes in the hours 08 to 17 on Monday to Friday"],
  ["5,35 8-17 * * *", "every day at the minutes 5 and 35 in the hours 08 to 17"],
  ["@yearly", "on day 1 of the month at 00:00 in January"],
])("%s is %s", (text, words) => {
  const cron = readCron(text);
  expect(cron.ok && cronInWords(cron.value)).toBe(words);
});

// @ts-check
// Rates a release with Lighthouse as on a phone: `node rate.mjs MODULES CHROMIUM DIST RUNS`. Fails where one of the ratings that depend on no
// machine is below 100, and says which audits are to blame. `cargo xtask test lighthouse` calls it.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { serve } from "../../benches/page/server.mjs";
import { blamed, medians } from "./ratings.mjs";

const [modules, chromium, dist, runs] = process.argv.slice(2);
const server = await serve(dist);
const flags = ["--headless=new", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
if (process.getuid?.() === 0) flags.push("--no-sandbox");

/** @returns {Promise<import("./ratings.mjs").Report>} */
async function rate() {
  const cli = join(modules, "lighthouse", "cli", "index.js");
  // Its own settings are those of a phone on a slow network. Nothing is sent to its makers.
  const options = ["--output=json", "--quiet", "--no-enable-error-reporting", "--only-categories=performance,accessibility,best-practices,seo"];
  const env = { ...process.env, CHROME_PATH: chromium };
  const child = spawn(process.execPath, [cli, server.url, ...options, `--chrome-flags=${flags.join(" ")}`], { env, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const part of child.stdout) text += part;
  if (!text) throw new Error("Lighthouse has no report, and says above why");
  return JSON.parse(text);
}

const reports = [];
try {
  for (let run = 0; run < Number(runs); run++) reports.push(await rate());
} finally {
  server.close();
}
let isGood = true;
for (const { name, id, score } of medians(reports)) {
  const isTest = id !== "performance";
  console.log(`${name}: ${score}${isTest ? "" : " (depends on the machine, so it is no test)"}`);
  if (isTest && score < 100) {
    isGood = false;
    for (const title of blamed(reports, id)) console.log(`  ${title}`);
  }
}
process.exitCode = isGood ? 0 : 1;

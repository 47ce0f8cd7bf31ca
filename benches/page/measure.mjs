// @ts-check
// Visits pages in turn and writes what came of each visit as JSON: `node measure.mjs CHROMIUM RUNS FOLDER OUT NAME:KIND...`. The pages lie in
// FOLDER under their names. `cargo xtask bench` calls it and works out the rest.

import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { serve } from "./server.mjs";
import { visit } from "./visit.mjs";

const [program, runs, folder, out, ...names] = process.argv.slice(2);
/** Answers that are traced in a visit. */
const ANSWERS = 20;

const visits = [];
for (let run = 1; run <= Number(runs); run++) {
  // In turn, so that whatever else the machine does meanwhile is spread over all of them.
  for (const page of names) {
    const [name, kind] = page.split(":");
    const server = await serve(resolve(join(folder, name)));
    try {
      const seen = await visit(program, kind, server.url, ANSWERS);
      visits.push({ name, ...seen });
      console.log(`run ${run} of ${runs}, ${name}: ${Math.round(seen.answerableAt)} ms to the first answer`);
    } finally {
      server.close();
    }
  }
}
const machine = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, processor: cpus()[0]?.model.trim() ?? "" };
writeFileSync(out, JSON.stringify({ ...machine, visits }));

// @ts-check
// What several reports of Lighthouse come to.

/** @typedef {{ id: string, weight: number }} Reference */
/** @typedef {{ title: string, score: number | null }} Audit */
/** @typedef {{ title: string, score: number | null, auditRefs: Reference[] }} Category */
/** @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit>, runtimeError?: { message: string } }} Report */

/**
 * The median rating of each category. One that could not be given is none of 100.
 * @param {Report[]} reports
 */
export function medians(reports) {
  for (const { runtimeError } of reports) if (runtimeError) throw new Error(runtimeError.message);
  return Object.entries(reports[0].categories).map(([id, { title }]) => {
    const scores = reports.map(({ categories }) => Math.round((categories[id].score ?? 0) * 100)).sort((one, other) => one - other);
    return { id, name: title, score: scores[Math.floor(scores.length / 2)] };
  });
}

/**
 * The audits of a category that were not passed in one of the reports.
 * @param {Report[]} reports
 * @param {string} id
 */
export function blamed(reports, id) {
  const titles = reports.flatMap(({ categories, audits }) =>
    categories[id].auditRefs.filter((reference) => reference.weight > 0 && (audits[reference.id].score ?? 1) < 1).map((reference) => audits[reference.id].title),
  );
  return [...new Set(titles)];
}

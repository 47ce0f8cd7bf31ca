// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { blamed, medians } from "./ratings.mjs";

/** @param {number | null} score @param {number | null} audit */
const report = (score, audit) => ({
  categories: { seo: { title: "SEO", score, auditRefs: [{ id: "robots", weight: 1 }, { id: "hint", weight: 0 }] } },
  audits: { robots: { title: "Robots", score: audit }, hint: { title: "Hint", score: 0 } },
});

test("the median of an odd number of reports is the one in the middle", () => {
  const reports = [1, 0.9, 0.95, 0.8, 0.97].map((score) => report(score, 1));
  assert.deepEqual(medians(reports), [{ id: "seo", name: "SEO", score: 95 }]);
});

test("a rating that could not be given is not passed", () => {
  assert.equal(medians([report(null, null)])[0].score, 0);
  assert.throws(() => medians([{ ...report(1, 1), runtimeError: { message: "no paint" } }]), /no paint/);
});

test("an audit that counts and was not passed is blamed once", () => {
  assert.deepEqual(blamed([report(1, 1), report(0.9, 0), report(0.9, 0)], "seo"), ["Robots"]);
  assert.deepEqual(blamed([report(1, null)], "seo"), []);
});

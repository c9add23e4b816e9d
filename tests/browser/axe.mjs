// axe-core on a page, in whatever state a test has brought it to.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// One line for each violation: the rule, the element, and what is wrong with it. Evaluated by the
// debugger, which the page's policy does not concern.
export async function axeFindings(page) {
  if (await page.evaluate(() => typeof window.axe === 'undefined')) await page.evaluate(source);
  return page.evaluate(async () => {
    const results = await window.axe.run(document, { resultTypes: ['violations'] });
    return results.violations.flatMap((violation) => violation.nodes.map((node) =>
      `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ')}`));
  });
}

// The Nu HTML checker has nothing to say of any page, as it is published and as the script leaves it.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { basicProject, ownRunbooks, startSite } from './browser_site.mjs';
import { markupFindings, textFindings } from './nu_checker.mjs';

const sites = {};

before(async () => {
  sites.own = await startSite(ownRunbooks);
  sites.basic = await startSite(basicProject);
});
after(async () => {
  for (const site of Object.values(sites)) await site.close();
});

test('the checker finds what is wrong', () => {
  const findings = textFindings('<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a"></i>');
  assert.ok(findings.some((finding) => finding.includes('Duplicate ID')), findings.join('\n'));
  assert.ok(findings.some((finding) => finding.includes('Stray end tag')), findings.join('\n'));
});

for (const name of ['own', 'basic']) {
  test(`no page of the ${name} project has an error or a warning`, () => {
    const { folder, paths } = sites[name];
    const pages = paths();
    assert.ok(pages.length > 10);
    assert.deepEqual(markupFindings(pages.map((path) => join(folder, path))), []);
  });
}

test('what the script makes of a page of each kind is as correct', async () => {
  const site = sites.own;
  const rendered = mkdtempSync(join(tmpdir(), 'runbookc-rendered-'));
  try {
    for (const [index, [path]] of Object.values(site.kinds()).entries()) {
      const { page, context } = await site.open(site.origins['over HTTP on loopback'] + path);
      const html = await page.evaluate(() => document.documentElement.outerHTML);
      writeFileSync(join(rendered, `${index}.html`), `<!doctype html>\n<!-- ${path} -->\n${html}`);
      await context.close();
    }
    assert.deepEqual(markupFindings(readdirSync(rendered).map((name) => join(rendered, name))), []);
  } finally {
    rmSync(rendered, { recursive: true, force: true });
  }
});

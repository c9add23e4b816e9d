// Nothing that a document says runs in the reader's browser: over a thousand payloads, each in every
// place that has words.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startSite } from './browser_site.mjs';
import { markupFindings } from './nu_checker.mjs';
import { openWatched } from './xss_watch.mjs';
import { payloads } from './xss_payloads.mjs';
import { hostileProject } from './xss_project.mjs';

test('there are over a thousand payloads, and no two are alike', () => {
  assert.ok(payloads.length >= 1000);
  const texts = new Set(payloads.map((payload) => payload.text));
  assert.equal(texts.size, payloads.length);
});

describe('a site of payloads', () => {
  let site;
  before(async () => {
    site = await startSite(hostileProject(payloads));
  });
  after(() => site?.close());

  test('has a page for every document', () => {
    const { runbooks } = site.json('index.json');
    assert.ok(runbooks.length >= payloads.length / 4);
    const words = JSON.stringify(runbooks);
    for (const payload of payloads.filter(({ category }) => !/clobbering|scheme/.test(category))) {
      assert.ok(words.includes(`xss(${payload.id})`) || !payload.text.includes(`xss(${payload.id})`), payload.text);
    }
  });

  test('runs nothing, shows no foreign element and asks nobody on any page', async () => {
    const paths = site.paths();
    assert.ok(paths.length > payloads.length);
    assert.deepEqual(await findingsOn(site, paths), []);
  });

  // Titles, headings, excerpts and commands of hostile documents, with parts of them marked.
  test('runs nothing in the results of a search', async () => {
    const queries = ['xss', 'script', 'onerror alert', 'javascript', 'img src', 'svg onload', '<img xss src=x onerror=xss(1)>',
      '"><script>xss(2)</script>', 'kind:command echo', 'kind:section', 'kind:command', 'constructor', '__proto__ words', 'owner:__proto__',
      'data text html base64', '</title><svg/onload=xss(3)>'];
    const watch = await openWatched(site.browser, site.origins['from the disk']);
    const findings = [];
    let count = 0;
    for (const query of queries) {
      const found = await watch.search(query);
      count += found.count;
      findings.push(...found.findings);
    }
    await watch.close();
    assert.deepEqual(findings, []);
    assert.ok(count > 100, `${count}`);
  });

  // Where an author puts which of the allowed elements is not our affair; that none ends early is.
  test('is HTML whose elements and attributes are the ones that were meant', () => {
    const broken = /stray|unclosed|end tag|duplicate|saw “|quote|not allowed on element|parse error|in attribute name/i;
    const pages = site.paths().filter((path, at) => path.startsWith('pages/') || at % 10 === 0);
    const findings = markupFindings(pages.map((path) => join(site.folder, path)));
    assert.ok(findings.length > 0);
    assert.deepEqual(findings.filter((finding) => !/Bad value/.test(finding) && broken.test(finding)), []);
  });

  test('has JSON that parses', () => {
    for (const path of site.paths('.json')) site.json(path);
  });
});

// In a few tabs at a time. The page for missing addresses has its own: what it asks from the site's
// root, its icon above all, may be asked after the visit, and would be held against the next page.
async function findingsOn(site, paths, tabs = 3) {
  const home = site.origins['from the disk'];
  const visit = async (part) => {
    const watch = await openWatched(site.browser, home);
    const findings = [];
    for (const path of part) {
      const url = path.split('/').map(encodeURIComponent).join('/');
      findings.push(...await watch.visit(url, readFileSync(join(site.folder, path), 'utf8')));
    }
    await watch.close();
    return findings;
  };
  const [alone, others] = [paths.filter((path) => path === '404.html'), paths.filter((path) => path !== '404.html')];
  const parts = Array.from({ length: tabs }, (_, tab) => others.filter((path, at) => at % tabs === tab));
  return (await Promise.all([alone, ...parts].map(visit))).flat();
}

// Each of these sites lacks one thing that the test above relies on: the escapes of the headings, and
// the policy.
describe('where an escape is missing', () => {
  const frail = payloads.filter((payload) => payload.id % 20 === 0);
  const raw = (html) => html.replace(/<h1[^]*?<\/h1>/g, (heading) => heading.replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  const withoutPolicy = (html) => raw(html).replace(/<meta http-equiv="Content-Security-Policy"[^\n]*/, '');

  const findingsWith = async (spoil) => {
    const site = await startSite(hostileProject(frail));
    try {
      const pages = site.paths().filter((path) => path.startsWith('pages/'));
      for (const path of pages) {
        const html = readFileSync(join(site.folder, path), 'utf8');
        assert.notEqual(spoil(html), html);
        writeFileSync(join(site.folder, path), spoil(html));
      }
      return await findingsOn(site, pages);
    } finally {
      await site.close();
    }
  };

  test('the policy keeps the payloads from running, and the test sees them', async () => {
    const findings = await findingsWith(raw);
    assert.equal(findings.filter((finding) => finding.includes('ran')).length, 0);
    for (const kind of ['foreign element', 'event attribute', 'policy', 'address']) {
      assert.ok(findings.some((finding) => finding.includes(kind)), kind);
    }
  });

  test('without the policy they run, and the test sees that', async () => {
    const findings = await findingsWith(withoutPolicy);
    const ran = new Set(findings.filter((finding) => finding.includes('ran')));
    assert.ok(ran.size >= 10, `${ran.size}`);
  });
});

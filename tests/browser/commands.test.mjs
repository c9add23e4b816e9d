// Copies commands, blocks and messages in Chromium, with and without values filled in, of the site
// of tests/browser/sites/commands and of the repository's own content.
//
// RUNBOOKC names the program (default build/release/runbookc), CHROMIUM the browser (see browser_site.mjs).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startBrowser } from './browser_site.mjs';
import { serveSite } from './site_server.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const program = resolve(process.env.RUNBOOKC ?? join(root, 'build/release/runbookc'));
const subject = 'copying.html';

let work, site, own, server, browser, commands, templates;

function build(project, out) {
  execFileSync(program, ['build', '-C', project, '--out', out, '--today', '2026-11-21', '-q'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
}

before(async () => {
  work = mkdtempSync(join(tmpdir(), 'runbookc-commands-'));
  cpSync(join(root, 'tests/browser/sites/commands'), join(work, 'project'), { recursive: true });
  site = join(work, 'site');
  own = join(work, 'own');
  build(join(work, 'project'), site);
  build(root, own);
  ({ commands, templates } = JSON.parse(readFileSync(join(site, 'commands.json'), 'utf8')));
  server = await serveSite(site, '/deep/base/');
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.close();
  if (work) rmSync(work, { recursive: true, force: true });
});

const origins = {
  'from the disk': () => pathToFileURL(site).href + '/',
  'over HTTP on loopback': () => `http://127.0.0.1:${server.port}/deep/base/`,
  'over HTTP on a host name': () => `http://runbooks.test:${server.port}/deep/base/`,
};
const loopback = () => origins['over HTTP on loopback']() + subject;

// The panel of parameters is opened, unless told otherwise.
async function open(url, { closed = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url, { waitUntil: 'load' });
  if (options.javaScriptEnabled !== false && !closed) await openPanel(page);
  return { page, context, complaints };
}

// What a paste into an editor would yield.
async function paste(page) {
  await page.evaluate(() => {
    const area = document.createElement('textarea');
    area.id = 'paste-here';
    document.body.appendChild(area);
    area.focus();
  });
  await page.keyboard.press('Control+V');
  return page.evaluate(() => {
    const area = document.getElementById('paste-here');
    area.remove();
    return area.value;
  });
}

// Until the page says so; a slow machine may miss what the button shows for two seconds.
const copied = (page) => page.waitForFunction(() =>
  document.querySelector('.live').textContent.startsWith('Copied'));

// Presses a button, agrees if it asks, and pastes.
async function copy(page, button) {
  await page.evaluate(() => { document.querySelector('.live').textContent = ''; });
  await button.click();
  const dialog = page.locator('dialog[open]');
  if (await dialog.count() > 0) await dialog.getByRole('button', { name: 'Copy' }).click();
  await copied(page);
  return paste(page);
}

const commandButton = (page, id) => page.locator(`[id="${id}"] .copy`);
const figureOf = (page, heading) => page.locator(`h2#${heading} + figure`);
const wholeButton = (page, heading) => figureOf(page, heading).locator('figcaption > .copy');
const openPanel = (page) => page.locator('.parameters details').evaluate((panel) => { panel.open = true; });
const field = (page, name) => page.locator('.parameters').getByLabel(name, { exact: true });

const anchorOf = (command) => 'cmd.' + command.id.split('#')[1];
const commandWith = (text) => {
  const found = commands.find((command) => command.text.includes(text));
  assert.ok(found, text);
  return found;
};

// With no value filled in: those that have a default show it.
const unfilled = (text) => text.replaceAll('<cluster>', 'prod-eu1');

for (const [name, origin] of Object.entries(origins)) {
  describe(name, () => {
    test('each command that stands alone copies alone, exactly', async () => {
      const { page, context, complaints } = await open(origin() + subject);
      let copied = 0;
      for (const command of commands) {
        const button = commandButton(page, anchorOf(command));
        const alone = await button.count();
        if (alone === 0) continue;  // it is the only one of its block, or relies on others
        assert.ok(command.standalone, command.text);
        assert.equal(await copy(page, button), unfilled(command.text));
        ++copied;
      }
      assert.ok(copied >= 7, String(copied));
      assert.deepEqual(complaints, []);
      await context.close();
    });

    test('each block copies whole: its only command, its commands at prompts, or its text', async () => {
      const { page, context } = await open(origin() + subject);
      const source = readFileSync(join(work, 'project/content', 'copying.md'), 'utf8');
      const block = (heading) => source.split('\n## ').find((part) => part.startsWith(heading))
        .split('```')[1].split('\n').slice(1, -1).join('\n');
      const expected = {
        alone: block('Alone'),
        several: block('Several'),
        relying: block('Relying'),
        script: block('Script'),
        session: 'kubectl get pods -n <NAMESPACE>\nprintf \'%s\\n\' "$HOME/x" |\n  sort',
        documents: block('Documents'),
        destroying: block('Destroying'),
        secrets: block('Secrets'),
        waiting: block('Waiting'),
        message: templates[0].text,
        other: block('Other'),
      };
      for (const [heading, text] of Object.entries(expected)) {
        assert.equal(await copy(page, wholeButton(page, heading)), unfilled(text), heading);
      }
      assert.equal(await page.locator('figcaption > .copy').count(), Object.keys(expected).length);
      await context.close();
    });
  });
}

test('every command and message of our own content is copied exactly', async () => {
  const file = JSON.parse(readFileSync(join(own, 'commands.json'), 'utf8'));
  const context = await browser.newContext();
  const page = await context.newPage();
  let checked = 0;
  for (const path of new Set([...file.commands, ...file.templates].map((entry) => entry.path))) {
    const url = path.replace(/^content\//, '').replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
    await page.goto(pathToFileURL(join(own, url)).href);
    const found = await page.evaluate(async () => {
      // The values of the page are taken away: what remains are its placeholders.
      document.querySelectorAll('.parameters input').forEach((input) => {
        input.value = '';
        input.dispatchEvent(new Event('input'));
      });
      const texts = [];
      navigator.clipboard.writeText = async (text) => { texts.push(text); };
      const press = async (button) => {
        button.click();
        document.querySelector('dialog[open] .danger')?.click();
        await new Promise((done) => setTimeout(done));
        return texts.at(-1);
      };
      const commands = {};
      for (const command of document.querySelectorAll('.doc .cmd')) {
        const figure = command.closest('figure');
        const single = figure.querySelectorAll('.cmd').length === 1;
        const button = (single && !command.classList.contains('part') ? figure : command).querySelector('.copy');
        commands[command.id] = button ? await press(button) : null;
      }
      const messages = [];
      for (const figure of document.querySelectorAll('figure[data-role="message"]')) {
        messages.push(await press(figure.querySelector('.copy')));
      }
      return { commands, messages };
    });
    const here = file.commands.filter((command) => command.path === path);
    for (const command of here) {
      const expected = command.standalone ? command.text : null;
      assert.equal(found.commands[anchorOf(command)], expected, path);
      ++checked;
    }
    assert.equal(Object.keys(found.commands).length, here.length);
    assert.deepEqual(found.messages, file.templates.filter((entry) => entry.path === path)
      .map((entry) => entry.text));
  }
  assert.ok(checked > 500);
  await context.close();
});

describe('parameters', () => {
  test('one value fills every command and message, however it is spelled', async () => {
    const { page, context } = await open(loopback());
    await field(page, 'NAMESPACE').fill('orders');
    await field(page, 'cluster').fill('stage-eu2');
    await field(page, 'TIME').fill('<b>14:30</b> & later');
    const delete_ = commandWith('kubectl delete');
    assert.equal(await page.locator(`[id="${anchorOf(delete_)}"] var`).nth(1).textContent(), 'orders');
    assert.equal(await copy(page, wholeButton(page, 'alone')),
      'kubectl --context stage-eu2 get pods -n orders');
    assert.equal(await copy(page, commandButton(page, anchorOf(commandWith('describe pod')))),
      'kubectl describe pod <POD> \\\n    --namespace="orders" |\n  sort -u');
    const message = await copy(page, wholeButton(page, 'message'));
    assert.ok(message.includes('Cluster stage-eu2 is slow for [NUMBER] customers; the next update is at <b>14:30</b> & later.'), message);
    assert.equal(await page.locator('main b:text("14:30")').count(), 0);
    await context.close();
  });

  test('what is still missing is marked, stays in the copy, and is said', async () => {
    const { page, context } = await open(loopback());
    assert.equal(await page.locator('.parameters .missing').textContent(),
      '9 values to fill in: NAMESPACE, db-password, parcel-id, POD, NOTE, Investigating | Fixed, …');
    const button = commandButton(page, anchorOf(commandWith('describe pod')));
    assert.ok((await copy(page, button)).includes('describe pod <POD>'));
    const warning = '2 values are still missing: <POD>, <NAMESPACE>.';
    assert.equal(await page.locator('.live').textContent(), 'Copied. ' + warning);
    assert.equal(await page.locator('.notice p').textContent(), warning);
    await page.locator('.notice').getByRole('button', { name: 'Fill in' }).click();
    assert.equal(await page.evaluate(() => document.activeElement.id), await field(page, 'NAMESPACE').getAttribute('id'));
    await page.keyboard.type('orders');
    await page.keyboard.press('Enter');
    assert.ok(await page.evaluate(() => document.activeElement.classList.contains('copy')));
    await field(page, 'POD').fill('api-0');
    await copy(page, button);
    assert.equal(await page.locator('.notice').count(), 0);
    assert.equal(await page.locator('.live').textContent(), 'Copied');
    await context.close();
  });

  test('values stay in the address, in the session, and in a link that is opened', async () => {
    const { page, context } = await open(loopback() + '#several');
    await field(page, 'NAMESPACE').fill('a b&c=d#e/ü%');
    await field(page, 'POD').fill('api-0');
    await field(page, 'NAMESPACE').press('Tab');
    await page.waitForFunction(() => location.hash.includes('p.POD='));
    const address = page.url();
    assert.ok(address.endsWith('#several&p.NAMESPACE=a%20b%26c%3Dd%23e%2F%C3%BC%25&p.POD=api-0'), address);
    assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), 'several');
    await page.goto('about:blank');
    await page.goto(loopback());
    await openPanel(page);
    assert.equal(await field(page, 'NAMESPACE').inputValue(), 'a b&c=d#e/ü%');
    await context.close();

    const other = await open(address, { closed: true });
    assert.equal(await field(other.page, 'NAMESPACE').inputValue(), 'a b&c=d#e/ü%');
    assert.equal(await other.page.evaluate(() => document.querySelector(':target')?.id), 'several');
    assert.ok(await other.page.evaluate(() => {
      const { top } = document.getElementById('several').getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    }));
    assert.equal(other.page.url(), address);
    await other.context.close();
  });

  test('a link within the page keeps them, and one with other values brings those', async () => {
    const { page, context } = await open(loopback() + '#p.POD=one');
    assert.equal(await field(page, 'POD').inputValue(), 'one');
    await page.evaluate(() => { location.hash = '#session'; });
    await page.waitForFunction(() => location.hash === '#session&p.POD=one');
    await page.evaluate(() => { location.hash = '#p.pod=two&p.unknown=x&p.namespace'; });
    await page.waitForFunction(() => document.querySelectorAll('.field input')[4].value === 'two');
    await field(page, 'POD').fill('three');
    await page.waitForFunction(() => location.hash.endsWith('p.POD=three'));
    await page.goBack();
    await page.waitForFunction(() => location.hash === '#session&p.POD=three');
    assert.equal(await field(page, 'POD').inputValue(), 'three');
    await context.close();
  });

  test('a secret value is in the copy and nowhere else', async () => {
    const { page, context } = await open(loopback());
    const secret = field(page, 'db-password');
    assert.equal(await secret.getAttribute('type'), 'password');
    await secret.fill('hunter2!');
    await secret.press('Tab');
    assert.equal(await copy(page, wholeButton(page, 'secrets')), 'vault login hunter2!');
    const traces = await page.evaluate(() =>
      location.href + JSON.stringify(sessionStorage) + JSON.stringify(localStorage) + document.body.innerHTML);
    assert.ok(!traces.includes('hunter2'));
    await page.reload();
    assert.equal(await field(page, 'db-password').inputValue(), '');
    await context.close();
    const linked = await open(loopback() + '#p.db-password=x');
    assert.equal(await field(linked.page, 'db-password').inputValue(), '');
    assert.ok(!linked.page.url().includes('db-password'));
    await linked.context.close();
  });

  test('a value that the shell would read in its own way is warned about, and not changed', async () => {
    const { page, context } = await open(loopback());
    const value = '$(id) `x` \'y\' "z" -n; a\\b';
    await field(page, 'NAMESPACE').fill(value);
    assert.match(await page.locator('.field .state').nth(1).textContent(), /the shell reads in its own way/);
    assert.equal(await copy(page, wholeButton(page, 'alone')), 'kubectl --context prod-eu1 get pods -n ' + value);
    assert.match(await page.locator('.live').textContent(), /^Copied\. The value of NAMESPACE holds characters/);
    // In quotes a blank does no harm.
    await field(page, 'NOTE').fill('a b');
    assert.equal(await page.locator('.field', { hasText: 'NOTE' }).locator('.state').textContent(), '');
    await context.close();
  });

  test('such a value from a link is asked about, and one that does not show is refused', async () => {
    const { page, context } = await open(loopback() + '#p.NAMESPACE=x%3B%20reboot&p.POD=a%0Ab');
    assert.equal(await field(page, 'POD').inputValue(), '');
    assert.match(await page.locator('.field .state').nth(4).textContent(), /was not taken/);
    await wholeButton(page, 'alone').click();
    assert.match(await page.locator('dialog .reasons').textContent(), /NAMESPACE came with the link/);
    assert.equal(await page.locator('dialog .preview').textContent(), 'kubectl --context prod-eu1 get pods -n x; reboot');
    await page.keyboard.press('Escape');
    await page.reload();
    await openPanel(page);
    await wholeButton(page, 'alone').click();
    assert.equal(await page.locator('dialog[open]').count(), 1);
    await page.keyboard.press('Escape');
    await field(page, 'NAMESPACE').fill('y');
    assert.ok((await copy(page, wholeButton(page, 'alone'))).endsWith(' y'));
    await context.close();
  });

  test('a variable that commands need can be set from a value', async () => {
    const { page, context } = await open(loopback());
    const button = page.locator('.field .copy');
    assert.equal(await button.isVisible(), false);
    await field(page, 'NAMESPACE').fill("it's");
    assert.equal(await button.textContent(), 'Copy export NAMESPACE');
    assert.equal(await copy(page, button), "export NAMESPACE='it'\\''s'");
    await context.close();
  });

  test('what the project declares for all is asked for where it is used, with its description', async () => {
    const { page, context } = await open(loopback());
    const parcel = page.locator('.field', { hasText: 'parcel-id' });
    assert.equal(await parcel.locator('.hint').textContent(), 'From the label');
    assert.equal(await page.locator('.field', { hasText: 'UNUSED' }).count(), 0);
    await context.close();
  });

  test('a click on a placeholder leads to its field, and a sentence follows, too', async () => {
    const { page, context } = await open(loopback(), { closed: true });
    assert.equal(await field(page, 'POD').isVisible(), false);
    await page.locator('var[data-name="POD"]').first().click();
    assert.ok(await field(page, 'POD').evaluate((element) => element === document.activeElement));
    await page.keyboard.type('api-0');
    assert.equal(await page.locator('p code.param').textContent(), 'api-0');
    await context.close();
  });

  test('clearing goes back to the defaults', async () => {
    const { page, context } = await open(loopback() + '#p.cluster=x&p.POD=y');
    await page.getByRole('button', { name: 'Clear' }).click();
    assert.equal(await field(page, 'POD').inputValue(), 'y');
    await page.getByRole('button', { name: 'Really clear them?' }).click();
    assert.equal(await field(page, 'cluster').inputValue(), 'prod-eu1');
    assert.equal(page.url(), loopback());
    await page.reload();
    assert.equal(await field(page, 'POD').inputValue(), '');
    await context.close();
  });
});

for (const name of ['over HTTP on loopback', 'over HTTP on a host name']) {
  describe(`what destroys, ${name}`, () => {
    const destroying = async () => {
      const opened = await open(origins[name]() + subject + '#p.POD=api-0');
      const button = commandButton(opened.page, anchorOf(commandWith('kubectl delete')));
      return { ...opened, button };
    };

    test('asks first, with what would be copied, why, and what is missing', async () => {
      const { page, context, button } = await destroying();
      assert.equal(await button.textContent(), 'Copy…');
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'This destroys data or service' });
      assert.ok(await dialog.isVisible());
      assert.equal(await dialog.locator('.preview').textContent(), 'kubectl delete pvc data-api-0 -n <NAMESPACE>');
      const { risk_reason: reason } = commandWith('kubectl delete');
      assert.ok(reason);
      assert.equal(await dialog.locator('.reasons').textContent(), 'Destroys: ' + reason);
      assert.equal(await dialog.locator('.warn').textContent(), '1 value is still missing: <NAMESPACE>.');
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Cancel');
      await context.close();
    });

    test('copies nothing on Escape or Cancel, and focus returns', async () => {
      const { page, context, button } = await destroying();
      await copy(page, wholeButton(page, 'alone'));
      const before = await paste(page);
      for (const key of ['Escape', 'Enter']) {
        await button.focus();
        await page.keyboard.press('Enter');
        await page.keyboard.press(key);
        await page.locator('dialog').waitFor({ state: 'detached' });
        assert.ok(await button.evaluate((element) => element === document.activeElement));
      }
      assert.equal(await paste(page), before);
      await context.close();
    });

    test('copies by keyboard, and focus returns', async () => {
      const { page, context, button } = await destroying();
      await button.focus();
      await page.keyboard.press('Enter');
      const copyButton = page.locator('dialog .danger');
      for (let i = 0; i < 4 && !await copyButton.evaluate((element) => element === document.activeElement); ++i) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await copied(page);
      assert.ok(await button.evaluate((element) => element === document.activeElement));
      assert.equal(await paste(page), 'kubectl delete pvc data-api-0 -n <NAMESPACE>');
      await context.close();
    });

    test('asks for a whole block that holds it', async () => {
      const { page, context } = await destroying();
      await wholeButton(page, 'several').click();
      const text = await page.locator('dialog .preview').textContent();
      assert.ok(text.startsWith('# What is there\nkubectl get pods -n <namespace>   # all of them\n  kubectl'), text);
      await page.locator('dialog .danger').click();
      await copied(page);
      assert.equal(await paste(page), text);
      await context.close();
    });
  });
}

test('the log has what was copied', async () => {
  const { page, context } = await open(loopback());
  const sort = commandWith('describe pod');
  await copy(page, commandButton(page, anchorOf(sort)));
  const log = await page.evaluate(() => JSON.parse(sessionStorage.getItem('runbook:' + location.pathname + ':log')));
  assert.deepEqual(log.map(({ kind, text, anchor }) => ({ kind, text, anchor })),
    [{ kind: 'copied', text: sort.text, anchor: anchorOf(sort) }]);
  await context.close();
});

test('where the browser refuses, the text is shown and selected', async () => {
  const { page, context } = await open(origins['over HTTP on a host name']() + subject);
  await page.evaluate(() => { document.execCommand = () => false; });
  await wholeButton(page, 'waiting').click();
  assert.ok(await page.getByRole('dialog', { name: /Press Ctrl\+C/ }).isVisible());
  assert.equal(await page.evaluate(() => String(getSelection())), 'tail -f /var/log/syslog');
  await context.close();
});

describe('risk', () => {
  test('is said in words, with its reason, and whether a command ends', async () => {
    const { page, context } = await open(loopback(), { javaScriptEnabled: false });
    assert.match(await figureOf(page, 'waiting').locator('figcaption').innerText(), /Reads only.*does not end by itself/);
    assert.match(await figureOf(page, 'destroying').locator('figcaption').innerText(), /Destroys: deletes files/);
    const several = figureOf(page, 'several');
    assert.match(await several.locator('figcaption').innerText(), /Destroys data or service/);
    assert.match(await several.locator('.cmd').nth(2).innerText(), /^Changes the number of replicas/);
    assert.ok((await several.locator('.cmd').first().innerText()).startsWith('kubectl get'));
    await context.close();
  });

  test('is no part of what is selected by hand', async () => {
    const { page, context } = await open(loopback());
    await page.evaluate(() => getSelection().selectAllChildren(document.querySelector('h2#several + figure code')));
    const selected = await page.evaluate(() => String(getSelection()));
    assert.ok(!selected.includes('Changes') && !selected.includes('Copy'), selected);
    assert.ok(selected.includes('kubectl scale'));
    await context.close();
  });
});

describe('without scripts', () => {
  test('the page lists its parameters and shows its placeholders', async () => {
    const { page, context } = await open(loopback(), { javaScriptEnabled: false });
    const list = await page.locator('.parameters').innerText();
    assert.match(list, /cluster\s+Where customers are <served> now\s+by default prod-eu1/);
    assert.equal(await page.locator('input').count(), 0);
    assert.equal(await page.locator('var.param').first().innerText(), '<cluster>');
    assert.equal(await page.locator('button').count(), 0);
    await context.close();
  });
});

describe('on a phone', () => {
  test('every command can be read without scrolling sideways', async () => {
    const { page, context } = await open(loopback(), { viewport: { width: 360, height: 740 } });
    const overflowing = await page.evaluate(() => [...document.querySelectorAll('[data-role="shell"] pre')]
      .filter((pre) => pre.scrollWidth > pre.clientWidth).length);
    assert.equal(overflowing, 0);
    const [content, window] = await page.evaluate(() =>
      [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= window, `${content} > ${window}`);
    await context.close();
  });

  test('buttons are large enough for a thumb', async () => {
    const { page, context } = await open(loopback(), { viewport: { width: 360, height: 740 } });
    const small = await page.evaluate(() => [...document.querySelectorAll('button, .parameters input')]
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && (width < 24 || height < 24)).length);
    assert.equal(small, 0);
    await context.close();
  });
});

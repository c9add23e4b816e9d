// A page that notices when something of a document's runs, or could.

// Opens a tab for the site at `home` (a URL that ends in a slash). visit(path, html) loads a page of
// it, whose text is `html`, presses each of its buttons, and returns a line for each thing that
// should not be.
export async function openWatched(browser, home) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const seen = [];
  await page.exposeFunction('xss', (id) => { seen.push(`ran: payload ${id}`); });
  await page.exposeFunction('xssRefused', (text) => { seen.push(text); });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      window.xssRefused(`policy: ${event.violatedDirective} refuses ${event.blockedURI} ${event.sample}`));
  });
  page.on('dialog', (dialog) => {
    if (dialog.type() === 'alert') seen.push(`ran: alert ${dialog.message()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('pageerror', (error) => seen.push(`error: ${error}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) seen.push(`asked: ${request.url()}`);
  });
  page.on('popup', (popup) => { seen.push(`opened: ${popup.url()}`); popup.close().catch(() => {}); });
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(home)) seen.push(`went: ${frame.url()}`);
  });
  const bench = await context.newPage();
  return {
    visit: async (path, html) => {
      const url = home + path;
      // A page that lets something of a document's run may never be done loading.
      await page.goto(url, { waitUntil: 'load', timeout: 5000 }).catch((error) => seen.push(`stuck: ${error}`));
      let found;
      if (html.includes('http-equiv="refresh"')) {
        await page.waitForURL((now) => now.href !== url, { timeout: 5000 });
        found = await bench.evaluate(inspect, { home, html });
      } else {
        found = await page.evaluate(inspect, { home }).catch((error) => [`gone: ${error}`]);
      }
      // The page for missing addresses stands at any of them, so it asks from the site's root.
      const asked = path === '404.html' ? /^asked: file:\/\/\/base\// : /^$/;
      return [...seen.splice(0).filter((line) => !asked.test(line)), ...found].map((line) => `${path}: ${line}`);
    },
    // What is found for `query`, on the page of the search and in the dialog, all that there is of it.
    search: async (query) => {
      const found = [];
      const shown = async (root) => {
        await page.locator(`${root} .search-title`).first().waitFor({ timeout: 2000 }).catch(() => {});
        // In a tab that is not in front nothing is drawn, so this is no click of a pointer.
        const more = page.locator(root).getByText(/^Show \d+ more/);
        for (let left = 20; left > 0 && await more.count() > 0; left -= 1) {
          await more.evaluateAll((buttons) => buttons.forEach((button) => button.click()));
          await page.waitForTimeout(50);
        }
        found.push(...await page.evaluate(inspect, { home, looking: true }).catch((error) => [`gone: ${error}`]));
        return page.locator(`${root} .search-title`).count();
      };
      await page.goto(`${home}_/search.html?q=${encodeURIComponent(query)}`);
      let count = await shown('.search-results');
      await page.goto(`${home}_/health.html`);
      await page.keyboard.press('Control+k');
      await page.locator('.search .search-box').fill(query);
      count += await shown('.search');
      return { count, findings: [...seen.splice(0), ...found].map((line) => `search for ${query}: ${line}`) };
    },
    close: () => context.close(),
  };
}

// In the page: what no page of ours has, however it came there. With `html` that page is looked at,
// which is not loaded; `looking` presses no buttons.
function inspect({ home, html, looking }) {
  const document = html ? new DOMParser().parseFromString(html, 'text/html') : window.document;
  const foreign = 'iframe, frame, object, embed, applet, base, form[action], video, audio, marquee, math, template, ' +
    'noscript, foreignObject, animate, set, image, use, style, [xss], [srcdoc], [formaction], [ping], [srcset], ' +
    'script:not([src]), link:not([rel=stylesheet], [rel=icon], [rel=canonical], [rel=alternate], [rel=search], [rel=prev], [rel=next])';
  const urls = ['href', 'src', 'action', 'data', 'poster', 'background', 'cite', 'xlink:href', 'longdesc'];
  const schemes = ['http:', 'https:', 'mailto:', 'tel:', new URL(home).protocol];
  const own = ['img', 'script', 'link'];
  const found = [];
  // What moves a reader without scripts from an old address is ours, once a page.
  document.querySelector('head > noscript:has(> meta[http-equiv="refresh"]:only-child)')?.remove();
  for (const button of looking ? [] : document.querySelectorAll('button')) button.click();
  for (const element of document.querySelectorAll(foreign)) {
    found.push(`foreign element: ${element.outerHTML.slice(0, 120)}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const shown = `${element.localName} ${name}=${value.slice(0, 80)}`;
      if (name.startsWith('on')) found.push(`event attribute: ${shown}`);
      if (name === 'style' && /url|expression|behaviou?r|binding/i.test(value)) found.push(`style: ${shown}`);
      if (!urls.includes(name)) continue;
      if (!URL.canParse(value, window.document.baseURI)) continue; // leads nowhere
      const url = new URL(value, window.document.baseURI);
      if (!schemes.includes(url.protocol)) found.push(`address: ${shown}`);
      const fetched = own.includes(element.localName) && element.getAttribute('rel') !== 'canonical';
      const fromRoot = location.pathname.endsWith('/404.html') && value.startsWith('/base/');
      if (fetched && !fromRoot && !url.href.startsWith(home)) found.push(`address of another site: ${shown}`);
    }
  }
  const whole = html || typeof document.getElementById === 'function' && typeof document.querySelector === 'function' &&
    typeof document.createElement === 'function' && document.head instanceof HTMLHeadElement &&
    document.body instanceof HTMLBodyElement && document.defaultView === window && typeof document.title === 'string' &&
    document.forms instanceof HTMLCollection && navigator instanceof Navigator;
  if (!whole) found.push('clobbered: the document is not what it was');
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  for (const id of ids.filter((one, at) => ids.indexOf(one) !== at)) found.push(`id given twice: ${id}`);
  return found;
}

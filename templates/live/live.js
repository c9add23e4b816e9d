// Follows what is edited, on pages that `runbookc serve` serves: loads the page again when it
// changed, and shows what is found on it. No part of a published site.
const poll_after = 150;  // milliseconds; the server answers at once when there is something new
const retry_after = 1000;
const shown_page = document.currentScript.dataset.state;

const session = {
  take(key) {
    const text = session.read(key);
    try { sessionStorage.removeItem(key); } catch { /* a browser that keeps nothing */ }
    return text;
  },
  read(key) {
    try { return sessionStorage.getItem(key); } catch { return null; }
  },
  keep(key, text) {
    try { sessionStorage.setItem(key, text); } catch { /* the same */ }
  },
};

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const fill = (key, n) => (words[key] ?? key).replace('{n}', String(n));
const counted = (key, n) => fill(n === 1 ? key : key + 's', n);

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// --- The page again, where the reader was.

const place_key = 'runbookc.live.place';

function reload() {
  const place = { path: location.pathname, x: scrollX, y: scrollY };
  session.keep(place_key, JSON.stringify(place));
  location.reload();
}

function restore_place() {
  const place = JSON.parse(session.take(place_key) ?? 'null');
  if (place?.path !== location.pathname) return;
  const go = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
  go();
  addEventListener('load', go, { once: true });
}

// --- What there is to say about it, in a shadow root: neither the page's style nor its script
// reaches it.

const open_key = 'runbookc.live.open';

function summary_of(answer) {
  if (answer.error) return words.broken;
  const count = (severity) =>
    answer.findings.filter((finding) => finding.severity === severity).length;
  return ['error', 'warning', 'info'].filter((severity) => count(severity) > 0)
    .map((severity) => counted(severity, count(severity))).join(', ');
}

// On a phone it would cover half of the page.
const usually_open = () => (innerWidth < 640 ? 'no' : 'yes');

function finding_item(finding) {
  const item = make('li', { className: finding.severity },
    make('p', { className: 'where' },
      make('strong', { textContent: words['severity.' + finding.severity] ?? finding.severity }),
      ' ' + fill('line', finding.line) + ' ',
      make('code', { textContent: finding.code + ' ' + finding.name })),
    make('p', { className: 'message', textContent: finding.message }));
  if (finding.help) item.append(make('p', { className: 'help', textContent: finding.help }));
  return item;
}

function fault_item(fault) {
  const item = make('li', { className: 'error' });
  if (fault.place) {
    item.append(make('p', { className: 'where' }, make('code', { textContent: fault.place })));
  }
  item.append(make('p', { className: 'message', textContent: fault.message }));
  if (fault.help) item.append(make('p', { className: 'help', textContent: fault.help }));
  return item;
}

class Overlay {
  constructor() {
    this.host = make('div', { id: 'page.live', hidden: true });
    const root = this.host.attachShadow({ mode: 'open' });
    const style = make('link', { rel: 'stylesheet', href: '/_/live.css' });
    this.styled = new Promise((done) => {
      style.addEventListener('load', done);
      style.addEventListener('error', done);
    });
    this.toggle = make('button', { type: 'button' });
    this.toggle.setAttribute('aria-controls', 'list');
    this.toggle.addEventListener('click', () => this.open(this.list.hidden, true));
    this.list = make('ul', { id: 'list', tabIndex: 0 });
    const status = make('div', { role: 'status' }, this.toggle);
    const box = make('section', {}, status, this.list);
    box.setAttribute('aria-label', words.findings);
    this.list.setAttribute('aria-label', words.findings);
    root.append(style, box);
    document.body.append(this.host);
  }

  open(is_open, by_hand = false) {
    this.list.hidden = !is_open;
    this.toggle.setAttribute('aria-expanded', String(is_open));
    if (by_hand) session.keep(open_key, is_open ? 'yes' : 'no');
  }

  async show(answer) {
    const faults = answer.error ? [answer.error, ...answer.error.others] : [];
    this.list.replaceChildren(...faults.map(fault_item), ...answer.findings.map(finding_item));
    this.say(summary_of(answer), faults.length > 0);
    this.open(faults.length > 0 || (session.read(open_key) ?? usually_open()) === 'yes');
    await this.styled;
    this.host.hidden = this.list.children.length === 0;
  }

  say(text, broken) {
    this.toggle.textContent = text;
    this.toggle.className = broken ? 'broken' : '';
  }

  lose() {
    this.list.replaceChildren();
    this.open(false);
    this.say(words.lost, true);
    this.host.hidden = false;
  }
}

// --- Asking. A page that nobody looks at does not ask.

function until_visible() {
  if (document.visibilityState === 'visible') return Promise.resolve();
  return new Promise((done) => document.addEventListener('visibilitychange', done, { once: true }));
}

// The answer, or null if the page was hidden meanwhile.
async function ask(state) {
  const given_up = new AbortController();
  const hide = () => given_up.abort();
  document.addEventListener('visibilitychange', hide, { once: true });
  // The path is encoded as it stands in the address, and then once more as a part of this one.
  const query = Object.entries({ path: location.pathname, page: shown_page, state })
    .map(([name, value]) => name + '=' + encodeURIComponent(value)).join('&');
  try {
    const response = await fetch('/_/live.json?' + query,
      { cache: 'no-store', signal: given_up.signal });
    return await response.json();
  } catch (error) {
    if (given_up.signal.aborted) return null;
    throw error;
  } finally {
    document.removeEventListener('visibilitychange', hide);
  }
}

async function follow() {
  const overlay = new Overlay();
  let state = '';
  let failures = 0;  // one may be a page that was left and came back
  for (;;) {
    await until_visible();
    try {
      const answer = await ask(state);
      failures = 0;
      if (answer && answer.page !== shown_page) return reload();
      if (answer && answer.state !== state) {
        state = answer.state;
        await overlay.show(answer);
      } else {
        await pause(poll_after);
      }
    } catch {
      state = '';
      if (++failures > 1) overlay.lose();
      await pause(retry_after);
    }
  }
}

restore_place();
follow();

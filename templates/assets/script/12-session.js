// What a page remembers until its tab is closed. Nothing of it leaves the browser.

// A page that lies on a disk shares its storage with all others there, hence the path.
const storePrefix = 'runbook:' + location.pathname + ':';

// The value kept under `key`, or `otherwise`; storage may be refused or hold anything.
function recall(key, otherwise) {
  try {
    const kept = sessionStorage.getItem(storePrefix + key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch (refused) {
    return otherwise;
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(storePrefix + key, JSON.stringify(value));
  } catch (refused) {
    // A page without storage works, but forgets.
  }
}

// Notes what was done and when, for the log: kind 'copied' or 'ticked', what it was, and the
// anchor on this page.
function record(kind, text, anchor) {
  const entries = recall('log', []);
  entries.push({ at: new Date().toISOString(), kind, text, anchor });
  remember('log', entries);
  document.dispatchEvent(new CustomEvent('runbook:recorded'));
}

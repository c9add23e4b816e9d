// The search: a box in the bar and two keys open a dialog. All but its frame is in a script of its
// own, which is loaded when somebody searches, and asks this one for what it needs of the page.

const finder = document.querySelector('.bar .find');
const searchPage = document.querySelector('.search-page');
let searchDialog = null;
let searchLoading = null;

// What is kept for all pages of the site, until the tab is closed.
const siteStore = 'runbook:' + (finder ? new URL('..', finder.href).pathname : '') + ':';

function loadSearch() {
  if (searchLoading) return searchLoading;
  searchLoading = new Promise((resolve, reject) => {
    const script = make('script');
    script.src = finder.dataset.script;
    script.onload = resolve;
    script.onerror = () => {
      script.remove();
      searchLoading = null;
      reject(new Error('the search is missing'));
    };
    document.head.append(script);
  });
  return searchLoading;
}

// The frame that can be typed into at once, while the rest is on its way.
function buildSearch() {
  const dialog = make('dialog', 'search');
  dialog.setAttribute('aria-label', words.find);
  const top = make('div', 'search-top');
  const box = searchBox();
  const close = make('button', 'tool', words['find.close']);
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  top.append(box, close);
  const said = make('p', 'search-said', words['find.loading']);
  said.setAttribute('role', 'status');
  const body = make('div', 'search-body');
  dialog.append(top, said, body);
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  return { dialog, box, said, body };
}

// A box takes a text of many lines as one.
function joinPastedLines(box) {
  box.addEventListener('paste', (event) => {
    const text = event.clipboardData ? event.clipboardData.getData('text/plain') : '';
    if (!/[\r\n\t]/.test(text)) return;
    event.preventDefault();
    const room = box.maxLength - (box.value.length - (box.selectionEnd - box.selectionStart));
    const line = text.replace(/\s+/g, ' ').slice(0, Math.max(0, room));
    // So that it can be undone.
    if (document.execCommand('insertText', false, line)) return;
    box.setRangeText(line, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function searchBox() {
  const box = make('input', 'search-box');
  box.type = 'search';
  box.maxLength = 2000;
  box.placeholder = words['find.hint'];
  box.autocomplete = 'off';
  box.autocapitalize = 'none';
  box.spellcheck = false;
  box.enterKeyHint = 'search';
  box.setAttribute('aria-label', words.find);
  joinPastedLines(box);
  return box;
}

function openSearch() {
  if (searchPage) {
    const box = searchPage.querySelector('.search-box');
    if (box) box.select();
    return;
  }
  if (!searchDialog) searchDialog = buildSearch();
  const frame = searchDialog;
  frame.dialog.showModal();
  // Here, and not once the rest has come: by then somebody has typed.
  frame.box.select();
  loadSearch().then(() => runbookcSearch.openDialog(frame), () => {
    frame.said.textContent = words['find.failed'];
  });
}

// A single key can be switched off, for those who speak to their computer (WCAG 2.1.4).
function slashOpens() {
  try {
    return sessionStorage.getItem(siteStore + 'slash') !== 'off';
  } catch (refused) {
    return true;
  }
}

function onSearchKey(event) {
  const letter = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && slashOpens();
  if (event.defaultPrevented || !(letter || slash)) return;
  const types = event.target.closest('textarea, select, [contenteditable], input:not([type="checkbox"])');
  if (types || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  openSearch();
}

// The link to the page of the search becomes a button that searches here.
function startSearch() {
  const button = make('button', 'find');
  button.type = 'button';
  button.append(make('span', '', words.find), make('kbd', '', '/'));
  button.lastChild.setAttribute('aria-hidden', 'true');
  button.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  if (!searchPage) button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', openSearch);
  finder.replaceWith(button);
  document.addEventListener('keydown', onSearchKey);
  window.runbookcSearch = {
    kit: { make, searchBox, copyText, showOutcome, announce, record, siteStore, page: finder.href,
      leaveFocus: () => { if (focused) closeFocus(); } },
  };
  if (searchPage) loadSearch().then(() => runbookcSearch.startPage(searchPage), () => {});
}

if (finder) startSearch();

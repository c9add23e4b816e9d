// The page of the search: the box, what narrows a search, and the results as an ordinary list.

// What each entry of the results leads to, by its link.
const shownHits = new WeakMap();

function pageGroup({ hits }, wanted, remembered) {
  const section = make('section', 'search-group');
  const head = make('div', 'search-page-head');
  const title = make('h2');
  const link = markedWhole('a', 'search-title', hits[0].shown.title, wanted);
  link.href = addressOf({ ...hits[0], at: {} });
  link.addEventListener('click', remembered);
  title.append(link);
  head.append(title, factsOf(hits[0].shown));
  section.append(head);
  const list = make('ul');
  hits.forEach((hit) => {
    const row = make('li', 'search-row ' + hit.at.kind);
    if (hit.at.risk) row.dataset.risk = hit.at.risk;
    const parts = hitParts(hit, wanted);
    if (hit.at.kind === 'page') {
      row.append(...parts);
      shownHits.set(link, { hit });
    } else {
      const entry = make('a', 'search-option');
      entry.href = addressOf(hit);
      entry.append(...parts);
      entry.addEventListener('click', remembered);
      row.append(entry);
      shownHits.set(entry, { hit });
    }
    const button = copyButtonOf(hit);
    if (button) {
      shownHits.get(row.querySelector('.search-option')).button = button;
      button.setAttribute('aria-label', words.copy + ': ' + hit.at.text.split('\n', 1)[0].slice(0, 60));
      button.addEventListener('click', remembered);
      row.append(button);
    }
    list.append(row);
  });
  section.append(list);
  return section;
}

// The links of the results, from the top, one for each hit.
const entriesOf = (results) => [...results.querySelectorAll('.search-title, .search-option')].filter((link) => shownHits.has(link));

const entrySteps = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

// Where a key leads from an entry of the results, or from the box (place -1); -1 is the box.
function placeAfter(key, place, count) {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const by = entrySteps[key];
  if (by === -1 && place === -1) return count - 1;
  return Math.min(Math.max(place + by, -1), count - 1);
}

// The keys that choose in the dialog move the focus here. In the box most of them are its own.
function onResultKey(event, box, results) {
  if (event.isComposing || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return;
  const entries = entriesOf(results);
  const place = entries.indexOf(document.activeElement);
  const inBox = document.activeElement === box;
  if (entries.length === 0 || (place < 0 && !inBox)) return;
  const keys = inBox ? ['ArrowDown', 'ArrowUp'] : [...Object.keys(entrySteps), 'Home', 'End'];
  if (!inBox && event.key === 'Escape') box.focus();
  if (!keys.includes(event.key)) return;
  event.preventDefault();
  const next = placeAfter(event.key, place, entries.length);
  (entries[next] || box).focus();
}

// Ctrl+C copies the command that has the focus, or says why not.
function onCopyKey(event, said) {
  const entry = shownHits.get(document.activeElement);
  const copies = event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (!copies || !entry || !getSelection().isCollapsed) return;
  event.preventDefault();
  if (entry.button) {
    entry.button.click();
    return;
  }
  said.textContent = refusalOf(entry.hit);
  pointAtRefusal(document.activeElement);
}

// The links to lists become switches, each a word of the query.
function buildChoices(page, box, search) {
  const chips = [...page.querySelectorAll('[data-filter]')].map((link) => {
    const chip = searchButton('chip', link.textContent, () => {
      toggleWord(box, link.dataset.filter);
      search();
    });
    chip.dataset.filter = link.dataset.filter;
    if (link.dataset.filter.startsWith('risk:')) chip.className += ' effect ' + link.dataset.filter.slice(5);
    link.replaceWith(chip);
    return chip;
  });
  return () => {
    const asked = new Set(box.value.toLowerCase().split(/\s+/));
    chips.forEach((chip) => chip.setAttribute('aria-pressed', String(asked.has(chip.dataset.filter.toLowerCase()))));
  };
}

// Filters stand before what is searched, where they do not end its last word.
function toggleWord(box, word) {
  const all = box.value.split(/\s+/).filter(Boolean);
  const others = all.filter((other) => other.toLowerCase() !== word.toLowerCase());
  box.value = (others.length < all.length ? others : [word, ...others]).join(' ');
}

function startPage(page) {
  const box = kit.searchBox();
  const said = make('p', 'search-said');
  said.setAttribute('role', 'status');
  const results = make('div', 'search-results');
  // Beside the results where there is room, else folded up.
  const beside = make('aside');
  beside.setAttribute('aria-label', words.filters);
  const choices = make('details', 'search-choices');
  choices.append(make('summary', '', words.filters), ...page.querySelectorAll('.choices'));
  choices.open = matchMedia('(min-width: 60rem)').matches;
  beside.append(choices, searchHelp());
  const advice = make('div', 'search-ways');
  page.replaceChildren(box, beside, said, advice, results);
  page.classList.add('started');
  let latest = null;
  const remembered = () => rememberSearch(box.value);

  async function showMore(answer) {
    const described = await describeNext(answer, 2 * groupsAtOnce);
    if (answer !== latest) return;
    if (!described) {
      if (answer.more) search();
      else said.textContent = words.failed;
      return;
    }
    const sections = groupsOf(described).map((group) => pageGroup(group, answer.wanted, remembered));
    if (answer.more) answer.more.replaceWith(...sections);
    else results.replaceChildren(...sections);
    const left = answer.groups.flatMap(({ hits }) => hits).length;
    if (answer.shown) answer.shown.remove();
    if (left > 0) {
      const total = answer.pages;
      answer.shown = make('p', 'note', words['shown.pages'].replace('{shown}', String(total - answer.groups.length))
        .replace('{total}', String(total)));
      const moreButton = searchButton('small-button', countWords('more', left), () => {
        moreButton.disabled = true;
        showMore(answer).then(() => focusAfter(sections));
      });
      answer.more = moreButton;
      results.append(answer.shown, moreButton);
    }
  }

  function askInstead(query) {
    box.value = query;
    box.focus();
    search();
  }

  function show(found) {
    mark();
    const query = found.query.trim();
    const address = query === '' ? kit.page : kit.page + '?q=' + encodeURIComponent(query);
    if (address !== location.href) history.replaceState(history.state, '', address);
    if (query === '') said.textContent = '';
    else sayOutcome(said, found);
    const groups = groupsOf(found.hits);
    latest = { groups, pages: groups.length, index: found.index, wanted: wantedTerms(found.terms), more: null, shown: null };
    advice.replaceChildren(...[query === '' ? beginningOf(askInstead) : adviceOf(found, askInstead)].filter(Boolean));
    return showMore(latest);
  }

  const search = searchAsTyped(box, show);
  const mark = buildChoices(choices, box, search);
  const asked = () => new URLSearchParams(location.search).get('q') || '';
  box.value = asked().replace(/\s+/g, ' ').slice(0, box.maxLength);
  addEventListener('popstate', () => {
    box.value = asked();
    search();
  });
  page.addEventListener('keydown', (event) => {
    onResultKey(event, box, results);
    onCopyKey(event, said);
  });
  box.focus();
  return search();
}

// Where a reader goes on who asked for more.
function focusAfter(sections) {
  const last = sections[sections.length - 1];
  const next = last && last.nextElementSibling && last.nextElementSibling.querySelector('a');
  if (next) next.focus();
}

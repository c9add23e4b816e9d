// Filters over lists that are long: by words, and for commands by program and risk.

// What a filter hides and shows: lines of lists, rows of tables.
function filteredItems(box) {
  return [...box.querySelectorAll('.entries > li, .names > li, .commands > li, tbody > tr')];
}

function labelled(text, control) {
  const label = document.createElement('label');
  label.append(text, ' ', control);
  return label;
}

function programChoice(items) {
  const programs = [...new Set(items.map((item) => item.dataset.program || ''))].filter(Boolean).sort();
  const choice = document.createElement('select');
  choice.append(new Option(words['filter.all'], ''));
  programs.forEach((program) => choice.append(new Option(program, program)));
  return programs.length > 1 ? choice : null;
}

// A box to tick for each risk that the list has, in its order of harm.
function riskBoxes(items) {
  const risks = new Map();
  items.forEach((item) => {
    if (item.dataset.risk) risks.set(item.dataset.risk, item.querySelector('.effect').textContent);
  });
  if (risks.size < 2) return null;
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.className = 'live';
  legend.textContent = words['filter.risk'];
  set.append(legend);
  ['destroy', 'unknown', 'mutate', 'read'].filter((risk) => risks.has(risk)).forEach((risk) => {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.checked = true;
    box.value = risk;
    const name = document.createElement('span');
    name.className = 'effect ' + risk;
    name.textContent = risks.get(risk);
    const label = document.createElement('label');
    label.append(box, name);
    set.append(label);
  });
  return set;
}

function addFilter(box) {
  const items = filteredItems(box);
  const texts = items.map((item) => item.textContent.toLowerCase());
  const search = document.createElement('input');
  search.type = 'search';
  search.autocomplete = 'off';
  search.spellcheck = false;
  const program = programChoice(items);
  const risks = riskBoxes(items);
  const shown = document.createElement('output');

  function apply() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const off = risks ? [...risks.querySelectorAll('input:not(:checked)')].map((one) => one.value) : [];
    let count = 0;
    items.forEach((item, i) => {
      const fits = wanted.every((word) => texts[i].includes(word)) &&
        (!program || !program.value || item.dataset.program === program.value) &&
        !off.includes(item.dataset.risk);
      item.hidden = !fits;
      if (fits) count += 1;
    });
    box.querySelectorAll('section').forEach((section) => {
      section.hidden = !section.querySelector('li:not([hidden])');
    });
    const text = count === 0 ? words['filter.none'] : words['filter.shown']
      .replace('{n}', String(count)).replace('{total}', String(items.length));
    shown.textContent = count === items.length ? '' : text;
  }

  const bar = document.createElement('div');
  bar.className = 'filter';
  bar.append(labelled(words.filter, search));
  if (program) bar.append(labelled(words['filter.program'], program));
  if (risks) bar.append(risks);
  bar.append(shown);
  bar.addEventListener('input', apply);
  // What alone is left is what was looked for.
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    const left = items.filter((item) => !item.hidden);
    const link = left.length === 1 && left[0].querySelector('a');
    if (link) link.click();
  });
  box.before(bar);
}

document.querySelectorAll('.filtered').forEach((box) => {
  if (filteredItems(box).length > 1) addFilter(box);
});

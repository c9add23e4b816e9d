// Scores pages and their units, all in whole numbers, so that the terminal gives the same order.

const mostHits = 50;
const risks = ['read', 'mutate', 'destroy', 'unknown'];

// A term with what scoring takes: `covers`, what it gives to the coverage of what it is in, and of each
// expansion its postings and `worth`.
function ready(term, at) {
  const expansions = term.expansions.map(({ entry, quality: worth }) => {
    const postings = postingsOf(entry);
    return { postings, worth: worth * postings.idf };
  });
  const idf = Math.max(...expansions.map(({ postings }) => postings.idf));
  return { number: at + 1, weight: term.weight, covers: term.phrase ? 0 : term.weight * idf, expansions };
}

// Adds a term's best for each page: to `sums`, and to `roofs` what its units can have at most.
function addPages(term, isOpen, { sums, covered, roofs, pages, best, bestRoof, seen }) {
  const touched = [];
  for (const { postings, worth } of term.expansions) {
    const { pages: listed, impacts, roofs: unitRoofs } = postings;
    for (let at = 0; at < listed.length; at += 1) {
      const page = listed[at];
      if (!isOpen(page)) continue;
      if (seen[page] !== term.number) {
        if (seen[page] === 0) pages.push(page);
        seen[page] = term.number;
        touched.push(page);
        best[page] = bestRoof[page] = 0;
      }
      best[page] = Math.max(best[page], worth * impacts[at]);
      bestRoof[page] = Math.max(bestRoof[page], worth * unitRoofs[at]);
    }
  }
  for (const page of touched) {
    sums[page] += term.weight * best[page];
    roofs[page] += term.weight * bestRoof[page];
    covered[page] += term.covers;
  }
}

// What all terms add up to, by page.
function sumPages(terms, isOpen) {
  const size = files.index.pages;
  const numbers = () => new Float64Array(size);
  const all = { sums: numbers(), covered: numbers(), roofs: numbers(), best: numbers(), bestRoof: numbers(),
    seen: new Uint32Array(size), pages: [] };
  for (const term of terms) addPages(term, isOpen, all);
  return all;
}

// The best of a term's expansions for each unit of a page: unit → best.
function bestOfUnits(term, page) {
  const units = new Map();
  for (const { postings, worth } of term.expansions) {
    const at = placeOf(postings.pages, page);
    if (at < 0) continue;
    for (let i = postings.starts[at]; i < postings.starts[at + 1]; i += 1) {
      const unit = postings.units[i];
      units.set(unit, Math.max(units.get(unit) || 0, worth * postings.unitImpacts[i]));
    }
  }
  return units;
}

// Of what is indexed by page alone, what it says of any unit of the page.
function coarseBest(term, page) {
  let best = 0;
  for (const { postings, worth } of term.expansions) {
    if (!postings.coarse) continue;
    const at = placeOf(postings.pages, page);
    if (at >= 0) best = Math.max(best, Math.floor(worth * postings.impacts[at] / 2));
  }
  return best;
}

// Where a number stands in a sorted list; -1 if it does not.
function placeOf(sorted, number) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < number) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === number ? low : -1;
}

// What all terms add up to in the units of a page: unit → { sum, covered }, and with what the page itself
// says, which holds for all of it, { whole, wholeCovered }.
function sumUnits(terms, page) {
  const bests = terms.map((term) => bestOfUnits(term, page));
  const everywhere = terms.map((term) => coarseBest(term, page));
  const sums = new Map();
  for (const unit of new Set(bests.flatMap((best) => [...best.keys()]))) {
    const sum = { ...nothing };
    terms.forEach((term, at) => {
      const own = Math.max(bests[at].get(unit) || 0, everywhere[at]);
      const whole = Math.max(own, bests[at].get(0) || 0);
      sum.sum += term.weight * own;
      sum.whole += term.weight * whole;
      if (own > 0) sum.covered += term.covers;
      if (whole > 0) sum.wholeCovered += term.covers;
    });
    sums.set(unit, sum);
  }
  return sums;
}

const nothing = { sum: 0, covered: 0, whole: 0, wholeCovered: 0 };

// What a page is worth with a unit: one in which all words stand together counts more, and so does a page
// that has them all.
function scoreOf(page, unit, total) {
  if (total === 0) return 0;
  const own = Math.floor(6 * unit.sum * unit.covered / total);
  return Math.floor(Math.floor((page.sum + own) * page.covered / total) * page.covered / total);
}

// What a unit is worth among those of its page.
function placeInPage(unit, total) {
  if (total === 0) return 0;
  return Math.floor(Math.floor(unit.whole * unit.wholeCovered / total) * unit.wholeCovered / total);
}

// The hits of a page, the best first: its best unit, and up to two that are nearly as good. All have the
// page's score.
function hitsOfPage(page, sum, units, total, allowed) {
  const found = [];
  const add = (unit) => {
    if (!allowed.isOpenUnit(page, unit)) return;
    const own = units.get(unit) || nothing;
    found.push({ unit, own: own.sum, score: scoreOf(sum, own, total), place: placeInPage(own, total) });
  };
  if (allowed.onlyCommands) allowed.commands.get(page).forEach(add);
  else [...new Set([0, ...[...units.keys()].filter((unit) => units.get(unit).sum > 0)])].forEach(add);
  if (found.length === 0) return [];
  const score = Math.max(...found.map((hit) => hit.score));
  found.sort((a, b) => b.place - a.place || a.unit - b.unit);
  const [best, ...others] = found;
  const isNear = (hit) => (allowed.onlyCommands || hit.own > 0) && 4 * hit.place >= 3 * best.place && 2 * hit.own >= best.own;
  return [best, ...others.filter(isNear).slice(0, 2)].map(({ unit }) => ({ page, unit, score }));
}

// Puts a score into a list of the best ones, the best first.
function keepBest(scores, score) {
  const at = scores.findIndex((other) => other < score);
  scores.splice(at < 0 ? scores.length : at, 0, score);
  if (scores.length > mostHits) scores.pop();
}

// The hits of the best pages. Units are looked at only where they could still matter: the pages come by
// what they can have at most.
function bestHits(asked, allowed) {
  const terms = asked.map(ready);
  const { sums, covered, roofs, pages } = sumPages(terms, allowed.isOpen);
  const whole = terms.reduce((sum, term) => sum + term.covers, 0);
  const possible = pages.map((page) => ({ page, sum: { sum: sums[page], covered: covered[page] } }));
  for (const one of possible) one.most = scoreOf(one.sum, { sum: roofs[one.page], covered: one.sum.covered }, whole);
  possible.sort((a, b) => b.most - a.most);
  const found = [];
  const best = [];
  for (const { page, sum, most } of possible) {
    if (best.length === mostHits && most < best[mostHits - 1]) break;
    const hits = hitsOfPage(page, sum, sumUnits(terms, page), whole, allowed);
    if (hits.length === 0) continue;
    found.push(hits);
    keepBest(best, hits[0].score);
  }
  found.sort((a, b) => b[0].score - a[0].score || a[0].page - b[0].page);
  return found.flat().slice(0, mostHits);
}

// ---- filters

const entriesOfFilter = (name, values) => [...values].map((value) => name + ':' + value);

// The pages and units that entries name: page → set of units.
function namedBy(entries) {
  const found = new Map();
  for (const entry of entries) {
    const postings = postingsOf(entry);
    postings.pages.forEach((page, at) => {
      if (!found.has(page)) found.set(page, new Set());
      for (let i = postings.starts[at]; i < postings.starts[at + 1]; i += 1) found.get(page).add(postings.units[i]);
    });
  }
  return found;
}

// What the filters leave: { isOpen(page), isOpenUnit(page, unit), onlyCommands, commands }, the last by
// page. Which units are commands is told by the postings of their risks.
async function readFilters(filters) {
  const kinds = filters.get('kind');
  const asked = [...filters].filter(([name]) => name !== 'kind' && name !== 'risk');
  const risky = filters.has('risk') ? filters.get('risk') : kinds ? risks : [];
  const riskEntries = entriesOfFilter('risk', risky);
  await needEntries([...asked.flatMap(([name, values]) => entriesOfFilter(name, values)), ...riskEntries]);
  const sets = asked.map(([name, values]) => namedBy(entriesOfFilter(name, values)));
  const all = namedBy(riskEntries);
  const limited = Boolean(kinds) || filters.has('risk');
  const commands = !kinds || kinds.has('command') ? all : new Map();
  const pageUnits = !limited || (!filters.has('risk') && kinds.has('page'));
  const sectionUnits = !limited || (!filters.has('risk') && kinds.has('section'));
  const onlyCommands = limited && !pageUnits && !sectionUnits;
  const has = (units, page, unit) => units.has(page) && units.get(page).has(unit);
  return {
    onlyCommands,
    commands,
    isOpen: (page) => sets.every((found) => found.has(page)) && (!onlyCommands || commands.has(page)),
    isOpenUnit: (page, unit) => {
      if (!limited) return true;
      if (unit === 0) return pageUnits;
      return has(commands, page, unit) || (sectionUnits && !has(all, page, unit));
    },
  };
}

// The hits of a query that holds nothing but filters, in order.
function listed(allowed) {
  const hits = [];
  for (let page = 0; page < files.index.pages && hits.length < mostHits; page += 1) {
    if (!allowed.isOpen(page)) continue;
    const units = allowed.onlyCommands ? [...allowed.commands.get(page)].sort((a, b) => a - b) : [0];
    units.forEach((unit) => hits.push({ page, unit, score: 0 }));
  }
  return hits.slice(0, mostHits);
}

// Searches: { hits: [{ page, unit, score }] the best first, terms, asked: tokens }.
async function findHits(query) {
  await needIndex();
  const { filters, tokens, pairs, order } = readQuery(query);
  const allowed = await readFilters(filters);
  if (tokens.length === 0) return { hits: filters.size > 0 ? listed(allowed) : [], terms: [], asked: [] };
  const { terms, asked } = await expand({ tokens, pairs, order });
  return { hits: bestHits(terms, allowed), terms, asked };
}

// The shown data of hits: each with `shown` (its page) and `at` (its unit).
async function describe(hits) {
  await needPages(unique(hits.map((hit) => blockOf(hit.page))));
  return hits.map((hit) => {
    const block = blockOf(hit.page);
    const shown = files.pages[block][hit.page - files.index.blocks[block]];
    return { ...hit, shown, at: shown.units[hit.unit] };
  });
}

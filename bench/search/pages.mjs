// What a reader of the site can read of each runbook: the text that the other searches index.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const decoded = (text) => text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, number, hex, name) => {
  if (name) return entities[name] ?? all;
  return String.fromCodePoint(number ? Number(number) : parseInt(hex, 16));
});
const plain = (html) => decoded(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();
// Letters of a command stand in elements of their own without a space between.
const exact = (html) => decoded(html.replace(/<[^>]*>/g, ''));

// The page's article without what repeats it or leads around: the table of contents, the emergency panel (its
// commands and sections stand in the text), the labels of blocks. The list of parameters has no heading, or else the
// text behind it, which belongs to the page, would be found under "Parameters".
function articleOf(html) {
  const article = html.slice(html.indexOf('<article>') + '<article>'.length, html.indexOf('</article>'));
  return article
    .replace(/<nav\b[^]*?<\/nav>/g, '')
    .replace(/<section class="emergency"[^]*?<\/section>/g, '')
    .replace(/<figcaption>[^]*?<\/figcaption>/g, '')
    .replace(/<h2 id="page\.parameters\.title">([^]*?)<\/h2>/, '<p>$1</p>')
    // Pagefind takes a term and what is said of it for one word.
    .replace(/<\/d[td]>/g, '$& ')
    .replace(/<a class="permalink"[^>]*><\/a>/g, '');
}

const shellBlock = /<figure class="code"[^>]*data-role="shell"[^>]*>([^]*?)<\/figure>/g;

function sectionsOf(article) {
  const starts = [...article.matchAll(/<h([1-6]) id="([^"]*)"[^>]*>([^]*?)<\/h\1>/g)];
  return starts.map((start, at) => {
    const end = at + 1 < starts.length ? starts[at + 1].index : article.length;
    const body = article.slice(start.index + start[0].length, end);
    const commands = [...body.matchAll(shellBlock)].map((found) => exact(found[1])).join('\n');
    const text = body.replace(shellBlock, ' ').split(/(<pre>[^]*?<\/pre>|<code>[^]*?<\/code>)/)
      .map((piece, i) => (i % 2 ? exact(piece) : plain(piece))).join(' ');
    return { anchor: decoded(start[2]), heading: plain(start[3]), commands, text };
  });
}

// The ids, names and aliases of owners, as a filter would take them.
function ownerWords(owner) {
  return [owner.id, owner.name, ...(owner.aliases ?? [])].filter(Boolean).map((word) => word.toLowerCase().replaceAll(' ', '-'));
}

// Each published runbook: its facts, as index.json has them, with `file` (its path below content/), `article`
// (HTML), `filters` (name → values) and `sections`.
export function* pagesOf(site) {
  const index = JSON.parse(readFileSync(join(site, 'index.json'), 'utf8'));
  const owners = new Map(index.owners.map((owner) => [owner.id, owner]));
  for (const facts of index.runbooks) {
    const html = readFileSync(join(site, decodeURIComponent(facts.url)), 'utf8');
    const article = articleOf(html);
    yield {
      ...facts,
      file: facts.path.replace(/^content\//, ''),
      ownerNames: (facts.owners ?? []).map((id) => owners.get(id)?.name ?? id),
      article,
      filters: {
        owner: (facts.owners ?? []).flatMap((id) => ownerWords(owners.get(id) ?? { id })),
        service: facts.services ?? [], tag: facts.tags ?? [], type: [facts.type], severity: facts.severity ?? [],
        status: [facts.status, facts.review?.status].filter(Boolean),
      },
      sections: sectionsOf(article),
    };
  }
}

const filterWord = /^(owner|service|tag|type|severity|status|risk|kind):(.+)$/;
// Single commands are no results of the others, so they are not asked to filter them.
const commandFilters = ['risk', 'kind'];

// A query as others take it: { filters: [{ name, value }], words }. `owner:x` is this project's own syntax; the others
// get it as a filter of their own, which is the best that can be made of it: as a word it would match little.
export function splitFilters(query) {
  const filters = [];
  const words = [];
  for (const word of query.split(/\s+/)) {
    const [, name, value] = filterWord.exec(word) ?? [];
    if (!name) words.push(word);
    else if (!commandFilters.includes(name)) filters.push({ name, value });
  }
  return { filters, words: words.join(' ') };
}

// A page to search from, for who needs nothing of the site's own.
export const emptyPage = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Search</title>' +
  '<link rel="icon" href="data:,"></head><body></body></html>\n';

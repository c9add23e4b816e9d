// MiniSearch as it is set up for documentation: a document for each section, with the options that its own
// documentation shows: prefix, fuzzy 0.2, words joined by OR (its default), and a boost of 2, here for titles, headings
// and alerts. Of the settings that were tried (no boost, 3, 4; fuzzy and prefix by the length of a word, for the
// last word only; AND) this one answers the judged queries best.
import { pagesOf } from './pages.mjs';

export const options = {
  fields: ['title', 'heading', 'alerts', 'facts', 'commands', 'text'],
  storeFields: ['page', 'anchor', 'heading'],
  searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2, heading: 2, alerts: 2 } },
};

// { pages, documents }. A document is a section; what stands at the head of a page (alerts, owners, services, tags)
// belongs to the section of its title. What all sections of a page share is kept once, in `pages`, so that
// the file is no larger than it need be.
export function documentsOf(site) {
  const pages = [];
  const documents = [];
  for (const page of pagesOf(site)) {
    for (const [at, section] of page.sections.entries()) {
      const head = at === 0;
      documents.push({
        id: documents.length, page: pages.length, anchor: section.anchor,
        title: page.title, heading: head ? '' : section.heading,
        alerts: head ? page.alerts.join(' ') : '',
        facts: head ? [...page.ownerNames, ...page.services, ...page.tags, ...page.severity].join(' ') : '',
        commands: section.commands, text: section.text,
      });
    }
    pages.push({ file: page.file, title: page.title, filters: page.filters });
  }
  return { pages, documents };
}

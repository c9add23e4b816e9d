// Makes the index of MiniSearch: node minisearch_index.mjs SITE FILE. A program of its own, so that its memory can be
// told. The clock runs for the index alone, not for reading the texts.
import { writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { documentsOf, options } from './minisearch_setup.mjs';

const [site, file] = process.argv.slice(2);
const { pages, documents } = documentsOf(site);
const begun = performance.now();
const index = new MiniSearch(options);
index.addAll(documents);
writeFileSync(file, JSON.stringify({ pages, index }));
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS * 1024 }));

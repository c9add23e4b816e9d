// The search's script outside of a browser: as its parts are, or as a site has it, with the files of the
// index read from the site's folder.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

// The parts in one scope, as emit/asset_bundle.cc joins them.
export function scriptOfParts(assets = join(root, 'templates/assets')) {
  const parts = ['third_party', 'search'].flatMap((folder) => readdirSync(join(assets, folder))
    .filter((name) => name.endsWith('.js')).sort().map((name) => readFileSync(join(assets, folder, name), 'utf8')));
  return `(function () {\n'use strict';\nvar words = {};\nvar BaseStemmer, PorterStemmer;\n${parts.join('')}}());\n`;
}

export function scriptOfSite(site) {
  const assets = join(site, '_/assets');
  const name = readdirSync(assets).find((one) => /^search\..*\.js$/.test(one));
  return readFileSync(join(assets, name), 'utf8');
}

// Runs the script; what it asks for below `_/search/` comes from `site`, or from `texts` by name. The engine:
//   findHits(query), describe(hits), tokensOf, …; and `loaded`, the files that were asked for.
export function startEngine(script, { site, texts = {} } = {}) {
  const loaded = [];
  const home = 'https://runbooks.test/';
  const context = vm.createContext({ URL, console });
  context.document = {
    createElement: () => ({ remove() {} }),
    head: {
      append: (element) => {
        const address = element.src.slice(home.length);
        const path = address.replace(/\?.*/, '');
        loaded.push(address);
        queueMicrotask(() => {
          try {
            const text = texts[path] ?? readFileSync(join(site, path), 'utf8');
            vm.runInContext(text, context, { filename: path });
            element.onload();
          } catch (error) {
            element.onerror(error);
          }
        });
      },
    },
  };
  context.runbookcSearch = { kit: { page: home + '_/search.html', make: () => ({}) } };
  vm.runInContext(script, context, { filename: 'search.js' });
  return { ...context.runbookcSearch.engine, loaded };
}

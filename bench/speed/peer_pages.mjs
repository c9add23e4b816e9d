// The made runbooks as other generators take them: the same pages, bodies and links, with the front matter that each accepts.
// Links are told by the address that a page gets, so that no generator has to look one up.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

// { path, title, fields: {name: text}, body } of a made runbook.
export function readRunbook(path, text) {
  const [, front, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text);
  const fields = Object.fromEntries([...front.matchAll(/^(\w+): (.*)$/gm)].map(([, name, value]) => [name, value]));
  return { path, title: JSON.parse(fields.title), fields, body };
}

// Links to other pages end in their address below the folder above: `../a/b.md#c` is `../../a/b/#c` of the page `x/y/`.
export function withAddresses(body) {
  return body.replace(/\]\(\.\.\/([^)#\s]+)\.md(#[^)\s]*)?\)/g, (_, page, anchor = '') => `](../../${page}/${anchor})`);
}

const block = (lines, body) => ['---', ...lines, '---', body].join('\n');

export const pageFor = {
  hugo: ({ fields, body }) => block([`title: ${fields.title}`, `date: ${fields.last_reviewed}`, `owner: ${fields.owner}`, `tags: ${fields.tags}`,
    `summary: ${fields.summary}`], withAddresses(body)),
  zola: ({ fields, body }) => block([`title: ${fields.title}`, `date: ${fields.last_reviewed}`, `description: ${fields.summary}`,
    'extra:', `  owner: ${fields.owner}`, `  tags: ${fields.tags}`], withAddresses(body)),
  eleventy: ({ fields, body }) => block(['layout: page.liquid', `title: ${fields.title}`, `date: ${fields.last_reviewed}`, `owner: ${fields.owner}`,
    `keywords: ${fields.tags}`, `summary: ${fields.summary}`], withAddresses(body)),
};

const page = (title, content) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main>
${content}
</main></body></html>
`;

const hugo = {
  'config.toml': 'baseURL = "https://runbooks.example/"\ntitle = "Made runbooks"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
    + '[markup.goldmark.renderer]\nunsafe = true\n[markup.highlight]\ncodeFences = false\n',
  'layouts/_default/single.html': page('{{ .Title }}', '<p>{{ .Params.owner }} {{ .Date.Format "2006-01-02" }}</p>\n{{ .TableOfContents }}\n{{ .Content }}'),
  'layouts/_default/list.html': page('{{ .Title }}', '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>'),
};

const tableOfZola = '<ul>{% for h1 in page.toc %}{% for h2 in h1.children %}<li><a href="#{{ h2.id }}">{{ h2.title }}</a></li>{% endfor %}{% endfor %}</ul>';
const configOfZola = (search) => `base_url = "https://runbooks.example"\ntitle = "Made runbooks"\nbuild_search_index = ${search}\ncompile_sass = false\n`
  + '[markdown]\nhighlight_code = false\n';
const listOfZola = '<ul>{% for p in section.pages %}<li><a href="{{ p.permalink }}">{{ p.title }}</a></li>{% endfor %}'
  + '{% for s in section.subsections %}<li>{{ s }}</li>{% endfor %}</ul>';
const zola = (search) => ({
  'config.toml': configOfZola(search),
  'templates/index.html': page('{{ config.title }}', listOfZola),
  'templates/section.html': page('{{ section.title }}', listOfZola),
  'templates/page.html': page('{{ page.title }}', `<p>{{ page.extra.owner }} {{ page.date }}</p>\n${tableOfZola}\n{{ page.content | safe }}`),
  'content/_index.md': '+++\n+++\n',
});

const eleventy = {
  'package.json': '{ "type": "module" }\n',
  'eleventy.config.js': 'export default function (config) {\n  config.setQuietMode(true);\n  return {\n    markdownTemplateEngine: false,\n'
    + '    dir: { input: "content", includes: "../layouts", output: "public" },\n  };\n}\n',
  'layouts/page.liquid': page('{{ title }}', '<p>{{ owner }} {{ page.date }}</p>\n{{ content }}'),
  'content/index.liquid': page('Made runbooks', '<ul>{% for page in collections.all %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul>'),
};

const projects = { hugo, zola: zola(false), 'zola-search': zola(true), eleventy };

// Writes the project of a peer, a key of `projects`, into `folder`, with the runbooks of `content`.
export function writePeer(peer, content, folder) {
  rmSync(folder, { recursive: true, force: true });
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(projects[peer])) write(path, text);
  const convert = pageFor[peer.split('-', 1)[0]];
  const folders = new Set();
  for (const path of readdirSync(content, { recursive: true }).filter((name) => name.endsWith('.md'))) {
    write(`content/${path}`, convert(readRunbook(path, readFileSync(join(content, path), 'utf8'))));
    folders.add(dirname(path));
  }
  // Zola has no lists of folders without a file for each.
  if (peer.startsWith('zola')) for (const name of folders) write(`content/${name}/_index.md`, `+++\ntitle = "${name}"\n+++\n`);
}

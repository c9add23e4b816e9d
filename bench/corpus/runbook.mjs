// One made runbook: who it is follows from its number alone, and so does its text. Of two sets of different size
// the pages of the smaller one are in the larger one too, but for links that lead past its end.
import { Random } from './random.mjs';
import * as commands from './commands.mjs';
import * as prose from './prose.mjs';
import { actions, causes, components, firstNames, owners, qualities, secondNames, tags, things, troubles } from './vocabulary.mjs';

const bytesOfPage = 8000;
const pagesOfService = actions.length + troubles.length;
const services = firstNames.length * secondNames.length;
export const mostPages = services * pagesOfService;

const camel = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

// Neighbouring numbers have names that have nothing in common: the step has no factor of the count.
function serviceOf(number) {
  const at = (number * 1009) % services;
  return firstNames[at % firstNames.length] + '-' + secondNames[Math.floor(at / firstNames.length)];
}

// { path, title, alert, service, isAlert } of page `number`; titles and paths of all pages differ.
export function identityOf(number) {
  const service = serviceOf(Math.floor(number / pagesOfService));
  const at = number % pagesOfService;
  const trouble = troubles[at - actions.length];
  const title = trouble ? `${camel(service).replace(/(?!^)([A-Z])/g, ' $1')} ${trouble.title}` : `${actions[at].title} ${service}`;
  const slug = title.toLowerCase().replaceAll(' ', '-');
  return { path: `${service}/${slug}.md`, title, service, isAlert: Boolean(trouble), alert: trouble && camel(service) + trouble.alert };
}

// What may be filled into a sentence; `{noun}` is a thing that fits into a name.
class Filler {
  constructor(random, service, peer) {
    this.random = random;
    this.service = service;
    this.peer = peer;
    // A page speaks of a few parts again and again.
    this.components = Array.from({ length: 5 }, () => components.draw(random));
  }

  value(name) {
    const { random } = this;
    const values = {
      service: () => this.service,
      peer: () => this.peer,
      component: () => (random.chance(0.75) ? random.pick(this.components) : components.draw(random)),
      thing: () => things.draw(random),
      noun: () => things.draw(random),
      NOUN: () => things.draw(random).toUpperCase(),
      quality: () => random.pick(qualities),
      cause: () => random.pick(causes),
      n: () => String(random.between(2, 9)),
      hash: () => random.below(0x10000000).toString(16).padStart(7, '0'),
      time: () => `2026-0${random.between(1, 9)}-${random.between(10, 28)}T${random.between(10, 23)}:${random.between(10, 59)}:${random.between(10, 59)}Z`,
    };
    return values[name]();
  }

  fill(template) {
    return template.replace(/\{(service|peer|component|thing|noun|NOUN|quality|cause|n|hash|time)\}/g, (_, name) => this.value(name));
  }

  // Sentences of a list, `count` of them.
  sentences(list, count) {
    return this.random.some(list, count).map((one) => this.fill(one)).join(' ')
      .replace(/(^|[.!?] )([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
  }
}

// The text of page `number` of `count`.
class Page {
  constructor(number, count, seed) {
    this.random = new Random(`${seed}:${number}`);
    this.identity = identityOf(number);
    this.number = number;
    this.count = count;
    this.used = new Set();
    this.programs = new Set();
    this.filler = new Filler(this.random, this.identity.service, serviceOf(this.random.below(Math.ceil(count / pagesOfService))));
    this.lines = [];
  }

  add(...lines) {
    this.lines.push(...lines, '');
  }

  section(title) {
    this.add(`## ${title}`);
  }

  paragraph(list, count = 3) {
    this.add(this.filler.sentences(list, count));
  }

  // A command in a fence, indented as deep as the step that it stands in, and what it prints.
  command([text, output], indent = '') {
    const filled = this.filler.fill(text);
    for (const [, name] of filled.matchAll(/<([A-Z]+)>/g)) this.used.add(name);
    this.programs.add(filled.split(' ', 1)[0]);
    this.add(...['```bash', filled, '```'].map((line) => indent + line));
    if (!output) return;
    this.add(`${indent}Expected output:`);
    this.add(...['```text', ...this.filler.fill(output).split('\n'), '```'].map((line) => indent + line));
  }

  steps(count, list) {
    const changes = this.random.some(commands.change, 2);
    const wayBack = [];
    for (let at = 1; at <= count; at += 1) {
      const change = at % 3 === 0 && changes.pop();
      this.add(`${at}. ${this.filler.sentences(change ? prose.step : list, 1)} (${this.random.between(1, 9)} minutes)`);
      if (change) {
        // The way back names what was changed.
        const noun = this.filler.value('noun');
        const [text, output, back, backOutput = ''] = change.map((one) => one.replaceAll('{noun}', noun).replaceAll('{NOUN}', noun.toUpperCase()));
        this.command([text, output], '   ');
        wayBack.push([back, backOutput]);
      } else {
        this.command(this.random.pick(commands.read), '   ');
      }
    }
    return wayBack;
  }

  undo(wayBack) {
    this.paragraph(prose.undo, 2);
    wayBack.reverse().forEach((command, at) => {
      this.add(`${at + 1}. ${this.filler.sentences(prose.step, 1)} (${this.random.between(1, 9)} minutes)`);
      this.command(command, '   ');
    });
  }

  table() {
    const { filler, random } = this;
    this.lines.push('| What you see | What it is | Go to |', '| --- | --- | --- |');
    for (let at = random.between(2, 4); at > 0; at -= 1) {
      this.lines.push(filler.fill(`| The {thing} is {quality}, the {component} is not | {cause} of the {component} | ${this.link()} |`));
    }
    this.add();
  }

  // A link to another page, to a section that it has.
  link() {
    const other = identityOf(this.random.below(this.count));
    const anchor = this.random.pick(other.isAlert ? ['diagnosis', 'mitigation', 'meaning'] : ['procedure', 'verification', 'rollback']);
    return `[${other.title}](../${other.path}#${anchor})`;
  }

  // The next page of the set, so that each can be reached from another one.
  next() {
    const other = identityOf((this.number + 1) % this.count);
    this.add(`See also [${other.title}](../${other.path}), and ${this.link()}.`);
  }

  errorLines() {
    this.add('The log says one of these:');
    this.add('```text', ...this.random.some(commands.errors, this.random.between(2, 3)).map((line) => this.filler.fill(line)), '```');
  }

  limits() {
    this.lines.push('| Figure | Normal | Act from |', '| --- | --- | --- |');
    for (let at = 3; at > 0; at -= 1) this.lines.push(this.filler.fill('| {thing} of the {component} | below {n}{n} | {n}{n}0 |'));
    this.add();
  }

  escalation() {
    this.section('Escalation');
    this.add(`If the ${this.filler.value('thing')} is not back after ${this.random.between(15, 40)} minutes, call ${this.owner.name}. `
      + this.filler.sentences(prose.impact, 1));
  }

  body() {
    if (this.identity.isAlert) this.alertBody();
    else this.runbookBody();
  }

  alertBody() {
    this.section('Meaning');
    this.paragraph(prose.purpose, 2);
    this.errorLines();
    this.table();
    this.section('Impact');
    this.paragraph(prose.impact);
    this.section('Diagnosis');
    this.steps(5, prose.check);
    this.section('Mitigation');
    this.add(`> [!WARNING]\n> ${this.filler.sentences(prose.caution, 1)}`);
    const wayBack = this.steps(4, prose.step);
    this.escalation();
    this.background('Background');
    this.section('Rollback');
    this.undo(wayBack);
    this.next();
  }

  runbookBody() {
    this.section('Purpose');
    this.paragraph(prose.purpose);
    this.table();
    this.section('Prerequisites');
    const tools = this.lines.push('') - 1;
    this.section('Procedure');
    this.add(`> [!WARNING]\n> ${this.filler.sentences(prose.caution, 1)}`);
    const wayBack = this.steps(7, prose.check);
    this.section('Verification');
    this.paragraph(prose.verify);
    this.command(this.random.pick(commands.read));
    this.limits();
    this.section('Rollback');
    this.undo(wayBack);
    this.escalation();
    this.background('Background');
    this.section('Post-Incident');
    this.paragraph(prose.background, 1);
    this.next();
    // Which they are is known now.
    this.lines[tools] = [...this.programs].sort()
      .map((name) => this.filler.fill(`- [ ] \`${name}\` works, and you may change the {thing} of \`{service}\`.`)).join('\n') + '\n';
  }

  // Fills a page up to its size: some are longer, some shorter.
  background(title) {
    this.section(title);
    this.errorLines();
    const wanted = bytesOfPage * (0.8 + 0.4 * this.random.next()) - 1700;
    let size = this.lines.reduce((sum, line) => sum + line.length + 1, 0);
    while (size < wanted) {
      const before = this.lines.length;
      this.paragraph(prose.background, this.random.between(3, 5));
      size += this.lines.slice(before).reduce((sum, line) => sum + line.length + 1, 0);
    }
  }

  frontMatter() {
    const { random, identity } = this;
    const quoted = JSON.stringify;
    const day = `2026-${String(random.between(6, 10)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`;
    return ['---', `title: ${quoted(identity.title)}`, `type: ${identity.isAlert ? 'alert' : 'runbook'}`, `owner: ${this.owner.id}`,
      `services: [${identity.service}, ${this.filler.peer}]`.replace(/\[([^,]+), \1\]/, '[$1]'),
      `severity: [P${random.between(1, 4)}]`,
      ...(identity.alert ? [`alerts: [${identity.alert}]`] : [`estimated_time: ${random.between(1, 3)}0-${random.between(4, 9)}0 minutes`,
        'approval_required: none']),
      `last_reviewed: ${day}`, `review_every: ${random.pick(['6 months', '1 year', '9 months'])}`,
      `tags: [${random.some(tags, 3).join(', ')}]`,
      `summary: ${quoted(this.filler.sentences(prose.impact, 1).replaceAll('`', ''))}`,
      'parameters:',
      ...[...this.used].sort().flatMap((name) => [`  - name: ${name}`, `    description: ${quoted(commands.parameters[name])}`]),
      '---', ''];
  }

  text() {
    this.owner = this.random.pick(owners);
    this.add(`# ${this.identity.title}`);
    this.body();
    return [...this.frontMatter(), ...this.lines].join('\n').replace(/\n+$/, '\n').replace('parameters:\n---', '---');
  }
}

export function runbookText(number, count, seed) {
  return new Page(number, count, seed).text();
}

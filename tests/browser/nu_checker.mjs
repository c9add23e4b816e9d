// The Nu HTML checker on files or texts.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// It runs for seconds, which compiling it better does not pay for.
const quick = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

// It reads files, and a file has no origin that 'self' could mean; the browser's own reports are
// what the tests of the policy read.
const beside = /^Resource violates Content Security Policy \(meta tag\):/;

// One line for each error and warning in the HTML files.
export function markupFindings(paths) {
  return messagesOf(['--skip-non-html', ...paths]);
}

// The same for one page's text.
export function textFindings(html) {
  return messagesOf(['-'], html);
}

function messagesOf(paths, input = '') {
  const run = spawnSync('java', [...quick, '-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always', ...paths],
    { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`the checker failed: ${run.error ?? run.stderr}`);
  return JSON.parse(run.stderr || run.stdout).messages
    .filter((message) => !beside.test(message.message))
    .map((message) => `${message.url ?? ''}:${message.lastLine ?? 0}: ${message.subType ?? message.type}: ` +
      `${message.message} ${(message.extract ?? '').trim()}`);
}

// What of a query a search can find: words, symbols and the parts of symbols. The twin of
// src/search/analysis.cc; tests/search/analysis.json holds both to the same tokens.

const joiners = '-_./:@#+%~';
const stopWords = new Set(('a an and are as at be but by can could did do does for from had has have how if in is it its me my ' +
  'no not of on or our should so than that the their then there these they this those to us was we were ' +
  'what when where which who whose why will with would you your').split(' '));
const stemmer = new PorterStemmer();

// Scripts that are written without spaces, and Hangul, whose words carry endings.
function isCjk(c) {
  const code = c.codePointAt(0);
  return (code >= 0x1100 && code <= 0x11ff) || (code >= 0x2e80 && code <= 0x9fff) ||
    (code >= 0xa960 && code <= 0xa97f) || (code >= 0xac00 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x3ffff);
}

// 'upper', 'lower', 'letter', 'number', 'cjk', 'joiner', or '' for what separates.
function kindOf(c) {
  if (/\p{Lu}/u.test(c)) return 'upper';
  if (/\p{Ll}/u.test(c)) return 'lower';
  if (/\p{L}/u.test(c)) return isCjk(c) ? 'cjk' : 'letter';
  if (/\p{N}/u.test(c)) return isCjk(c) ? 'cjk' : 'number';
  return joiners.includes(c) ? 'joiner' : '';
}

const lowered = (letters) => letters.map((letter) => letter.c.toLowerCase()).join('');
const isDigit = (letter) => letter.c >= '0' && letter.c <= '9';

function withoutOuterJoiners(run) {
  let start = 0;
  let end = run.length;
  while (start < end && run[start].kind === 'joiner') start += 1;
  while (end > start && run[end - 1].kind === 'joiner') end -= 1;
  return run.slice(start, end);
}

// Whether the letter at `at` is the plural's `s` of `PVCs`, with nothing behind it.
function isPluralEnding(run, at) {
  return run[at].c === 's' && (at + 1 === run.length || run[at + 1].kind === 'joiner');
}

// Whether a piece begins at `at` (not 0), inside what no joiner divides.
function isHump(run, at) {
  if (run[at].kind !== 'upper') return false;
  const before = run[at - 1].kind;
  if (before === 'lower') return true;
  return before === 'upper' && at + 1 < run.length && run[at + 1].kind === 'lower' &&
    !isPluralEnding(run, at + 1);
}

// The pieces between joiners and humps.
function piecesOf(run) {
  const pieces = [];
  let start = 0;
  const close = (end) => {
    if (end > start) pieces.push(run.slice(start, end));
    start = end;
  };
  for (let i = 1; i < run.length; i += 1) {
    if (run[i].kind === 'joiner') {
      close(i);
      start = i + 1;
    } else if (i > start && isHump(run, i)) {
      close(i);
    }
  }
  close(run.length);
  return pieces;
}

// What nobody searches for, or what stands for itself only once: hashes, serial numbers.
function isNoise(letters, kind) {
  const size = letters.length;
  if (size < 2 || size > 40) return true;
  const digits = letters.filter(isDigit).length;
  if (digits === size) return size > 5 || (kind === 'part' && size < 3);
  if (digits > 0 && size >= 7 && letters.every((letter) => /[0-9a-fA-F]/.test(letter.c))) return true;
  return size >= 13 && digits >= 4;
}

// Timestamps, addresses and versions are more digits than letters.
function isNoiseSymbol(run) {
  if (run.length > 80) return true;
  const numbers = run.filter((letter) => letter.kind === 'number').length;
  const letters = run.filter((letter) => letter.kind !== 'joiner').length - numbers;
  return letters === 0 || run.filter(isDigit).length * 2 > letters + numbers;
}

function termOf(raw) {
  return /^[a-z]{3,}$/.test(raw) ? stemmer.stemWord(raw) : raw;
}

// Runs of what does not separate, with the place of each letter in `text`; CJK ones by themselves.
function runsOf(text) {
  const runs = [];
  let run = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  let at = 0;
  for (const c of text) {
    const kind = kindOf(c);
    if (kind === '') close();
    else {
      if (run.length > 0 && (run[0].kind === 'cjk') !== (kind === 'cjk')) close();
      run.push({ c, kind, at });
    }
    at += c.length;
  }
  close();
  return runs;
}

// A token of `letters`; `start` and `end` are its place in the text that was analysed.
function tokenOf(letters, kind, raw, term) {
  const last = letters[letters.length - 1];
  return { kind, raw, term, start: letters[0].at, end: last.at + last.c.length };
}

function addBigrams(run, tokens) {
  for (let i = 0; i + 2 <= run.length || i === 0; i += 1) {
    const letters = run.slice(i, i + 2);
    const raw = lowered(letters);
    tokens.push(tokenOf(letters, 'word', raw, raw));
  }
}

function addPiece(letters, kind, tokens) {
  if (isNoise(letters, kind)) return;
  const raw = lowered(letters);
  if (!stopWords.has(raw)) tokens.push(tokenOf(letters, kind, raw, termOf(raw)));
}

// As the index has it: `Zürich` is `Zurich`, and Hangul stays syllables.
function plainText(text) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}

// The tokens { kind, raw, term, start, end } of a plain text in its order, a symbol before its parts.
function tokensOf(plain) {
  const tokens = [];
  for (const whole of runsOf(plain)) {
    if (whole[0].kind === 'cjk') {
      addBigrams(whole, tokens);
      continue;
    }
    const run = withoutOuterJoiners(whole);
    const pieces = piecesOf(run);
    if (pieces.length < 2) {
      if (run.length > 0) addPiece(run, 'word', tokens);
      continue;
    }
    if (!isNoiseSymbol(run)) {
      const raw = lowered(run);
      tokens.push(tokenOf(run, 'symbol', raw, raw));
    }
    pieces.forEach((piece) => addPiece(piece, 'part', tokens));
  }
  return tokens;
}

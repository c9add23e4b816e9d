// A text with what was searched for marked in it. Documents are hostile: text stays text.

// What is marked: { terms, joined }, the terms that the query's words stand for, and those of them that two
// neighbours may make.
function wantedTerms(terms) {
  const wanted = { terms: new Set(), joined: new Set() };
  for (const { phrase, expansions } of terms) {
    for (const { entry, quality: worth } of phrase ? [] : expansions) {
      wanted.terms.add(entry.replace(/ alert:$/, ''));
      // What only begins so may be any two words.
      if (worth === quality.exact) wanted.joined.add(entry);
    }
  }
  return wanted;
}

// The tokens of a text with their places in it, whatever its normal form is.
function placedTokens(text) {
  return [...text.matchAll(/\S+/g)].flatMap((chunk) => {
    const plain = plainText(chunk[0]);
    // Where letters were taken apart the places are not the text's any more.
    const same = plain === chunk[0];
    return tokensOf(plain).map((token) => ({ ...token,
      start: chunk.index + (same ? token.start : 0),
      end: chunk.index + (same ? token.end : chunk[0].length) }));
  });
}

// The places in `text` of what is wanted, without overlaps: [{ start, end, term }].
function marksIn(text, wanted) {
  const marks = [];
  const tokens = placedTokens(text);
  tokens.forEach((token, at) => {
    if (wanted.terms.has(token.term) || wanted.terms.has(token.raw)) marks.push(token);
    // `Fail over` is what `failover` means, too.
    const next = tokens[at + 1];
    if (!next || token.kind === 'symbol' || next.kind === 'symbol') return;
    if (wanted.joined.has(termOf(token.raw + next.raw))) marks.push({ ...token, end: next.end });
  });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart = [];
  for (const mark of marks) {
    const last = apart[apart.length - 1];
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else apart.push({ ...mark });
  }
  return apart;
}

// Where to begin an excerpt of `size` so that it holds the most of what is wanted.
function bestStart(marks, size) {
  let best = { start: 0, count: 0 };
  marks.forEach((mark, at) => {
    const near = marks.slice(at).filter((other) => other.end <= mark.start + size);
    const count = new Set(near.map((other) => other.term)).size;
    if (count > best.count) best = { start: mark.start, count };
  });
  return best.start;
}

// The place of the nearest break between words, so that no word and no character is cut.
function wordStart(text, at) {
  if (at <= 0) return 0;
  const space = text.indexOf(' ', at);
  return space < 0 || space > at + 30 ? text.lastIndexOf(' ', at) + 1 : space + 1;
}

function wordEnd(text, at) {
  if (at >= text.length) return text.length;
  const space = text.lastIndexOf(' ', at);
  const end = space < at - 40 ? at : space;
  return /[\ud800-\udbff]/.test(text[end - 1]) ? end - 1 : end;
}

// Appends `text` from `start` to `end` to an element, with its marks.
function appendMarked(element, text, marks, start, end) {
  let at = start;
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    element.append(text.slice(at, Math.max(at, mark.start)), make('mark', '', text.slice(Math.max(mark.start, start), Math.min(mark.end, end))));
    at = Math.min(mark.end, end);
  }
  element.append(text.slice(at, end));
}

// An element with the part of a text that answers the query best.
function excerptOf(tag, name, text, wanted, size = 180) {
  const element = make(tag, name);
  const marks = marksIn(text, wanted);
  const first = text.length <= size ? 0 : bestStart(marks, size - 40);
  const start = first < 50 ? 0 : wordStart(text, first - 40);
  const end = wordEnd(text, start + size);
  if (start > 0) element.append('… ');
  appendMarked(element, text, marks, start, end);
  if (end < text.length) element.append(' …');
  return element;
}

function markedWhole(tag, name, text, wanted) {
  const element = make(tag, name);
  appendMarked(element, text, marksIn(text, wanted), 0, text.length);
  return element;
}

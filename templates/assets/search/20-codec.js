// The numbers of the index: base 32, least significant digit first, one character for five bits, of
// which the upper half of the alphabet says that more follows.

const digits = new Int8Array(128).fill(-1);
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((c, value) => {
  digits[c.charCodeAt(0)] = value;
});

// Reads numbers from `text`, one after the other.
class NumberReader {
  constructor(text) {
    this.text = text;
    this.at = 0;
  }

  get done() {
    return this.at >= this.text.length;
  }

  next() {
    let value = 0;
    let unit = 1;
    for (;;) {
      const digit = digits[this.text.charCodeAt(this.at)];
      this.at += 1;
      if (!(digit >= 0)) throw new Error('the search index is damaged');
      value += (digit & 31) * unit;
      if (digit < 32) return value;
      unit *= 32;
    }
  }
}

// A term's payload: { idf, df, coarse, pages, impacts, roofs, starts, units, unitImpacts }. The units of
// pages[i] are those from starts[i] to starts[i + 1], roofs[i] the greatest of their impacts; an alias
// has no pages.
function decodePostings(payload) {
  const postings = { idf: 0, df: 0, coarse: false, pages: [], impacts: [], roofs: [], starts: [0], units: [], unitImpacts: [] };
  if (payload === '') return postings;
  const reader = new NumberReader(payload);
  postings.idf = reader.next();
  postings.df = reader.next();
  postings.coarse = reader.next() === 1;
  let page = -1;
  while (!reader.done) {
    page += reader.next() + 1;
    postings.pages.push(page);
    postings.impacts.push(reader.next() * 2 + 1);
    postings.roofs.push(postings.coarse ? postings.impacts[postings.impacts.length - 1] : readUnits(reader, postings));
    postings.starts.push(postings.units.length);
  }
  return postings;
}

function readUnits(reader, postings) {
  let roof = 0;
  let unit = -1;
  for (let left = reader.next(); left > 0; left -= 1) {
    const number = reader.next();
    unit += Math.floor(number / 8) + 1;
    postings.units.push(unit);
    const impact = number % 8 * 6 + 3;
    postings.unitImpacts.push(impact);
    roof = Math.max(roof, impact);
  }
  return roof;
}

// How much a term says, of which only the head is read: { idf, df }.
function decodeHead(payload) {
  if (payload === '') return { idf: 0, df: 0 };
  const reader = new NumberReader(payload);
  return { idf: reader.next(), df: reader.next() };
}

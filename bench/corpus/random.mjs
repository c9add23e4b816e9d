// Numbers that look random and are the same on every machine, from a seed. Nothing here asks a clock.

// A 32-bit hash of a text (FNV-1a).
function hashOf(text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

// A source of numbers (mulberry32); two with the same seed give the same ones.
export class Random {
  constructor(seed) {
    this.state = hashOf(String(seed));
  }

  // From 0 to 1, without 1.
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(count) {
    return Math.floor(this.next() * count);
  }

  between(least, most) {
    return least + this.below(most - least + 1);
  }

  chance(share) {
    return this.next() < share;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  // `count` different elements of a list.
  some(list, count) {
    const left = [...list];
    const taken = [];
    while (taken.length < count && left.length > 0) taken.push(left.splice(this.below(left.length), 1)[0]);
    return taken;
  }

  shuffled(list) {
    return this.some(list, list.length);
  }
}

// Draws from a list as words are used: the second half as often as the first, the third a third (Zipf).
export class ZipfList {
  constructor(list, exponent = 1) {
    this.list = list;
    this.ends = [];
    let sum = 0;
    for (let rank = 1; rank <= list.length; rank += 1) {
      sum += 1 / rank ** exponent;
      this.ends.push(sum);
    }
  }

  draw(random) {
    const wanted = random.next() * this.ends[this.ends.length - 1];
    let low = 0;
    let high = this.ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle] <= wanted) low = middle + 1;
      else high = middle;
    }
    return this.list[low];
  }
}

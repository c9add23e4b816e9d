// The page for addresses that lead nowhere: which of the site's pages was meant?

// The path of an address within the site, whose root is where its script lies.
function pathInSite(path) {
  const script = document.querySelector('script[src*="_/assets/"]');
  const root = new URL(script.src).pathname.replace(/_\/assets\/[^/]*$/, '');
  return decodeURIComponent(path.startsWith(root) ? path.slice(root.length) : path);
}

// The words of a path or title, in lower case.
function wordsOf(text) {
  return text.toLowerCase().replace(/\.(html?|md)$/, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
}

// "KubePodCrash" and "kube-pod-crash" are one; so are those that begin with the same letters.
function likeness(asked, link) {
  const target = pathInSite(link.pathname).split('/').slice(-2).join(' ') + ' ' + link.textContent;
  const there = wordsOf(target);
  let points = 0;
  asked.forEach((word) => {
    if (there.includes(word)) points += 2;
    else if (there.some((other) => other.startsWith(word.slice(0, 4)) && word.length > 3)) points += 1;
  });
  const squeezed = there.join('');
  const whole = asked[asked.length - 1] || '';
  if (whole.length > 3 && squeezed.includes(whole)) points += 3;
  return points;
}

function suggestNear(box) {
  const asked = wordsOf(pathInSite(location.pathname).split('/').slice(-3).join(' '));
  const near = [...box.querySelectorAll('a')]
    .map((link) => ({ link, points: likeness(asked, link) }))
    .filter((one) => one.points > 1)
    .sort((a, b) => b.points - a.points)
    .slice(0, 5);
  if (near.length === 0) return;
  const section = document.createElement('section');
  section.className = 'near';
  const title = document.createElement('h2');
  title.textContent = words['missing.near'];
  const list = document.createElement('ul');
  list.className = 'names';
  near.forEach((one) => {
    const item = document.createElement('li');
    item.append(one.link.cloneNode(true));
    list.append(item);
  });
  section.append(title, list);
  box.prepend(section);
}

document.querySelectorAll('.missing').forEach((box) => {
  try {
    suggestNear(box);
  } catch (malformed) {
    // An address that cannot be decoded has no neighbours.
  }
});

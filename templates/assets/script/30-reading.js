// Scrolling by keyboard, where the reading is, and review dates that keep up with the calendar.

// What overflows must be reachable without a mouse, for as long as it does. A group and no region:
// a landmark for every block of code would hide those that lead somewhere.
function letScroll(element, name) {
  if (element.scrollWidth > element.clientWidth) {
    element.tabIndex = 0;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', name);
  } else {
    for (const attribute of ['tabindex', 'role', 'aria-label']) element.removeAttribute(attribute);
  }
}

// A day's grace, because time zones differ.
function refreshReview(badge) {
  const day = 24 * 3600 * 1000;
  const due = Date.parse(badge.dataset.due + 'T00:00:00Z');
  const late = Math.floor((Date.now() - due) / day);
  if (!(late > 1)) return;
  badge.className = 'review overdue';
  badge.textContent = words['review.late'].replace('{n}', String(late));
  badge.title = badge.dataset.overdue;
  const fact = badge.closest('.facts > li');
  if (fact) fact.className = 'urgent';
}

// The table of contents marks the heading that the reader is at: the last one above a quarter of
// the window, or the last of all at the page's end.
function followReading(links) {
  const places = [...links].map((link) => {
    const heading = document.getElementById(decoded(link.hash.slice(1)));
    return { link, heading };
  }).filter((place) => place.heading);
  if (places.length === 0) return;
  let current = null;
  const mark = () => {
    const line = window.innerHeight / 4;
    const root = document.documentElement;
    const atEnd = root.scrollTop > 0 && root.scrollTop + window.innerHeight >= root.scrollHeight - 2;
    let now = null;
    for (const place of places) {
      if (place.heading.getBoundingClientRect().top > line && !atEnd) break;
      now = place;
    }
    if (now === current) return;
    if (current) current.link.removeAttribute('aria-current');
    if (now) now.link.setAttribute('aria-current', 'true');
    current = now;
  };
  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  document.addEventListener('scroll', later, { passive: true });
  window.addEventListener('resize', later, { passive: true });
  mark();
}

const overflowing = new ResizeObserver((entries) => {
  for (const entry of entries) letScroll(entry.target, words['code.scroll']);
});
document.querySelectorAll('.code pre').forEach((element) => overflowing.observe(element));
document.querySelectorAll('.task > input:not([aria-label])').forEach((box) => {
  box.setAttribute('aria-label', box.parentNode.textContent.trim().slice(0, 90));
});
document.querySelectorAll('.review[data-due]').forEach(refreshReview);
followReading(document.querySelectorAll('.toc a'));

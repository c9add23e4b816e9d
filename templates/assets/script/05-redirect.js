// An old address of a page: on to the new one, with the query and the fragment that came along.

document.querySelectorAll('a[data-moved]').forEach((link) => {
  location.replace(link.href + location.search + location.hash);
});

// What the page's own script calls; `engine` is for tests, and for a project's own scripts.

Object.assign(runbookcSearch, {
  openDialog,
  startPage,
  engine: { tokensOf, plainText, termOf, decodePostings, distance, marksIn, findHits, describe, withIndex, advised, missingWords },
});

#include "corpus/document_list.h"

#include <catch2/catch.hpp>

#include "base/work_pool.h"

namespace runbookc::test {
namespace {

Document named(const std::string& path) {
  Document document;
  document.path = path;
  return document;
}

// A list of "a", put off, and "b"; counts how often "a" was loaded.
DocumentList list_of(std::atomic<int>& loads, bool stored = true) {
  DocumentList list;
  list.resize(2);
  list.put_off(0, named("a"), [&loads, stored] {
    ++loads;
    Document whole = named("a");
    whole.html = "whole";
    return DocumentList::Loaded{std::make_shared<const Document>(whole), stored};
  });
  list.put(1, std::make_shared<const Document>(named("b")));
  return list;
}

}  // namespace

TEST_CASE("a document that was put off is loaded once, when it is asked for") {
  std::atomic<int> loads = 0;
  const DocumentList list = list_of(loads);
  CHECK(list.outline(0).path == "a");
  CHECK(list.lower_bound("b") == 1);
  CHECK(list.lower_bound("a") == 0);
  CHECK(list.lower_bound("c") == 2);
  CHECK(loads == 0);
  for_each_index(64, 8, [&](std::size_t) { (void)list[0].html.size(); });
  CHECK(list[0].html == "whole");
  CHECK(loads == 1);
  CHECK(list[1].path == "b");
}

TEST_CASE("a list knows what the store has") {
  std::atomic<int> loads = 0;
  const DocumentList good = list_of(loads);
  CHECK(good.is_stored(0));
  CHECK_FALSE(good.is_stored(1));
  CHECK(good[0].path == "a");
  CHECK(good.is_stored(0));
  const DocumentList damaged = list_of(loads, false);
  CHECK(damaged.is_stored(0));
  CHECK(damaged[0].path == "a");
  CHECK_FALSE(damaged.is_stored(0));
}

TEST_CASE("lists compare by their documents") {
  std::atomic<int> loads = 0;
  DocumentList parsed;
  Document whole = named("a");
  whole.html = "whole";
  parsed.push_back(whole);
  parsed.push_back(named("b"));
  CHECK(list_of(loads) == parsed);
  parsed.push_back(named("c"));
  CHECK_FALSE(list_of(loads) == parsed);
}

}  // namespace runbookc::test

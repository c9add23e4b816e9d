#include "emit/site_urls.h"

#include <catch2/catch.hpp>
#include <set>

using namespace runbookc;

TEST_CASE("relative URLs lead from page to page at any depth") {
  CHECK(relative_url("index.html", "db/failover.html") == "db/failover.html");
  CHECK(relative_url("db/failover.html", "index.html") == "../index.html");
  CHECK(relative_url("db/pg/a.html", "db/b.html") == "../b.html");
  CHECK(relative_url("db/a.html", "db/a.html") == "a.html");
  CHECK(relative_url("_/alerts/X.html", "_/assets/style.1.css") == "../assets/style.1.css");
}

TEST_CASE("relative URLs are encoded, and never begin with what reads as a scheme") {
  CHECK(relative_url("index.html", "a b/ü?#.html") == "a%20b/%C3%BC%3F%23.html");
  const std::string colon = relative_url("index.html", "javascript:alert(1).html");
  CHECK(colon.find("javascript:") != 0);
}

TEST_CASE("fragments are encoded, and empty for the top") {
  CHECK(fragment("") == "");
  CHECK(fragment("a-b") == "#a-b");
  CHECK(fragment("a\"b c") == "#a%22b%20c");
}

TEST_CASE("different names have different file names, safe on any disk") {
  CHECK(safe_file_name("OrdersPrimaryDown") == "OrdersPrimaryDown");
  CHECK(safe_file_name("a/b") == "a~2Fb");
  CHECK(safe_file_name("..") == "~..");
  CHECK(safe_file_name("a~2Fb") != safe_file_name("a/b"));
  const std::string longest(500, 'x');
  CHECK(safe_file_name(longest).size() <= 120);
  CHECK(safe_file_name(longest) != safe_file_name(longest + "y"));
}

TEST_CASE("a service called index does not replace the list of services") {
  CHECK(listing_url("services", "index") != listing_index_url("services"));
  CHECK(listing_url("services", "orders-db") == "_/services/orders-db.html");
}

TEST_CASE("folder lists do not collide with each other") {
  const std::set<std::string> urls = {folder_listing_url(""), folder_listing_url("db"),
                                      folder_listing_url("db/pg"),
                                      folder_listing_url("db/index.html")};
  CHECK(urls.size() == 4);
  CHECK(folder_listing_url("db/pg") == "_/folders/db/pg/index.html");
}

TEST_CASE("only addresses that a page may open become links") {
  CHECK(external_url("https://example.com/a?b=c#d") == "https://example.com/a?b=c#d");
  CHECK(external_url("MAILTO:a@example.com") == "MAILTO:a@example.com");
  CHECK(external_url("//cdn.example.com/x") == "//cdn.example.com/x");
  CHECK(external_url("slack://channel?id=1"));
  CHECK_FALSE(external_url("javascript:alert(1)"));
  CHECK_FALSE(external_url("JaVaScRiPt:alert(1)"));
  CHECK_FALSE(external_url("java\nscript:alert(1)"));
  CHECK_FALSE(external_url("data:text/html,x"));
  CHECK_FALSE(external_url("file:///etc/passwd"));
  CHECK_FALSE(external_url("vbscript:x"));
}

TEST_CASE("an external address keeps nothing that ends an attribute or a line") {
  CHECK(external_url("https://e.com/\"><script>\n") == "https://e.com/%22%3E%3Cscript%3E%0A");
}

TEST_CASE("edit pages are http addresses with the path encoded, or nothing") {
  CHECK(edit_page_url("https://e.com/edit/{path}", "a b/c.md") == "https://e.com/edit/a%20b/c.md");
  CHECK(edit_page_url("", "a.md") == "");
  CHECK(edit_page_url("javascript:{path}", "a.md") == "");
}

TEST_CASE("the pages of a long list have numbers that no name's file has") {
  CHECK(numbered_url("_/commands/kubectl.html", 0) == "_/commands/kubectl.html");
  CHECK(numbered_url("_/commands/kubectl.html", 1) == "_/commands/kubectl~p2.html");
  CHECK(listing_url("commands", "kubectl~p2") != numbered_url("_/commands/kubectl.html", 1));
}

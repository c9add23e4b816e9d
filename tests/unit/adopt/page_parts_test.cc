#include "adopt/page_parts.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

bool is_part(std::string_view dialect, std::string_view path) {
  return is_page_part(*find_dialect(dialect), path);
}

}  // namespace

TEST_CASE("what begins with an underscore is put into pages") {
  CHECK(is_part("docusaurus", "_common.mdx"));
  CHECK(is_part("docusaurus", "db/_partials/common.mdx"));
  CHECK(is_part("tech-docs", "partials/contact.html.md.erb"));
  CHECK(is_part("tech-docs", "db/_contact.html.md"));
}

TEST_CASE("other names are pages, and so are Hugo's indexes") {
  CHECK_FALSE(is_part("docusaurus", "db/fail_over.md"));
  CHECK_FALSE(is_part("docusaurus", "partials/a.md"));
  CHECK_FALSE(is_part("tech-docs", "db/partials"));
  CHECK_FALSE(is_part("hugo", "db/_index.md"));
  CHECK_FALSE(is_part("mkdocs", "_a/b.md"));
  CHECK_FALSE(is_part("github", "_a.md"));
}

}  // namespace runbookc

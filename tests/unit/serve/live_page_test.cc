#include "serve/live_page.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

constexpr const char* kPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src "
    "'self'\">";
constexpr const char* kServedPolicy =
    "<meta http-equiv=\"Content-Security-Policy\" content=\"connect-src 'self'; default-src "
    "'none'; "
    "script-src 'self'\">";
constexpr const char* kScript = "<script src=\"/_/live.js\" data-state=\"s-1\" defer></script>\n";

}  // namespace

TEST_CASE("a served page is the built one with a script, and a policy that lets it ask") {
  const std::string page = std::string("<head>") + kPolicy + "<title>x</title></head><p>text";
  CHECK(with_live_script(page, "s-1") ==
        std::string("<head>") + kServedPolicy + "<title>x</title>" + kScript + "</head><p>text");
}

TEST_CASE("a page without head or policy gets the script all the same") {
  CHECK(with_live_script("<p>text", "s-1") == std::string("<p>text") + kScript);
}

TEST_CASE("what only looks like a policy, in the text, is left alone") {
  const std::string page = std::string("<head></head>") + kPolicy;
  CHECK(with_live_script(page, "s-1") == std::string("<head>") + kScript + "</head>" + kPolicy);
}

TEST_CASE("the state cannot break out of its attribute") {
  CHECK(with_live_script("", "\"><x").find("\"><x") == std::string::npos);
}

}  // namespace runbookc

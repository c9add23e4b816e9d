#include "corpus/link_scheme.h"

#include <catch2/catch.hpp>

namespace runbookc::test {

TEST_CASE("a scheme is what stands before the colon") {
  CHECK(scheme_of("https://example.com") == "https");
  CHECK(scheme_of("git+ssh://host") == "git+ssh");
  CHECK(scheme_of("localhost:8080") == "localhost");
  for (const char* target : {"", ":", "1a:b", "a/b:c", "a b:c", "//host:80", "./a:b", "#a:b"}) {
    INFO(target);
    CHECK(scheme_of(target).empty());
  }
}

TEST_CASE("what a browser would run, show or read from the disk is never linked") {
  for (const char* scheme : {"javascript", "JavaScript", "vbscript", "data", "blob", "file",
                             "filesystem", "view-source", "about", "", "link", "intent"}) {
    INFO(scheme);
    CHECK_FALSE(is_linked_scheme(scheme));
  }
}

TEST_CASE("addresses on the web and of programs that people on call use are linked") {
  for (const char* scheme :
       {"http",     "https", "HTTPS",   "mailto",  "tel",    "sms",    "callto",
        "facetime", "slack", "msteams", "zoommtg", "vscode", "ssh",    "sftp",
        "ftp",      "irc",   "sip",     "xmpp",    "geo",    "webcal", "zoomus"}) {
    INFO(scheme);
    CHECK(is_linked_scheme(scheme));
  }
}

}  // namespace runbookc::test

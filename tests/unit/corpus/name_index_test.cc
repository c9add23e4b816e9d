#include "corpus/name_index.h"

#include <catch2/catch.hpp>
#include <chrono>

namespace runbookc::test {

TEST_CASE("a name that differs in case and hyphens alone is sure") {
  const NameIndex index({"fail-over", "restart"});
  const auto near = index.nearest("Failover");
  REQUIRE(near);
  CHECK(near->index == 0);
  CHECK(near->sure);
}

TEST_CASE("a slip of one letter is sure, of two a guess") {
  const NameIndex index({"failover", "restart"});
  REQUIRE(index.nearest("failovr"));
  CHECK(index.nearest("failovr")->sure);
  REQUIRE(index.nearest("faillovr"));
  CHECK(!index.nearest("faillovr")->sure);
}

TEST_CASE("another number is never sure") {
  const NameIndex index({"replica1", "gateway"});
  const auto near = index.nearest("replica2");
  REQUIRE(near);
  CHECK(near->index == 0);
  CHECK(!near->sure);
}

TEST_CASE("another first letter of a word is another thing, and never sure") {
  for (const auto& [written, there] :
       std::vector<std::pair<std::string, std::string>>{{"umount-disk.md", "mount-disk.md"},
                                                        {"zone-b.md", "zone-a.md"},
                                                        {"async.md", "sync.md"},
                                                        {"scale-xin", "scale-in"}}) {
    const NameIndex index({there, "something-else"});
    CAPTURE(written);
    REQUIRE(index.nearest(written));
    CHECK(index.nearest(written)->index == 0);
    CHECK_FALSE(index.nearest(written)->sure);
  }
  CHECK(NameIndex({"mount-disk.md"}).nearest("mount-dsk.md")->sure);
  CHECK(NameIndex({"failover.md"}).nearest("fialover.md")->sure);
  CHECK(NameIndex({"docs--video"}).nearest("docs-&-video")->sure);
}

TEST_CASE("a word more, or a negation, is another thing") {
  for (const auto& [written, there] : std::vector<std::pair<std::string, std::string>>{
           {"lokistack-outputs", "non-lokistack-outputs"},
           {"non-lokistack-outputs", "lokistack-outputs"},
           {"healthy-nodes", "unhealthy-nodes"},
           {"nodes-unhealthy", "nodes-healthy"},
           {"database-ro", "database"}}) {
    CAPTURE(written);
    CHECK_FALSE(NameIndex({there}).nearest(written));
  }
  CHECK(NameIndex({"loki-stack-outputs"}).nearest("lokistack-outputs"));
  CHECK(NameIndex({"healthy-nodes"}).nearest("healty-nodes"));
  CHECK(NameIndex({"cleanup-1"}).nearest("cleanup"));
}

TEST_CASE("nothing is sure when there were too many names to look at") {
  std::vector<std::string> names = {"abcdefgx"};
  for (int i = 0; i < 300; ++i) names.push_back("abcdefgh" + std::string(1, "ijkl"[i % 4]));
  const auto near = NameIndex(names).nearest("abcdefgy");
  REQUIRE(near);
  CHECK_FALSE(near->sure);
}

TEST_CASE("of two names equally near the first is a guess") {
  const NameIndex index({"restart-a", "restart-b"});
  const auto near = index.nearest("restart-c");
  REQUIRE(near);
  CHECK(near->index == 0);
  CHECK(!near->sure);
}

TEST_CASE("a name that resembles nothing has no neighbour") {
  const NameIndex index({"failover", "restart"});
  CHECK(!index.nearest("certificates"));
  CHECK(!index.nearest(""));
  CHECK(!NameIndex({}).nearest("restart"));
}

TEST_CASE("short names are too short to guess at") {
  const NameIndex index({"db"});
  CHECK(!index.nearest("dx"));
}

TEST_CASE("a thousand questions to ten thousand names of one pattern take no more than seconds") {
  std::vector<std::string> names;
  for (int i = 0; i < 10'000; ++i) names.push_back("runbook-for-service-" + std::to_string(i * 7));
  const NameIndex index(names);
  const auto start = std::chrono::steady_clock::now();
  std::size_t found = 0;
  for (int i = 0; i < 1'000; ++i) {
    found += index.nearest("runbok-fr-service-x" + std::to_string(i)).has_value() ? 1 : 0;
  }
  const auto took = std::chrono::steady_clock::now() - start;
  CHECK(found > 0);
  CHECK(took < std::chrono::seconds(20));
}

}  // namespace runbookc::test

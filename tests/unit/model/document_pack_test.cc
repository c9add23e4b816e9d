#include "model/document_pack.h"

#include <catch2/catch.hpp>

#include "base/digest.h"
#include "model/outline.h"
#include "model/serialise.h"

using namespace runbookc;

namespace {

constexpr const char* kIdentity = "this project, this program";

Document document_named(const std::string& path) {
  Document document;
  document.path = path;
  document.source_hash = sha256_hex(path);
  Block block;
  block.end = 1;
  block.text = "The text of " + path;
  document.blocks.push_back(block);
  document.html = "<p>The text of " + path + "</p>";
  return document;
}

const std::vector<std::string> kPaths = {"a.md", "b/a.md", "b/c.md"};

// The bytes of a pack, whatever `fill` puts into it.
template <typename Fill>
std::string pack_of(const std::string& identity, const Fill& fill) {
  std::string bytes;
  PackWriter writer(
      [&bytes](std::string_view more) {
        bytes += more;
        return true;
      },
      identity);
  fill(writer);
  REQUIRE(writer.finish());
  return bytes;
}

std::string packed(const std::string& identity = kIdentity) {
  return pack_of(identity, [](PackWriter& writer) {
    for (const std::string& path : kPaths) {
      const Document document = document_named(path);
      writer.add(path, document.source_hash, serialise(outline_of(document)), serialise(document));
    }
  });
}

std::optional<DocumentPack> open_pack(std::string bytes, std::string_view identity = kIdentity) {
  return DocumentPack::open(std::make_shared<const MemoryPack>(std::move(bytes)), identity);
}

// How many of the documents a pack still has; each of them is the one that was put in.
std::size_t intact(const DocumentPack& pack) {
  std::size_t count = 0;
  for (const std::string& path : kPaths) {
    const Document document = document_named(path);
    const PackEntry* entry = pack.find(path, document.source_hash);
    if (entry == nullptr) continue;
    const auto outline = pack.outline(*entry);
    const auto body = pack.body(*entry);
    if (outline) CHECK(*outline == outline_of(document));
    if (body) CHECK(*body == document);
    if (outline && body) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("a pack gives back what was put in") {
  const auto pack = open_pack(packed());
  REQUIRE(pack);
  CHECK(pack->entries().size() == kPaths.size());
  CHECK(intact(*pack) == kPaths.size());
}

TEST_CASE("a pack has nothing for another path or another source") {
  const auto pack = open_pack(packed());
  REQUIRE(pack);
  CHECK(pack->find("b/b.md", sha256_hex("b/b.md")) == nullptr);
  CHECK(pack->find("a.md", sha256_hex("changed")) == nullptr);
  CHECK(pack->find("", "") == nullptr);
}

TEST_CASE("a pack of another identity is none") {
  CHECK_FALSE(open_pack(packed(), "another program"));
  CHECK_FALSE(open_pack(packed("another program")));
}

TEST_CASE("an empty pack holds nothing") {
  const auto pack = open_pack(pack_of(kIdentity, [](const PackWriter&) {}));
  REQUIRE(pack);
  CHECK(pack->entries().empty());
}

TEST_CASE("no changed byte of a pack changes a document") {
  const std::string bytes = packed();
  std::size_t lost = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ (1 << (i % 8)));
    const auto pack = open_pack(std::move(damaged));
    if (!pack || intact(*pack) < kPaths.size()) ++lost;
  }
  CHECK(lost == bytes.size());
}

TEST_CASE("no truncated pack is read") {
  const std::string bytes = packed();
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (open_pack(bytes.substr(0, size))) ++accepted;
  }
  CHECK(accepted == 0);
  CHECK_FALSE(open_pack(bytes + "\n"));
}

TEST_CASE("an entry that holds another document is not taken for it") {
  const Document other = document_named("b.md");
  const auto pack = open_pack(pack_of(kIdentity, [&other](PackWriter& writer) {
    writer.add("a.md", sha256_hex("a.md"), serialise(outline_of(other)), serialise(other));
  }));
  REQUIRE(pack);
  const PackEntry* entry = pack->find("a.md", sha256_hex("a.md"));
  REQUIRE(entry != nullptr);
  CHECK_FALSE(pack->outline(*entry));
  CHECK_FALSE(pack->body(*entry));
}

TEST_CASE("a writer whose sink fails writes nothing more") {
  int calls = 0;
  PackWriter writer(
      [&calls](std::string_view) {
        ++calls;
        return false;
      },
      kIdentity);
  writer.add("a.md", sha256_hex("a"), "outline", "body");
  writer.add("b.md", sha256_hex("b"), "outline", "body");
  CHECK_FALSE(writer.finish());
  CHECK(calls == 1);
}

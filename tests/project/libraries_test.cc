#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "source_tree.h"

using namespace runbookc;

namespace {

// A third-party library: its headers begin so, and only these files (a pattern) may include them.
struct Library {
  const char* prefix;
  const char* files;
};

constexpr Library kLibraries[] = {
    {"cmark", R"(src/parse/(cmark_|markdown)\w*\.(cc|h))"},
    {"yaml.h", R"(src/parse/yaml\w*\.cc)"},
    {"re2/", R"(src/schema/\w+\.cc)"},
    {"kainjow/", R"(src/emit/template(s\.cc|_context\.(cc|h)))"},
    {"CLI/", R"(src/cli/\w+\.cc)"},
    {"utf8proc.h", R"(src/base/unicode\.cc)"},
    {"libstemmer.h", R"(src/search/stemmer\.cc)"},
    {"xxhash.h", R"(src/base/digest\.cc)"},
    {"openssl/", R"(src/base/digest\.cc)"},
    {"nlohmann/json_fwd.hpp", R"(src/.*)"},
    {"nlohmann/", R"(src/.*\.cc)"},
    {"fmt/", R"(src/.*\.cc)"},
    // The system's own, and the compiler's.
    {"sanitizer/", R"(src/parse/piece_allocator\.cc)"},
    {"linux/", R"(src/(base/disk_files|cli/\w+)\.cc)"},
    {"arpa/", R"(src/serve/listener\.cc)"},
    {"netinet/", R"(src/serve/listener\.cc)"},
    {"sys/", R"(src/(base/(disk_files|process)|serve/\w+|cli/\w+)\.cc)"},
    {"elf.h", R"(src/cli/build_identity\.cc)"},
    {"link.h", R"(src/cli/build_identity\.cc)"},
    {"dirent.h", R"(src/(base/disk_files|cli/\w+)\.cc)"},
    {"fcntl.h", R"(src/(base/(disk_files|process)|cli/\w+)\.cc)"},
    {"poll.h", R"(src/(base/process|cli/\w+)\.cc)"},
    {"pthread.h", R"(src/cli/(clock|watchdog)\.cc)"},
    {"spawn.h", R"(src/base/process\.cc)"},
    {"unistd.h", R"(src/(base/(disk_files|process)|serve/\w+|cli/\w+)\.cc)"},
    {"fstream", R"(src/cli/\w+\.cc)"},
    {"filesystem", R"(src/cli/\w+\.cc)"},
};

const Library* library_of(const std::string& header) {
  const auto* found = std::ranges::find_if(
      kLibraries, [&](const Library& library) { return header.starts_with(library.prefix); });
  return found == std::end(kLibraries) ? nullptr : found;
}

// Headers with a suffix or a folder that are not listed above belong to nobody.
bool is_standard(const std::string& header) {
  return header.find('.') == std::string::npos && header.find('/') == std::string::npos;
}

}  // namespace

TEST_CASE("each third-party library stays behind its own files") {
  for (const TextFile& file : project_files("src")) {
    for (const Include& include : includes_of(file)) {
      if (include.quoted) continue;
      const Library* library = library_of(include.header);
      if (library == nullptr) {
        if (!is_standard(include.header)) {
          FAIL_CHECK(place(include) << ": nobody may include " << include.header);
        }
      } else if (!std::regex_match(include.path, std::regex(library->files))) {
        FAIL_CHECK(place(include) << ": only " << library->files << " may include "
                                  << include.header);
      }
    }
  }
}

TEST_CASE("a library's headers are recognised by their beginning") {
  REQUIRE(library_of("yaml.h") != nullptr);
  CHECK_FALSE(std::regex_match("src/config/x.cc", std::regex(library_of("yaml.h")->files)));
  CHECK(std::regex_match("src/parse/yaml.cc", std::regex(library_of("yaml.h")->files)));
  CHECK(library_of("vector") == nullptr);
  CHECK(is_standard("vector"));
  CHECK_FALSE(is_standard("boost/any.hpp"));
}

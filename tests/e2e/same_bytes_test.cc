// What surrounds the program — time zone, locale, umask, working directory — is in no byte.
#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "e2e/process.h"
#include "e2e/sample_project.h"
#include "e2e/site_tree.h"

namespace runbookc {
namespace {

struct Surroundings {
  std::string zone;
  std::string locale;
  mode_t umask = 022;
  std::string directory;  // below the project, to start in; -C leads back
  std::string threads;
};

// Sets the umask for programs that are started meanwhile.
class UmaskOf {
 public:
  explicit UmaskOf(mode_t mask) : before_(umask(mask)) {}
  ~UmaskOf() { umask(before_); }
  UmaskOf(const UmaskOf&) = delete;
  UmaskOf& operator=(const UmaskOf&) = delete;

 private:
  mode_t before_;
};

struct Bytes {
  SiteTree site;
  std::string report;
  std::string diff;
  bool operator==(const Bytes&) const = default;
};

// Names and words whose order and case are different in other locales, dates on the edge of a day,
// and slips of several kinds.
void write_touchy_project(const TempFolder& folder, bool backwards) {
  write_sample_project(folder);
  std::vector<std::string> names = {
      "I",        "i",   "\xC4\xB1-dotless", "\xC3\x84hre", "Zebra", "zebra2",
      "aa/Index", "z-a", "z_a/b c",          "10",          "9",     "\xC3\xA5"};
  if (backwards) std::ranges::reverse(names);  // then most file systems list them otherwise
  for (const std::string& name : names) {
    folder.write(
        "content/" + name + ".md",
        "---\ntitle: " + name + " INFO istanbul\nownr: dba\nlast_reviewed: 2026-11-21\n" +
            "review_every: 1 month\ntags: [I, i, \xC3\xA4, Z]\nservices: [ORDERS, I-I]\n---\n\n# " +
            name + "\n\nSee [g](Good.md#frist) and\xE2\x80\x8B [x](gone.md), 1.234,5.\n\n" +
            "```bash\nkubectl delete pod <POD_ID> \xE2\x80\x93n shop\n```\n");
  }
}

Bytes bytes_in(const TempFolder& project, const Surroundings& around) {
  const TempFolder out(quick_parent());
  const UmaskOf mask(around.umask);
  ProcessOptions options;
  options.directory = project.path(around.directory);
  options.environment = {{"TZ", around.zone}, {"LC_ALL", around.locale}, {"LANG", around.locale}};
  const auto run = [&](std::vector<std::string> words) {
    if (!around.directory.empty()) {
      words.insert(words.begin(), {"-C", project.path()});
    }
    words.insert(words.end(), {"-j", around.threads});
    return run_tool(words, options);
  };
  const auto build = run({"build", "--out", out.path("site")});
  CAPTURE(build.out, build.err);
  CHECK(build.exit_code == 0);
  return {.site = site_tree(out.path("site")),
          .report = run({"check", "--format", "json"}).out,
          .diff = run({"fix", "--diff"}).out};
}

}  // namespace

TEST_CASE("time zone, locale, umask, working directory and threads change no byte") {
  const TempFolder project(quick_parent());
  write_touchy_project(project, false);
  const TempFolder backwards(quick_parent());
  write_touchy_project(backwards, true);
  const Bytes first = bytes_in(project, {"UTC", "C", 022, "", "1"});
  REQUIRE(faults_of(first.site).empty());
  CHECK(count_in(first.report, "\"code\"") > 40);
  CHECK(count_in(first.diff, "\n@@ ") > 10);
  std::size_t compared = 0;
  for (const char* zone : {"UTC", "Asia/Kolkata", "America/St_Johns"}) {
    // Where a locale is not installed, programs that ask for it get C.
    for (const char* locale : {"C", "C.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8"}) {
      const bool is_odd = compared % 2 == 1;
      const Surroundings around{.zone = zone,
                                .locale = locale,
                                .umask = is_odd ? mode_t{077} : mode_t{022},
                                .directory = compared % 3 == 0 ? "" : "content/aa",
                                .threads = is_odd ? "8" : "2"};
      const Bytes bytes = bytes_in(is_odd ? backwards : project, around);
      CAPTURE(around.zone, around.locale, around.umask, around.directory, around.threads);
      CHECK(bytes.site == first.site);
      CHECK(bytes.report == first.report);
      CHECK(bytes.diff == first.diff);
      ++compared;
    }
  }
  CHECK(compared == 12);
}

TEST_CASE("the umask decides who may read a new site") {
  const TempFolder project;
  write_sample_project(project);
  const auto mode_of = [&](const std::string& name) {
    struct stat state{};
    REQUIRE(stat(project.path(name).c_str(), &state) == 0);
    return state.st_mode & 0777U;
  };
  const UmaskOf mask(077);
  REQUIRE(run_in(project.path(), {"build"}).exit_code == 0);
  CHECK(mode_of("site") == 0700U);
  CHECK(mode_of("site/index.html") == 0600U);
}

}  // namespace runbookc

#include "git/edit_history.h"

#include <catch2/catch.hpp>

namespace runbookc::test {
namespace {

using namespace std::string_literals;

// 2026-11-25 and 2026-11-20, in seconds.
const std::string kLater = "1795600000";
const std::string kEarlier = "1795180000";

std::string commit(const std::string& time, const std::string& parents,
                   const std::string& changes) {
  return "\0hash "s + time + " " + parents + "\0\n"s + changes;
}

std::string change(const std::string& status, const std::string& paths,
                   const std::string& hashes = "b1 b2") {
  return ":100644 100644 " + hashes + " " + status + "\0"s + paths + "\0"s;
}

Date day(int number) { return std::chrono::sys_days(std::chrono::year(2026) / 11 / number); }

}  // namespace

TEST_CASE("each file that a commit changes is an edit with both versions, the newest first") {
  const EditHistory history =
      read_edits("",
                 commit(kLater, "p1", change("M", "a.md") + change("M", ":b \n", "b3 b4")) +
                     commit(kEarlier, "p2 p3", change("M", "a.md", "b0 b1")),
                 false);
  CHECK(history.edits == std::vector<FileEdit>{{"a.md", day(25), "b1", "b2"},
                                               {":b \n", day(25), "b3", "b4"},
                                               {"a.md", day(20), "b0", "b1"}});
  CHECK_FALSE(history.cut_off);
}

TEST_CASE("what is not committed is an edit without a day, but for new and deleted files") {
  const std::string output = change("A", "a.md") + change("D", "b.md") + change("M", "c.md");
  CHECK(read_edits(output, "", false).edits ==
        std::vector<FileEdit>{{"c.md", std::nullopt, "b1", "b2"}});
}

TEST_CASE("an older edit is one of the file under its name of today, and a mere move is none") {
  const std::string log = commit(kLater, "p", change("R090", "b.md\0c.md"s)) +
                          commit(kLater, "p", change("M", "a.md")) +
                          commit(kLater, "p", change("A", "a.md")) +
                          commit(kEarlier, "p", change("R100", "a.md\0b.md"s)) +
                          commit(kEarlier, "p", change("M", "a.md", "b0 b1"));
  CHECK(read_edits(change("R100", "c.md\0d.md"s), log, false).edits ==
        std::vector<FileEdit>{{"d.md", day(25), "b1", "b2"},
                              {"a.md", day(25), "b1", "b2"},
                              {"d.md", day(20), "b0", "b1"}});
}

TEST_CASE("where a shallow clone was cut off nothing is known") {
  const std::string log =
      commit(kLater, "p", change("M", "a.md")) + commit(kEarlier, "", change("A", "b.md"));
  CHECK(read_edits("", log, true).cut_off);
  CHECK(read_edits("", log, true).edits.size() == 1);
  CHECK_FALSE(read_edits("", log, false).cut_off);
  CHECK_FALSE(read_edits("", commit(kLater, "p", change("A", "b.md")), true).cut_off);
}

TEST_CASE("output that is none or ends early is read as far as it goes") {
  CHECK(read_edits("", "", false).edits.empty());
  CHECK(read_edits("nonsense", "\0nonsense\0\n:a b\0c"s, true).edits.empty());
  CHECK(read_edits("", "\0hash 1 p\0\n:100644 100644 b1 b2 R090\0a"s, false).edits.empty());
  CHECK(read_edits("", "\0hash 1 p\0\n:100644 100644 b1 b2 M"s, false).edits.empty());
}

}  // namespace runbookc::test

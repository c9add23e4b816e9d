#include "serve/change_window.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

using std::chrono::milliseconds;
const ChangeWindow::Time kStart{};

}  // namespace

TEST_CASE("without a change there is nothing to do") { CHECK_FALSE(ChangeWindow().due()); }

TEST_CASE("a change is acted on once it has been quiet") {
  ChangeWindow window;
  window.note_change(kStart);
  CHECK(window.due() == kStart + milliseconds(20));
  window.note_change(kStart + milliseconds(15));
  CHECK(window.due() == kStart + milliseconds(35));
}

TEST_CASE("changes without end are acted on all the same") {
  ChangeWindow window;
  for (int i = 0; i < 50; ++i) window.note_change(kStart + milliseconds(10 * i));
  CHECK(window.due() == kStart + milliseconds(100));
}

TEST_CASE("what was acted on is done with") {
  ChangeWindow window;
  window.note_change(kStart);
  window.clear();
  CHECK_FALSE(window.due());
  window.note_change(kStart + milliseconds(500));
  CHECK(window.due() == kStart + milliseconds(520));
}

}  // namespace runbookc

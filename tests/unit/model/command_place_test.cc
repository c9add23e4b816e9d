#include "model/command_place.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

Section section_of(std::string title, std::string anchor, Index parent) {
  Section section;
  section.title = std::move(title);
  section.anchor = std::move(anchor);
  section.parent = parent;
  return section;
}

}  // namespace

TEST_CASE("a command's place is as its document says where that is short") {
  Document document;
  document.sections = {section_of("Title", "title", kNone), section_of("Restart", "restart", 0)};
  document.steps.emplace_back().label = "2";
  Command command;
  CHECK(command_place(document, command).sections.empty());
  CHECK(command_place(document, command).step.empty());
  command.section = 1;
  command.step = 0;
  const CommandPlace place = command_place(document, command);
  CHECK(place.sections == std::vector<std::string>{"Title", "Restart"});
  CHECK(place.anchor == "restart");
  CHECK(place.step == "2");
}

TEST_CASE("long titles are cut, and the anchor is one that exists") {
  Document document;
  document.sections = {section_of("Title", "title", kNone),
                       section_of(std::string(7'000, 'x'), std::string(7'000, 'x'), 0)};
  Command command;
  command.section = 1;
  const CommandPlace place = command_place(document, command);
  REQUIRE(place.sections.size() == 2);
  CHECK(place.sections[1] == std::string(79, 'x') + "…");
  CHECK(place.anchor == "title");
}

#include "model/document.h"

#include <catch2/catch.hpp>

#include "model/consistency.h"

using namespace runbookc;

namespace {

Block block(BlockKind kind, std::string text, Index section, Index end) {
  Block made;
  made.kind = kind;
  made.text = std::move(text);
  made.section = section;
  made.end = end;
  return made;
}

Section section(std::string title, std::uint8_t level, Index parent, Index end, Index first_block,
                Index end_block) {
  Section made;
  made.title = std::move(title);
  made.level = level;
  made.parent = parent;
  made.end = end;
  made.first_block = first_block;
  made.end_block = end_block;
  return made;
}

// # Guide / intro / ## Steps / `ls` / ### Check / look / ## End
Document sample() {
  Document d;
  d.blocks = {
      block(BlockKind::heading, "Guide", 0, 1),  block(BlockKind::paragraph, "intro", 0, 2),
      block(BlockKind::heading, "Steps", 1, 3),  block(BlockKind::code, "", 1, 4),
      block(BlockKind::heading, "Check", 2, 5),  block(BlockKind::alert, "warning", 2, 7),
      block(BlockKind::paragraph, "look", 2, 7), block(BlockKind::heading, "End", 3, 8),
  };
  d.blocks[3].payload = 0;
  d.blocks[7].payload = 3;
  d.blocks[6].parent = 5;
  d.code_blocks.emplace_back().text = "ls";
  d.sections = {section("Guide", 1, kNone, 4, 0, 2), section("Steps", 2, 0, 3, 2, 4),
                section("Check", 3, 1, 3, 4, 7), section("End", 2, 0, 4, 7, 8)};
  return d;
}

}  // namespace

TEST_CASE("the title is the section that opens the outline at level 1") {
  Document d = sample();
  CHECK(title_section(d) == 0);
  d.sections[0].nested = true;
  CHECK(title_section(d) == kNone);
  CHECK(title_section(Document{}) == kNone);
}

TEST_CASE("a section's path holds the titles from the outside in") {
  CHECK(section_path(sample(), 2) == std::vector<std::string>{"Guide", "Steps", "Check"});
  CHECK(section_path(sample(), kNone).empty());
}

TEST_CASE("a section's tree ends with its last descendant") {
  const Document d = sample();
  CHECK(section_tree_end(d, 0) == 8);
  CHECK(section_tree_end(d, 1) == 7);
  CHECK(section_tree_end(d, 2) == 7);
  CHECK(section_tree_end(d, 3) == 8);
}

TEST_CASE("a section's text holds prose and code without headings") {
  const Document d = sample();
  CHECK(section_text(d, 1) == "ls\nlook");
  CHECK(section_text(d, 0) == "intro\nls\nlook");
  CHECK(section_text(d, 3).empty());
}

TEST_CASE("a document whose parts fit is consistent") { CHECK(is_consistent(sample())); }

TEST_CASE("a part that leads nowhere or in a circle makes a document inconsistent") {
  using Damage = void (*)(Document&);
  const auto damage = GENERATE(values<Damage>({
      [](Document& d) { d.blocks[2].parent = 2; },
      [](Document& d) { d.blocks[2].end = 2; },
      [](Document& d) { d.blocks[2].end = 9; },
      [](Document& d) { d.blocks[2].section = 4; },
      [](Document& d) { d.blocks[3].payload = 1; },
      [](Document& d) { d.blocks[7].payload = 4; },
      [](Document& d) { d.sections[1].parent = 1; },
      [](Document& d) { d.sections[1].end = 1; },
      [](Document& d) { d.sections[3].end_block = 9; },
      [](Document& d) { d.sections[3].first_block = 9; },
      [](Document& d) { d.links.emplace_back().block = 8; },
      [](Document& d) { d.steps.emplace_back().section = 4; },
      [](Document& d) { d.code_blocks[0].step = 0; },
      [](Document& d) { d.commands.emplace_back().code_block = 1; },
      [](Document& d) { d.templates.emplace_back().code_block = 1; },
      [](Document& d) {
        d.commands.emplace_back().text = "ls <x>";
        d.commands[0].placeholders = {{"x", "<x>", {4}}};
      },
      [](Document& d) {
        d.templates.emplace_back().text = "[x] [x]";
        d.templates[0].placeholders = {{"x", "[x]", {4, 0}}};
      },
      [](Document& d) { d.relocations.push_back({0, RelocationKind::link_href, 0}); },
      [](Document& d) { d.relocations.push_back({1, RelocationKind::code_block, 0}); },
      [](Document& d) {
        d.html = "abc";
        d.relocations = {{2, RelocationKind::code_block, 0}, {1, RelocationKind::code_block, 0}};
      },
  }));
  Document d = sample();
  damage(d);
  CHECK_FALSE(is_consistent(d));
}

#include "model/spare_room.h"

#include <catch2/catch.hpp>

using namespace runbookc;

TEST_CASE("a document gives back what it does not need, and stays what it is") {
  Document document;
  document.blocks.reserve(100);
  document.blocks.emplace_back().text = "text";
  document.html.reserve(1000);
  document.html = "<p>a text that is longer than a short one</p>";
  document.front_matter.root = object_value({});
  document.front_matter.root.members.reserve(9);
  document.commands.emplace_back().programs.reserve(50);
  const Document before = document;
  give_back_spare_room(document);
  CHECK(document == before);
  CHECK(document.blocks.capacity() == 1);
  CHECK(document.html.capacity() < 2 * document.html.size());
  CHECK(document.front_matter.root.members.capacity() == 0);
  CHECK(document.commands[0].programs.capacity() == 0);
}

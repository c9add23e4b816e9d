#include "model/outline.h"

#include <catch2/catch.hpp>

#include "model/serialise.h"

using namespace runbookc;

namespace {

Block paragraph(const std::string& text, Index parent = kNone) {
  Block block;
  block.parent = parent;
  block.end = 1;
  block.text = text;
  return block;
}

}  // namespace

TEST_CASE("an outline has what others link to, and is a document itself") {
  Document document;
  document.path = "a.md";
  document.blocks = {paragraph(" "), paragraph("First."), paragraph("Second.")};
  for (Index i = 0; i < 3; ++i) document.blocks[i].end = i + 1;
  Section section;
  section.anchor = "a";
  section.end = 1;
  section.end_block = 3;
  document.sections = {section};
  Link link;
  link.target = "b.md";
  link.text = "B";
  document.links = {link};
  document.anchors = {{.name = "here", .span = {}}};
  document.html = "<p>First.</p>";
  const Document outline = outline_of(document);
  REQUIRE(outline.blocks.size() == 1);
  CHECK(outline.blocks[0].text == "First.");
  CHECK(outline.sections[0].anchor == "a");
  CHECK(outline.links[0].target == "b.md");
  CHECK(outline.links[0].text.empty());
  CHECK(outline.anchors == document.anchors);
  CHECK(outline.html.empty());
  CHECK(deserialise(serialise(outline)) == outline);
}

TEST_CASE("an outline of an outline is the same") {
  Document document;
  document.path = "a.md";
  document.blocks = {paragraph("First.")};
  const Document outline = outline_of(document);
  CHECK(outline_of(outline) == outline);
}

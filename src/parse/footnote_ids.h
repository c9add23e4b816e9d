// The ids of a page's footnotes, and of the places that refer to them.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace runbookc {

class FootnoteIds {
 public:
  // With a prefix that no heading or anchor of the document begins with.
  explicit FootnoteIds(const Document& document);

  // `number`: its place among the footnotes, from 1.
  std::string note(std::string_view number) const;
  // `use`: the place among those that refer to it, from 1.
  std::string reference(std::string_view number, int use) const;

 private:
  std::string prefix_ = "fn";
};

}  // namespace runbookc

#include "model/command_place.h"

#include <algorithm>
#include <cstddef>

#include "base/excerpt.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestTitle = 80;    // code points
constexpr std::size_t kLongestAnchor = 200;  // bytes

}  // namespace

CommandPlace command_place(const Document& document, const Command& command) {
  CommandPlace place;
  for (Index i = command.section; i < document.sections.size(); i = document.sections[i].parent) {
    const Section& section = document.sections[i];
    place.sections.push_back(excerpt(section.title, kLongestTitle));
    if (place.anchor.empty() && section.anchor.size() <= kLongestAnchor)
      place.anchor = section.anchor;
  }
  std::ranges::reverse(place.sections);
  if (command.step < document.steps.size())
    place.step = excerpt(document.steps[command.step].label, kLongestTitle);
  return place;
}

}  // namespace runbookc

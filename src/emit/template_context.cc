#include "emit/template_context.h"

#include <functional>
#include <ranges>
#include <utility>

namespace runbookc {

namespace {

using Data = TemplateContext::Data;

const Data& truth(bool flag) {
  static const Data yes(true);
  static const Data no(false);
  return flag ? yes : no;
}

Data list_of(std::size_t size) {
  const kainjow::mustache::list places(size, truth(true));
  return places;
}

bool is_in(const Data* place, const kainjow::mustache::list& items) {
  const std::less<> before;  // places in different lists compare by it alone
  return !before(place, items.data()) && before(place, items.data() + items.size());
}

}  // namespace

const Data* TemplateContext::get(const std::string& name) const {
  for (const TemplateData* scope : std::views::reverse(scopes_)) {
    if (scope == nullptr) continue;
    if (const Data* found = find_in(*scope, name)) return found;
  }
  return nullptr;
}

const Data* TemplateContext::find_in(const TemplateData& scope, const std::string& name) const {
  if (const std::string* text = scope.text.find(name)) {
    text_ = Data(*text);
    return &text_;
  }
  if (const bool* flag = scope.flags.find(name)) return &truth(*flag);
  const std::vector<TemplateData>* list = scope.lists.find(name);
  if (list == nullptr) return nullptr;
  return &lists_.emplace_back(OpenList{list_of(list->size()), list}).shown;
}

void TemplateContext::push(const Data* data) {
  const bool is_empty_list = !lists_.empty() && data == &lists_.back().shown;
  const bool is_plain =
      is_empty_list || data == &text_ || data == &truth(true) || data == &truth(false);
  scopes_.push_back(is_plain ? nullptr : item_at(data));
}

// Lists opened after the one whose turn it is are done with.
const TemplateData* TemplateContext::item_at(const Data* place) {
  while (!lists_.empty()) {
    const OpenList& list = lists_.back();
    const auto& places = list.shown.list_value();
    if (is_in(place, places))
      return &(*list.items)[static_cast<std::size_t>(place - places.data())];
    lists_.pop_back();
  }
  return nullptr;
}

}  // namespace runbookc

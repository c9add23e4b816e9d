// Shows TemplateData to mustache as it stands, instead of as a tree of mustache's own, which copies
// a page's body at each level that it is put into.
//
// Belongs to emit/templates.cc alone.
#pragma once

#include <deque>
#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

#include "emit/templates.h"

namespace runbookc {

// One rendering's stack of objects. `data` outlives it.
class TemplateContext final : public kainjow::mustache::basic_context<std::string> {
 public:
  using Data = kainjow::mustache::data;

  explicit TemplateContext(const TemplateData& data) : scopes_{&data} {}

  // The text, flag or list of this name in the innermost object that has it, or null. A text holds
  // until the next call; a list, until one around it goes on to its next item.
  const Data* get(const std::string& name) const override;
  // Mustache hands over what it got: an item of a list, or what a section stands on.
  void push(const Data* data) override;
  void pop() override { scopes_.pop_back(); }
  // Partials are written into the templates when they load (template_source.h).
  const Data* get_partial(const std::string& /*name*/) const override { return nullptr; }

 private:
  // A list as mustache walks it: an item is nothing but its place, which tells whose turn it is.
  struct OpenList {
    Data shown;
    const std::vector<TemplateData>* items;
  };

  const Data* find_in(const TemplateData& scope, const std::string& name) const;
  const TemplateData* item_at(const Data* place);

  std::vector<const TemplateData*>
      scopes_;  // null for a section on a text, a flag or an empty list
  mutable Data text_;
  mutable std::deque<OpenList> lists_;  // whose addresses hold while more are opened
};

}  // namespace runbookc

// What a template may name. Our own templates are the table: a name is known where one of them that
// is filled with the same data uses it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

struct TemplateNames {
  std::set<std::string, std::less<>> all;  // of text, truths and lists
  std::set<std::string, std::less<>> raw;  // of those, the texts that are HTML of our own making
};

// The names of the template `name`: those of all embedded templates that are filled together with
// it. For a template that is none of ours, all names.
TemplateNames template_names(std::string_view name);

// The embedded templates without their ending, sorted; and those that no other includes.
std::vector<std::string> embedded_template_names();
std::vector<std::string> root_template_names();

}  // namespace runbookc

// What runs call their files and folders beside an output folder.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// All begin with `.<name>.runbookc-`, in the folder that the output folder is in.
class NamesBeside {
 public:
  explicit NamesBeside(const std::string& target);  // absolute

  const std::string& parent() const { return parent_; }
  std::string lock() const { return join("lock"); }
  // The old site, whole, between two renames where names cannot be exchanged. Nothing half removed
  // ever bears this name, so that it may be put back.
  std::string old_site() const { return join("old"); }
  std::string new_name() const;  // another each time, for what may be removed at any time
  bool has(std::string_view name) const { return name.starts_with(prefix_); }

 private:
  std::string join(std::string_view end) const;

  std::string parent_;
  std::string prefix_;
};

}  // namespace runbookc
